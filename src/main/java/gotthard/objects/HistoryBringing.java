package gotthard.objects;

import gotthard.action.Failure;
import gotthard.action.Prediction;
import gotthard.action.Unreachable;
import gotthard.transfer.Amount;
import gotthard.transfer.Refused;
import gotthard.transfer.RelativePath;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.LongConsumer;

/// Brings the versions that the target lacks, those of each object one after the other. Where others have made a version between, it stops and
/// names the object.
final class HistoryBringing implements Delivery {
    private final Copying copying;
    private final List<Pending> pending = new ArrayList<>();
    private final List<String> others = new ArrayList<>();
    private final AtomicLong brought = new AtomicLong();
    private final AtomicLong bytes = new AtomicLong();

    HistoryBringing(Copying copying) {
        this.copying = copying;
    }

    /// @param settled how many of the lineage the target has
    private record Pending(Lineage lineage, int settled) {
        private List<Versions.Kept> rest() {
            return lineage.wanted().subList(settled, lineage.wanted().size());
        }

        private Top top() {
            if (settled == 0) {
                return Top.NOTHING;
            }
            Versions.Kept last = lineage.found().get(settled - 1);
            return new Top(last.version(), last.listed().tag(), last.isMarker());
        }
    }

    /// What stands at the target now.
    private record Top(String version, String tag, boolean isMarker) {
        private static final Top NOTHING = new Top("", "", false);

        private boolean isObject() {
            return !isMarker && !version.isEmpty();
        }

        private boolean isStill(Optional<Head> now) {
            return isObject()
                    ? now.filter(head -> head.version().equals(version)).isPresent()
                    : now.isEmpty();
        }

        private Expected expected() {
            return isMarker ? Expected.WHATEVER : Expected.of(tag);
        }
    }

    /// Lists both sides, and finds what is to be brought.
    ///
    /// @throws Unreachable where the target has another history
    void look() throws IOException, Refused, Unreachable, InterruptedException {
        Copying.Kept kept = copying.histories();
        try (var hands = new Hands(Copying.HANDS)) {
            for (var one : kept.source().all().entrySet()) {
                RelativePath path = one.getKey();
                var lineage = new Lineage(copying, path, one.getValue(), kept.target().of(path));
                hands.give(() -> sort(new Pending(lineage, lineage.settled())));
            }
            hands.finish();
        }
        if (!others.isEmpty()) {
            throw new Unreachable(inTheWay());
        }
    }

    private synchronized void sort(Pending one) {
        if (one.settled() < one.lineage().found().size()) {
            others.add(other(one));
        } else if (!one.rest().isEmpty()) {
            pending.add(one);
        }
    }

    private static String other(Pending one) {
        Lineage lineage = one.lineage();
        String shown = lineage.shown(one.settled(), lineage.found());
        return one.settled() == lineage.wanted().size()
                ? "%s, is more than the %,d of the source".formatted(shown, one.settled())
                : shown + ", is not that of the source";
    }

    private synchronized Failure inTheWay() {
        others.sort(null);
        return Failure.refused(
                others.getFirst()
                        + (others.size() == 1
                                ? ""
                                : ", and so with %,d more objects".formatted(others.size() - 1)),
                "find out who made these versions; remove them, or leave the region out, then retry");
    }

    @Override
    public synchronized Amount missing() {
        return new Amount(
                pending.stream().mapToLong(one -> one.rest().size()).sum(),
                pending.stream()
                        .flatMap(one -> one.rest().stream())
                        .mapToLong(one -> one.listed().size())
                        .sum());
    }

    @Override
    public synchronized Prediction.Change change() {
        long markers =
                pending.stream()
                        .flatMap(one -> one.rest().stream())
                        .filter(Versions.Kept::isMarker)
                        .count();
        Amount missing = missing();
        return Telling.change(
                copying,
                Telling.versions(missing, markers) + " of " + Telling.count(pending.size()),
                pending.stream().map(one -> one.lineage().path()).sorted().toList());
    }

    @Override
    public Amount bring(LongConsumer moved)
            throws IOException, Refused, Unreachable, InterruptedException {
        if (missing().files() == 0) {
            return Amount.NONE;
        }
        copying.mark().begin();
        try (var hands = new Hands(Copying.HANDS)) {
            for (Pending one : pending) {
                hands.give(() -> bring(one, moved));
            }
            hands.finish();
        }
        return new Amount(brought.get(), bytes.get());
    }

    private void bring(Pending one, LongConsumer moved)
            throws IOException, Refused, Unreachable, InterruptedException {
        Top top = one.top();
        for (Versions.Kept next : one.rest()) {
            copying.turn().check();
            top = next.isMarker() ? mark(one.lineage(), top) : carry(one.lineage(), next, top);
            brought.incrementAndGet();
            bytes.addAndGet(next.listed().size());
            moved.accept(next.listed().size());
        }
    }

    private Top mark(Lineage lineage, Top top) throws Unreachable, InterruptedException {
        refuseOthers(lineage, top);
        return new Top(new Markers(copying).make(lineage.path(), top.version()), "", true);
    }

    private Top carry(Lineage lineage, Versions.Kept here, Top top)
            throws IOException, Refused, Unreachable, InterruptedException {
        if (top.isMarker()) {
            refuseOthers(lineage, top);
        }
        Copying versions = copying.of(here.version(), "");
        long size = here.listed().size();
        if (size > Side.PIECE) {
            new LargeObject(versions, lineage.path(), size).bringAbove(top.expected());
        } else {
            new SmallObject(versions, lineage.path(), size).bring(top.expected());
        }
        Side target = copying.target();
        Optional<Head> now = target.head(lineage.path());
        if (now.filter(head -> !head.version().equals(top.version()))
                .flatMap(head -> target.stamp(lineage.path(), head))
                .filter(stamp -> lineage.isOursFrom(stamp, here))
                .isEmpty()) {
            throw between(lineage);
        }
        return new Top(now.get().version(), now.get().tag(), false);
    }

    /// Looks whether the version stands there that is to lie below the next.
    private void refuseOthers(Lineage lineage, Top top) throws Unreachable, InterruptedException {
        Optional<Head> now = copying.target().head(lineage.path());
        if (!top.isStill(now)) {
            throw between(lineage);
        }
    }

    private static Unreachable between(Lineage lineage) {
        return new Unreachable(
                Failure.refused(
                        lineage.copying().target().shelf().shown(lineage.path())
                                + " was written or deleted by somebody else while its versions were brought",
                        "stop what writes there and remove its versions, or leave the region out, then retry"));
    }
}
