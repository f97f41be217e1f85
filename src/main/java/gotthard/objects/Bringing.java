package gotthard.objects;

import gotthard.action.Failure;
import gotthard.action.Progress;
import gotthard.action.Unreachable;
import gotthard.transfer.Amount;
import gotthard.transfer.Refused;
import gotthard.transfer.RelativePath;
import gotthard.transfer.Sha256;
import gotthard.transfer.manifest.Entry;
import gotthard.transfer.manifest.Pairs;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.atomic.AtomicLong;

/// Brings what the target lacks. What stands there in the way and is others' stays, and is named before anything is brought.
final class Bringing {
    private static final int NAMED = 10;

    private final Copying copying;
    private final Copying.Sides sides;
    private final List<RelativePath> foreign = new ArrayList<>();
    private final AtomicLong inTheWay = new AtomicLong();
    private final AtomicLong brought = new AtomicLong();
    private final AtomicLong bytes = new AtomicLong();
    private Amount missing = Amount.NONE;
    private final List<RelativePath> examples = new ArrayList<>();

    Bringing(Copying copying, Copying.Sides sides) {
        this.copying = copying;
        this.sides = sides;
    }

    /// Compares what both sides have, and counts what is to be brought.
    ///
    /// @throws Unreachable where others' objects are in the way
    void look() throws IOException, Refused, Unreachable, InterruptedException {
        try (var hands = new Hands(Copying.HANDS);
                var pairs = new Pairs(sides.source().open(), sides.target().open())) {
            for (var next = pairs.next(); next.isPresent(); next = pairs.next()) {
                Optional<Entry> wanted = next.get().wanted();
                Optional<Entry> found = next.get().found();
                if (wanted.isPresent() && found.isPresent()) {
                    hands.give(() -> compare(wanted.get(), Side.size(found.get())));
                } else if (wanted.isPresent()) {
                    toBring(wanted.get());
                }
            }
            hands.finish();
        }
        if (inTheWay.get() > 0) {
            throw new Unreachable(inTheWay());
        }
    }

    /// So many objects with so many bytes are to be brought.
    synchronized Amount missing() {
        return missing;
    }

    /// Some of them.
    synchronized List<RelativePath> examples() {
        return List.copyOf(examples);
    }

    /// Brings them, after [#look].
    ///
    /// @return how much was brought
    Amount bring() throws IOException, Refused, Unreachable, InterruptedException {
        if (missing().files() == 0) {
            return Amount.NONE;
        }
        copying.mark().begin();
        try (var hands = new Hands(Copying.HANDS);
                var pairs = new Pairs(sides.source().open(), sides.target().open())) {
            for (var next = pairs.next(); next.isPresent(); next = pairs.next()) {
                Optional<Entry> wanted = next.get().wanted();
                boolean isSame =
                        next.get()
                                .found()
                                .filter(one -> Side.size(one) == wanted.map(Side::size).orElse(-1L))
                                .isPresent();
                if (wanted.isPresent() && !isSame) {
                    hands.give(() -> bring(wanted.get().path(), Side.size(wanted.get())));
                }
            }
            hands.finish();
        }
        return new Amount(brought.get(), bytes.get());
    }

    /// What this step has made is as it was made, and needs no second look.
    private void compare(Entry wanted, long size) throws Unreachable, InterruptedException {
        RelativePath path = wanted.path();
        Optional<Head> head = copying.target().head(path);
        if (head.isEmpty()) {
            toBring(wanted);
            return;
        }
        if (copying.target().isOurs(path, head.get())) {
            if (size != Side.size(wanted)) {
                toBring(wanted);
            }
            return;
        }
        if (size != Side.size(wanted) || !isEqual(path, size)) {
            conflict(path);
        }
    }

    private boolean isEqual(RelativePath path, long size) throws Unreachable, InterruptedException {
        Optional<Sha256> there = copying.target().read(path, size).map(Side.Seen::content);
        Optional<Sha256> here = copying.source().read(path, size).map(Side.Seen::content);
        return there.equals(here);
    }

    private synchronized void toBring(Entry wanted) {
        missing = missing.plus(Side.size(wanted));
        if (examples.size() < NAMED) {
            examples.add(wanted.path());
        }
    }

    private synchronized void conflict(RelativePath path) {
        inTheWay.incrementAndGet();
        if (foreign.size() < NAMED) {
            foreign.add(path);
        }
    }

    private void bring(RelativePath path, long size)
            throws IOException, Refused, Unreachable, InterruptedException {
        copying.turn().check();
        Optional<Head> there = copying.target().head(path);
        if (there.isPresent() && !copying.target().isOurs(path, there.get())) {
            conflict(path);
            throw new Unreachable(inTheWay());
        }
        String expected = there.map(Head::tag).orElse("");
        boolean isMade =
                size > Side.PIECE
                        ? new LargeObject(copying, path, size).bring(there)
                        : Memory.holding(size, () -> small(path, size, expected));
        if (!isMade
                && !copying.target()
                        .head(path)
                        .map(head -> copying.target().isOurs(path, head))
                        .orElse(false)) {
            conflict(path);
            throw new Unreachable(inTheWay());
        }
        brought.incrementAndGet();
        copying.context()
                .progress(
                        new Progress(
                                bytes.addAndGet(size),
                                OptionalLong.of(missing().bytes()),
                                Progress.Unit.BYTES,
                                "copies"));
    }

    private boolean small(RelativePath path, long size, String expected)
            throws Unreachable, InterruptedException {
        Side source = copying.source();
        Side target = copying.target();
        Body body = source.present(path, source.piece(path, "", 0, 0));
        copying.context().pace(size);
        var digest = Sha256.begin();
        digest.update(body.bytes());
        String name = target.shelf().name(path);
        Attributes attributes = source.tagged(path, body.head());
        return target.server()
                .put(
                        target.shelf().bucket(),
                        name,
                        body.bytes(),
                        Stamp.of(copying.context().key(), name, Sha256.end(digest)).on(attributes),
                        expected);
    }

    private synchronized Failure inTheWay() {
        long count = inTheWay.get();
        String what =
                count == 1
                        ? "stands at the target, was not made by this step, and is not as at the source"
                        : "and %,d more stand at the target, were not made by this step, and are not as at the source"
                                .formatted(count - 1);
        return Failure.refused(
                copying.target().shelf().shown(foreign.getFirst()) + " " + what,
                "find out whose they are; move or remove them, or leave the region out, then retry");
    }
}
