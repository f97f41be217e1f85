package gotthard.files;

import gotthard.action.Unreachable;
import gotthard.ssh.HostConnection;
import gotthard.ssh.Ran;
import gotthard.ssh.Running;
import gotthard.transfer.Checksums;
import gotthard.transfer.Item;
import gotthard.transfer.Listing;
import gotthard.transfer.Manifest;
import gotthard.transfer.Refused;
import gotthard.transfer.RelativePath;
import gotthard.transfer.Sha256;
import gotthard.transfer.Shares;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/// A folder on a host, and what can be asked of it and done to it.
record RemoteFolder(HostConnection host, String path) {
    private static final int LANES = 4;

    /// How a listing or a list of digests is read from what a host prints.
    interface Parser<T> {
        T read(InputStream printed) throws IOException, Refused;
    }

    /// `zurich-1/file-1:/srv/intake/europe`, for messages.
    String shown() {
        return host.name() + ":" + path;
    }

    /// The same with a thing inside.
    String shown(RelativePath inside) {
        return shown() + "/" + inside;
    }

    /// All that is in it; empty when it is not there.
    Manifest list() throws Halt, Unreachable, InterruptedException {
        return read(List.of("sh", "-c", Scripts.LIST, "sh", path), Listing::read)
                .orElse(Manifest.EMPTY);
    }

    /// All that is in it.
    Manifest listExisting() throws Halt, Unreachable, InterruptedException {
        return read(List.of("sh", "-c", Scripts.LIST, "sh", path), Listing::read)
                .orElseThrow(
                        () ->
                                Halt.refused(
                                        shown() + " is not there",
                                        "correct the folder of the store in the inventory"));
    }

    /// What the time is at the host, to the second.
    Instant clock() throws Halt, Unreachable, InterruptedException {
        String printed =
                ended(List.of("sh", "-c", Scripts.CLOCK), InputStream.nullInputStream()).output();
        try {
            return Instant.ofEpochSecond(Long.parseLong(printed.strip()));
        } catch (NumberFormatException _) {
            throw Halt.refused(
                    host.name() + " does not tell its time by date +%s",
                    "look at its program date");
        }
    }

    /// The digests of some of its files, as the host reads them now; those that it can't read are left out.
    Map<RelativePath, Sha256> digests(List<Item.RegularFile> files)
            throws Halt, Unreachable, InterruptedException {
        var tasks =
                Shares.of(files, LANES).stream()
                        .map(
                                share ->
                                        (Together.Task<Map<RelativePath, Sha256>>)
                                                () -> digestsOf(share))
                        .toList();
        var all = new TreeMap<RelativePath, Sha256>();
        Together.all(tasks).forEach(all::putAll);
        return all;
    }

    /// The content of a file, read while it comes; empty when it is not there.
    <T> Optional<T> show(String file, Parser<T> parser)
            throws Halt, Unreachable, InterruptedException {
        return read(List.of("sh", "-c", Scripts.SHOW, "sh", file), parser);
    }

    /// Runs a script on this folder, with names on its input, which must end well.
    Ran run(String script, List<String> more, List<? extends Item> names)
            throws Halt, Unreachable, InterruptedException {
        return run(script, more, new ByteArrayInputStream(lines(names)));
    }

    /// Runs a script on this folder, with names on its input, which must end well, while a claim stands.
    Ran change(Claim claim, String script, List<String> more, List<? extends Item> names)
            throws Halt, Unreachable, InterruptedException {
        return change(claim, script, more, new ByteArrayInputStream(lines(names)));
    }

    Ran change(Claim claim, String script, List<String> more, InputStream input)
            throws Halt, Unreachable, InterruptedException {
        return ended(claim.fenced(script, path, more), input);
    }

    private Ran run(String script, List<String> more, InputStream input)
            throws Halt, Unreachable, InterruptedException {
        var words = new ArrayList<>(List.of("sh", "-c", script, "sh", path));
        words.addAll(more);
        return ended(words, input);
    }

    /// What a command said that ended well.
    Ran ended(List<String> words, InputStream input)
            throws Halt, Unreachable, InterruptedException {
        Ran ran = host.run(words, input);
        if (!ran.isGood()) {
            throw Complaints.of(this, ran);
        }
        return ran;
    }

    Running start(String script) throws Unreachable, InterruptedException {
        return host.start(List.of("sh", "-c", script, "sh", path));
    }

    Running startChanging(Claim claim, String script, List<String> more)
            throws Unreachable, InterruptedException {
        return host.start(claim.fenced(script, path, more));
    }

    static byte[] lines(List<? extends Item> items) {
        var lines = new ByteArrayOutputStream();
        for (Item item : items) {
            lines.writeBytes(new byte[] {'.', '/'});
            lines.writeBytes(item.path().bytes());
            lines.write(0);
        }
        return lines.toByteArray();
    }

    private Map<RelativePath, Sha256> digestsOf(List<Item.RegularFile> files)
            throws Halt, Unreachable, InterruptedException {
        try (Running running = start(Scripts.DIGEST)) {
            running.feed(new ByteArrayInputStream(lines(files)));
            Map<RelativePath, Sha256> digests = Checksums.read(running.output());
            Ran ran = running.await();
            if (!ran.isGood() && digests.size() == files.size()) {
                throw Complaints.of(this, ran);
            }
            if (ran.exit() == Scripts.NOT_THERE || (ran.exit() > 1 && ran.exit() != 123)) {
                throw Complaints.of(this, ran);
            }
            return digests;
        } catch (IOException _) {
            throw broken();
        } catch (Refused refused) {
            throw Complaints.of(this, refused);
        }
    }

    private <T> Optional<T> read(List<String> words, Parser<T> parser)
            throws Halt, Unreachable, InterruptedException {
        try (Running running = host.start(words)) {
            running.input().close();
            T read = parser.read(running.output());
            Ran ran = running.await();
            if (ran.exit() == Scripts.NOT_THERE) {
                return Optional.empty();
            }
            if (!ran.isGood() || !ran.errors().isEmpty()) {
                throw Complaints.of(this, ran);
            }
            return Optional.of(read);
        } catch (IOException _) {
            throw broken();
        } catch (Refused refused) {
            throw Complaints.of(this, refused);
        }
    }

    private Halt broken() throws InterruptedException {
        if (Thread.interrupted()) {
            throw new InterruptedException();
        }
        return Halt.tryAgain(
                "the connection to " + host.name() + " broke",
                "check the network to it; it is tried again");
    }
}
