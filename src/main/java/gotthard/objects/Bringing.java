package gotthard.objects;

import gotthard.action.Difference;
import gotthard.action.Failure;
import gotthard.action.Prediction;
import gotthard.action.Unreachable;
import gotthard.transfer.Amount;
import gotthard.transfer.Refused;
import gotthard.transfer.RelativePath;
import gotthard.transfer.manifest.Entry;
import gotthard.transfer.manifest.Pairs;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.LongConsumer;

/// Brings what the target lacks. What stands there in the way and is others' stays, and is named before anything is brought.
final class Bringing implements Delivery {
    private static final int NAMED = 10;

    private final Copying copying;
    private final Copying.Sides sides;
    private final Rule rule;
    private final List<RelativePath> foreign = new ArrayList<>();
    private final AtomicLong inTheWay = new AtomicLong();
    private final AtomicLong brought = new AtomicLong();
    private final AtomicLong bytes = new AtomicLong();
    private final AtomicLong left = new AtomicLong();
    private final AtomicLong leftBytes = new AtomicLong();
    private final Set<RelativePath> rewritten = new HashSet<>();
    private final List<Difference> altered = new ArrayList<>();
    private Amount missing = Amount.NONE;
    private final List<RelativePath> examples = new ArrayList<>();

    /// Brings by a rule.
    Bringing(Copying copying, Copying.Sides sides, Rule rule) {
        this.copying = copying;
        this.sides = sides;
        this.rule = rule;
    }

    /// Compares what both sides have, and counts what is to be brought.
    ///
    /// @throws Unreachable where others' objects are in the way
    void look() throws IOException, Refused, Unreachable, InterruptedException {
        sort();
        if (inTheWay.get() > 0) {
            throw new Unreachable(inTheWay());
        }
    }

    /// The same, and only remembers what is in the way.
    void sort() throws IOException, Refused, Unreachable, InterruptedException {
        try (var hands = new Hands(Copying.HANDS);
                var pairs = new Pairs(sides.source().open(), sides.target().open())) {
            for (var next = pairs.next(); next.isPresent(); next = pairs.next()) {
                Optional<Entry> wanted = next.get().wanted();
                Optional<Entry> found = next.get().found();
                if (wanted.isPresent() && found.isPresent()) {
                    if (!rule.isSettled(wanted.get(), found.get())) {
                        hands.give(() -> compare(wanted.get(), Side.size(found.get())));
                    }
                } else if (wanted.isPresent()) {
                    toBring(wanted.get());
                }
            }
            hands.finish();
        }
    }

    /// What is in the way: the first ones.
    synchronized List<Difference> differences() {
        var differences = new ArrayList<>(altered);
        for (RelativePath path : foreign) {
            differences.add(
                    new Difference(
                            copying.target().shelf().shown(path),
                            "as at the source",
                            "other, and not made by this step",
                            Difference.Owner.FOREIGN));
        }
        return differences;
    }

    /// So many objects with so many bytes are to be brought.
    @Override
    public synchronized Amount missing() {
        return missing;
    }

    @Override
    public synchronized Prediction.Change change() {
        return Telling.change(copying, Telling.amount(missing), examples);
    }

    /// Brings them, after [#look].
    ///
    /// @return how much was brought
    @Override
    public Amount bring(LongConsumer moved)
            throws IOException, Refused, Unreachable, InterruptedException {
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
                if (wanted.isPresent() && (!isSame || isRewritten(wanted.get().path()))) {
                    hands.give(() -> bring(wanted.get(), moved));
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
            judge(wanted, size, rule.judge(wanted, head.get()));
            return;
        }
        if (size != Side.size(wanted) || !copying.isEqual(path, size)) {
            conflict(path);
        }
    }

    private synchronized void judge(Entry wanted, long size, Rule.Judgement judgement) {
        switch (judgement) {
            case Rule.Judgement.Same _ -> {}
            case Rule.Judgement.Changed _ -> {
                toBring(wanted);
                if (size == Side.size(wanted)) {
                    rewritten.add(wanted.path());
                }
            }
            case Rule.Judgement.Altered(var difference) -> {
                if (altered.size() < NAMED) {
                    altered.add(difference);
                }
            }
        }
    }

    private synchronized boolean isRewritten(RelativePath path) {
        return rewritten.contains(path);
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

    private void bring(Entry wanted, LongConsumer moved)
            throws IOException, Refused, Unreachable, InterruptedException {
        RelativePath path = wanted.path();
        long size = Side.size(wanted);
        copying.turn().check();
        Optional<Head> there = copying.target().head(path);
        if (there.isPresent() && !copying.target().isOurs(path, there.get())) {
            conflict(path);
            throw new Unreachable(inTheWay());
        }
        if (!rule.carries(wanted, () -> carry(path, size, there))) {
            left.incrementAndGet();
            leftBytes.addAndGet(size);
            return;
        }
        brought.incrementAndGet();
        bytes.addAndGet(size);
        moved.accept(size);
    }

    private void carry(RelativePath path, long size, Optional<Head> there)
            throws IOException, Refused, Unreachable, InterruptedException {
        Expected expected = Expected.of(there.map(Head::tag).orElse(""));
        boolean isMade =
                size > Side.PIECE
                        ? new LargeObject(copying, path, size).bring(there)
                        : new SmallObject(copying, path, size).bring(expected);
        if (!isMade
                && !copying.target()
                        .head(path)
                        .map(head -> copying.target().isOurs(path, head))
                        .orElse(false)) {
            conflict(path);
            throw new Unreachable(inTheWay());
        }
    }

    /// What changed while it was read, and was not brought.
    Amount left() {
        return new Amount(left.get(), leftBytes.get());
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
