package gotthard.objects;

import gotthard.action.Progress;
import gotthard.action.Unreachable;
import gotthard.transfer.RelativePath;
import gotthard.transfer.manifest.Content;
import gotthard.transfer.manifest.Entry;

import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.concurrent.atomic.AtomicLong;

/// Reads at both sides what a level asks for.
final class Reading {
    private final Copying copying;
    private final Level level;
    private final Set<RelativePath> sample;
    private final AtomicLong bytes = new AtomicLong();

    /// Reads at a level.
    ///
    /// @param sample what is read at the level of that name
    Reading(Copying copying, Level level, Set<RelativePath> sample) {
        this.copying = copying;
        this.level = level;
        this.sample = sample;
    }

    /// What is known of one object at both sides; nothing of the target where it has gone meanwhile.
    record Both(Entry wanted, Optional<Entry> found) {}

    /// Bytes of the objects that were read.
    long bytes() {
        return bytes.get();
    }

    /// Reads one object.
    ///
    /// @param wanted as the source lists it
    /// @param found as the target lists it
    Both of(Entry wanted, Entry found) throws Unreachable, InterruptedException {
        return of(copying, wanted, found);
    }

    /// The same of versions.
    ///
    /// @param versions the same way, with a version at each side
    Both of(Copying versions, Entry wanted, Entry found) throws Unreachable, InterruptedException {
        boolean isRead =
                Side.size(wanted) == Side.size(found)
                        && switch (level) {
                            case COUNT -> false;
                            case SAMPLE -> sample.contains(wanted.path());
                            case RECORDED, FULL -> true;
                        };
        if (!isRead) {
            return new Both(wanted, Optional.of(found));
        }
        RelativePath path = wanted.path();
        long size = Side.size(wanted);
        Optional<Side.Seen> there = versions.target().read(path, size);
        bytes.addAndGet(size);
        copying.context()
                .progress(
                        new Progress(
                                bytes.get(),
                                OptionalLong.empty(),
                                Progress.Unit.BYTES,
                                "compares"));
        if (there.isEmpty()) {
            return new Both(wanted, Optional.empty());
        }
        Optional<Stamp> stamp =
                versions.target()
                        .stamp(path, there.get().head())
                        .filter(one -> one.isOf(copying.context().key()));
        if (level == Level.RECORDED && stamp.isPresent()) {
            return new Both(
                    known(wanted, new Content.Hashed(size, stamp.get().content()), 0),
                    Optional.of(known(found, new Content.Hashed(size, there.get().content()), 0)));
        }
        Side source = versions.source();
        Side.Seen here = source.present(path, source.read(path, size));
        long attributes = here.attributes().fingerprint();
        return new Both(
                known(wanted, new Content.Hashed(size, here.content()), attributes),
                Optional.of(
                        known(
                                found,
                                new Content.Hashed(size, there.get().content()),
                                stamp.isPresent()
                                        ? there.get().attributes().fingerprint()
                                        : attributes)));
    }

    /// Attributes of what others made at the target are their own affair.
    private static Entry known(Entry entry, Content content, long attributes) {
        return new Entry(entry.path(), Catalogue.metadata(attributes), content);
    }
}
