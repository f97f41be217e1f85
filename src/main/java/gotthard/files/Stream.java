package gotthard.files;

import gotthard.action.Context;
import gotthard.action.Unreachable;
import gotthard.ssh.Ran;
import gotthard.ssh.Running;
import gotthard.transfer.ArchivePassage;
import gotthard.transfer.Item;
import gotthard.transfer.Refused;
import gotthard.transfer.RelativePath;
import gotthard.transfer.Sha256;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import java.util.Map;
import java.util.function.LongConsumer;

/// One `tar` stream: packed at the source, checked and digested here, unpacked in the stage of the target.
///
/// @param turn the attempt that has prepared the stage
record Stream(Copying copying, String turn, List<Item> items, Context context, LongConsumer moved) {
    /// The digests of the files as they passed.
    Map<RelativePath, Sha256> carry() throws Halt, Unreachable, InterruptedException {
        try (Running packing = copying.source().start(Scripts.SEND);
                Running unpacking =
                        copying.stage()
                                .startChanging(copying.claim(), Scripts.RECEIVE, List.of(turn))) {
            packing.feed(new ByteArrayInputStream(RemoteFolder.lines(items)));
            Thread drain = Thread.ofVirtual().start(() -> drain(unpacking));
            var paced = new PacedInput(packing.output(), context);
            var passage = new ArchivePassage(paced, unpacking.input(), items, moved);
            Map<RelativePath, Sha256> digests = passed(passage, packing, unpacking);
            checkSource(packing.await());
            checkMissing(passage);
            drain.join();
            checkTarget(unpacking.await());
            return digests;
        }
    }

    private Map<RelativePath, Sha256> passed(
            ArchivePassage passage, Running packing, Running unpacking)
            throws Halt, Unreachable, InterruptedException {
        try {
            Map<RelativePath, Sha256> digests = passage.carry();
            unpacking.input().close();
            return digests;
        } catch (ArchivePassage.Changed changed) {
            throw Halt.tryAgain(
                    "%s/%s changed while it was copied: it had %,d bytes and now has %,d"
                            .formatted(
                                    copying.source().shown(),
                                    changed.path(),
                                    changed.was(),
                                    changed.now()),
                    "stop what writes to it, then retry; what has arrived is kept");
        } catch (Refused refused) {
            throw Complaints.of(copying.source(), refused);
        } catch (IOException _) {
            if (Thread.interrupted()) {
                throw new InterruptedException();
            }
            throw broken(packing, unpacking);
        }
    }

    /// Finds out which end broke off: the target tells of a full disk, the source of files that it can't read.
    private Halt broken(Running packing, Running unpacking)
            throws Halt, Unreachable, InterruptedException {
        if (!unpacking.errors().isEmpty()) {
            checkTarget(unpacking.await());
        }
        if (!packing.errors().isEmpty()) {
            packing.close();
            checkSource(new Ran(2, "", packing.errors()));
        }
        unpacking.await();
        packing.await();
        return Halt.tryAgain(
                "the stream from %s to %s broke"
                        .formatted(copying.source().shown(), copying.target().shown()),
                "check the network; what has arrived is kept");
    }

    private void checkSource(Ran ran) throws Halt {
        if (ran.isGood() && ran.errors().isEmpty()) {
            return;
        }
        String words = ran.errors();
        if (words.contains("file changed as we read it") || words.contains("File shrank")) {
            throw Halt.tryAgain(
                    "at %s, a file changed while it was copied (%s)"
                            .formatted(copying.source().shown(), first(words)),
                    "stop what writes to it, then retry; what has arrived is kept");
        }
        if (words.contains("No such file") || words.contains("File removed")) {
            throw Halt.tryAgain(
                    "at %s, a file vanished while it was copied (%s)"
                            .formatted(copying.source().shown(), first(words)),
                    "find out who removes files there, then retry");
        }
        throw Complaints.of(copying.source(), ran);
    }

    private void checkMissing(ArchivePassage passage) throws Halt {
        List<Item> missing = passage.missing();
        if (!missing.isEmpty()) {
            throw Halt.tryAgain(
                    "%s vanished while it was copied"
                            .formatted(copying.source().shown(missing.getFirst().path())),
                    "find out who removes files there, then retry");
        }
    }

    private void checkTarget(Ran ran) throws Halt {
        if (!ran.isGood()) {
            throw Complaints.of(copying.target(), ran);
        }
    }

    private static void drain(Running unpacking) {
        try {
            unpacking.output().transferTo(OutputStream.nullOutputStream());
        } catch (IOException _) {
            return; // whoever waits for the command hears of it
        }
    }

    private static String first(String words) {
        return words.lines().findFirst().orElse("");
    }
}
