package gotthard.files;

import gotthard.action.Context;
import gotthard.action.Unreachable;
import gotthard.ssh.HostConnector;
import gotthard.transfer.Digested;
import gotthard.transfer.Manifest;

import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.util.List;

/// One cell's way from its source to its target under one key.
///
/// Beside the target folder, so that moving into place is a rename, stands `.gotthard-KEY/NAME` (of a cell that shares its folder,
/// `NAME.REGION.DATA`) with `stage` (what has not arrived
/// in full or is not checked), `fence` (see [Claim]) and `brought` (what this key brought, with digests: the mark that rollback goes by).
record Copying(
        CellFolders cell,
        RemoteFolder source,
        RemoteFolder target,
        RemoteFolder mark,
        RemoteFolder stage,
        Claim claim) {
    static Copying of(CellFolders cell, Context context) throws Unreachable, InterruptedException {
        var source = context.open(new HostConnector(), cell.from().host());
        var target = context.open(new HostConnector(), cell.to().host());
        String path = cell.to().path();
        int slash = path.lastIndexOf('/');
        String mark =
                path.substring(0, slash)
                        + "/.gotthard-"
                        + context.key().brief()
                        + path.substring(slash)
                        + apart(cell);
        return new Copying(
                cell,
                new RemoteFolder(source, cell.from().path()),
                new RemoteFolder(target, path),
                new RemoteFolder(target, mark),
                new RemoteFolder(target, mark + "/stage"),
                new Claim(mark + "/fence", context.fence()));
    }

    /// Cells that share a folder have marks of their own.
    private static String apart(CellFolders cell) {
        return cell.list().isEmpty() ? "" : "." + cell.cell().region() + "." + cell.cell().data();
    }

    /// What the source has of the cell.
    Manifest chosen() throws Halt, Unreachable, InterruptedException {
        return new Chosen(cell.cell(), source, cell.list()).items();
    }

    /// From now on nobody with a lower fence changes anything at the target under this key.
    void begin() throws Halt, Unreachable, InterruptedException {
        mark.ended(claim.command(), InputStream.nullInputStream());
    }

    /// What this key has brought so far.
    Digested brought() throws Halt, Unreachable, InterruptedException {
        return mark.show(broughtFile(), Digested::read).orElse(Digested.EMPTY);
    }

    /// Whether this key has left anything at the target.
    boolean isMarked() throws Halt, Unreachable, InterruptedException {
        return mark.host().run(List.of("test", "-e", mark.path())).isGood();
    }

    String broughtFile() {
        return mark.path() + "/brought";
    }

    /// What passes have found equal that others had brought.
    Digested verified() throws Halt, Unreachable, InterruptedException {
        return mark.show(verifiedFile(), Digested::read).orElse(Digested.EMPTY);
    }

    String verifiedFile() {
        return mark.path() + "/verified";
    }

    /// Writes one of the lists.
    void keep(String file, Digested list) throws Halt, Unreachable, InterruptedException {
        byte[] bytes = list.bytes();
        new RemoteFolder(target.host(), file)
                .change(
                        claim,
                        Scripts.KEEP,
                        List.of(Integer.toString(bytes.length)),
                        new ByteArrayInputStream(bytes));
    }

    /// Both sides and what is known of them, asked at the same time.
    Sides look() throws Halt, Unreachable, InterruptedException {
        return look(this::chosen);
    }

    /// The same, where the source may hold nothing.
    Sides lookAtWhatMayBeGone() throws Halt, Unreachable, InterruptedException {
        return look(cell.list().isPresent() ? this::chosen : source::list);
    }

    private Sides look(Together.Task<Object> sourceListing)
            throws Halt, Unreachable, InterruptedException {
        var listed =
                Together.all(
                        List.<Together.Task<Object>>of(
                                sourceListing, target::list, stage::list, this::brought));
        return new Sides(
                (Manifest) listed.get(0),
                (Manifest) listed.get(1),
                (Manifest) listed.get(2),
                (Digested) listed.get(3));
    }

    /// What was listed.
    record Sides(Manifest source, Manifest target, Manifest stage, Digested brought) {}
}
