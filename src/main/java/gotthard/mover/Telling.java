package gotthard.mover;

import gotthard.transfer.Amount;
import gotthard.transfer.Refused;
import gotthard.transfer.manifest.Content;
import gotthard.transfer.manifest.Entry;
import gotthard.transfer.report.Told;
import gotthard.transfer.tree.Part;
import gotthard.transfer.tree.Tree;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/// The work of one that only looks: what lies in a folder, what there is room for, and whether a scanner lets files stay where they
/// are to arrive. A folder that is not there holds nothing; what there is room for, the one above it says.
final class Telling implements Work {
    private final Workplace place;
    private final Probe probe;
    private final Clock clock;

    Telling(Workplace place, Probe probe, Clock clock) {
        this.place = place;
        this.probe = probe;
        this.clock = clock;
    }

    @Override
    public Verdict run() throws IOException, Refused, InterruptedException {
        Path root = place.command().place().root();
        Command.Asked asked = place.command().asked();
        Path there = nearest(root);
        Optional<Told.Counted> counted =
                asked.young().isPresent()
                        ? Optional.of(count(root, asked.young().get()))
                        : Optional.empty();
        Optional<Told.Probe> fate =
                asked.probe().isPresent()
                        ? Optional.of(probe.run(file(there), asked.probe().get(), place.voice()))
                        : Optional.empty();
        long free = Files.getFileStore(there).getUsableSpace();
        place.account().told(new Told(counted, free, Inodes.at(there), fate));
        return Verdict.complete();
    }

    private Path file(Path folder) {
        return folder.resolve(".gotthard-" + place.command().place().stage() + "-probe");
    }

    private Told.Counted count(Path root, Duration young) throws IOException, Refused {
        var count =
                new Count(TimeUnit.SECONDS.toNanos(clock.instant().minus(young).getEpochSecond()));
        if (Files.isDirectory(root)) {
            long _ = Tree.at(root).walk(Part.WHOLE, count::add);
        }
        return count.counted();
    }

    private static Path nearest(Path wanted) throws Refused {
        for (Path at = wanted.toAbsolutePath(); at != null; at = at.getParent()) {
            if (Files.isDirectory(at)) {
                return at;
            }
        }
        throw new Refused("there is no folder above " + wanted, "correct the folder");
    }

    /// What was found so far.
    private static final class Count {
        private final long since;
        private long things;
        private long files;
        private long bytes;
        private long youngThings;
        private long youngFiles;
        private long youngBytes;

        /// @param since nanoseconds since 1970
        Count(long since) {
            this.since = since;
        }

        void add(Entry entry) {
            boolean isYoung = entry.metadata().modified() >= since;
            things++;
            youngThings += isYoung ? 1 : 0;
            if (entry.content() instanceof Content.Unread(long size)) {
                files++;
                bytes += size;
                youngFiles += isYoung ? 1 : 0;
                youngBytes += isYoung ? size : 0;
            }
        }

        Told.Counted counted() {
            return new Told.Counted(
                    things,
                    new Amount(files, bytes),
                    youngThings,
                    new Amount(youngFiles, youngBytes));
        }
    }
}
