package gotthard.files;

import gotthard.action.Access;
import gotthard.action.ByHand;
import gotthard.action.Context;
import gotthard.action.Difference;
import gotthard.action.Prompt;
import gotthard.action.Route;
import gotthard.action.Unreachable;
import gotthard.inventory.Inventory;
import gotthard.world.CellId;

import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// A cell's way from a folder of one host to a folder of another. Passes keep what they know of it as `files.copy` does: what they
/// brought, and beside it what they have found equal, with its digests.
public record FileRoute(
        CellId cell, Inventory.CellFolder from, Inventory.CellFolder to, Level level, Manner manner)
        implements Route {
    @Override
    public String shown() {
        return to.host() + ":" + to.path();
    }

    @Override
    public String thing() {
        return "file";
    }

    @Override
    public Set<Access> access() {
        var access = new HashSet<>(Tools.copying(List.of(folders())));
        access.add(
                new Access.Program(
                        from.host(),
                        List.of("date"),
                        Set.of(Access.Phase.APPLY, Access.Phase.VERIFY)));
        return access;
    }

    @Override
    public List<String> leavings() {
        return CopyAction.LEAVINGS;
    }

    @Override
    public ByHand.Told byHand(Prompt prompt) {
        return new FolderByHand(folders(), level, Optional.of(manner), prompt).told();
    }

    @Override
    public Outlook look(Context context, Optional<Instant> since)
            throws InterruptedException, Unreachable {
        return halting(
                () -> {
                    Copying copying = copying(context);
                    Instant asOf = copying.source().clock();
                    Copying.Sides sides = sides(copying);
                    return new Passage(context, asOf, Gap.of(copying, sides, manner, since));
                });
    }

    @Override
    public Compared compare(Context context, Optional<Instant> asOf)
            throws InterruptedException, Unreachable {
        return halting(
                () -> {
                    Copying copying = copying(context);
                    Instant at = copying.source().clock();
                    Copying.Sides sides = sides(copying);
                    return sides.source().leaves().isEmpty() && manner.isExchange()
                            ? new Compared(at, 0, 0, 0, List.of(), Late.NONE, List.of())
                            : new Lateness(copying, sides, asOf, manner).compared(level, at);
                });
    }

    @Override
    public Optional<String> marked(Context context) throws InterruptedException, Unreachable {
        return halting(() -> new WayBack(copying(context), Found.OfCell.NOTHING).marked());
    }

    @Override
    public String capture(Context context) throws InterruptedException, Unreachable {
        return halting(
                () -> {
                    Copying copying = copying(context);
                    Copying.Sides sides = sides(copying);
                    long equal =
                            sides.source().leaves().isEmpty()
                                    ? 0
                                    : Check.of(copying, Level.FULL, sides, sides.brought())
                                            .equalBefore();
                    return Found.OfCell.of(copying, equal).text();
                });
    }

    @Override
    public Withdrawn withdraw(Context context, String captured)
            throws InterruptedException, Unreachable {
        return halting(
                () -> {
                    Copying copying = copying(context);
                    return new WayBack(copying, Found.OfCell.read(captured))
                            .withdraw()
                            .map(
                                    gone ->
                                            new Withdrawn(
                                                    true,
                                                    gone.files(),
                                                    gone.bytes(),
                                                    WayBack.left(copying, gone)))
                            .orElseGet(() -> new Withdrawn(false, 0, 0, List.of()));
                });
    }

    @Override
    public Optional<Difference> unrestored(Context context, String captured)
            throws InterruptedException, Unreachable {
        return halting(
                () -> new WayBack(copying(context), Found.OfCell.read(captured)).unrestored());
    }

    @Override
    public boolean collect(Context context) throws InterruptedException, Unreachable {
        return halting(
                () -> {
                    Copying copying = copying(context);
                    if (!copying.isMarked()) {
                        return false;
                    }
                    copying.begin();
                    copying.mark().change(copying.claim(), Scripts.FORGET, List.of(), List.of());
                    return true;
                });
    }

    private Copying copying(Context context) throws Unreachable, InterruptedException {
        return Copying.of(folders(), context);
    }

    private Copying.Sides sides(Copying copying) throws Halt, Unreachable, InterruptedException {
        if (manner.isExchange()) {
            return copying.lookAtWhatMayBeGone();
        }
        Copying.Sides sides = copying.look();
        if (sides.source().leaves().isEmpty()) {
            throw Halt.refused(
                    copying.source().shown()
                            + " holds no files, and nothing compared proves nothing",
                    "check the folder of the store; if it is right, leave this region out of the step");
        }
        return sides;
    }

    private CellFolders folders() {
        return new CellFolders(cell, from, to);
    }

    /// What ends with a halt ends as the caller knows it.
    static <T> T halting(Together.Task<T> task) throws InterruptedException, Unreachable {
        try {
            return task.call();
        } catch (Halt halt) {
            throw new Unreachable(halt.failure());
        }
    }
}
