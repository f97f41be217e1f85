package gotthard.files;

import gotthard.action.Context;
import gotthard.action.Difference;
import gotthard.action.Prediction;
import gotthard.action.Route;
import gotthard.action.Unreachable;
import gotthard.transfer.Item;
import gotthard.transfer.Manifest;
import gotthard.transfer.RelativePath;
import gotthard.transfer.Sha256;

import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.LongConsumer;
import java.util.stream.Collectors;

/// Brings what a look found lacking. A file that changes while it is read is left for the next pass.
record Passage(Context context, Instant asOf, Gap.Found gap) implements Route.Outlook {
    /// How often the rest is tried without what changed meanwhile.
    private static final int MOST = 8;

    @Override
    public OptionalLong bytes() {
        return OptionalLong.of(
                arrival(gap.check()).wanted().stream().mapToLong(Arrival::size).sum());
    }

    @Override
    public Prediction.Certainty certainty() {
        return Prediction.Certainty.SIMULATED;
    }

    @Override
    public Optional<Prediction.Change> change() {
        List<Item> wanted = arrival(gap.check()).wanted();
        return wanted.isEmpty() ? Optional.empty() : Optional.of(Telling.change(copying(), wanted));
    }

    @Override
    public List<Difference> inTheWay() {
        return gap.inTheWay();
    }

    @Override
    public Route.Brought bring(LongConsumer moved) throws InterruptedException, Unreachable {
        return FileRoute.halting(
                () -> {
                    Check check = gap.check();
                    Route.Brought brought = arrival(check).isNothing() ? nothing() : carry(moved);
                    if (gap.isMore()) {
                        copying().begin();
                        copying().keep(copying().verifiedFile(), gap.verified());
                    }
                    return brought;
                });
    }

    /// Beside making folders as they were at the source, where an attempt ended before that.
    private Route.Brought nothing() throws Halt, Unreachable, InterruptedException {
        arrival(gap.check()).bring(context, _ -> {});
        return new Route.Brought(asOf, 0, 0, 0, 0, gone());
    }

    private Route.Brought carry(LongConsumer moved) throws Halt, Unreachable, InterruptedException {
        var left = new TreeSet<RelativePath>();
        Check now = gap.check();
        for (int round = 1; ; round++) {
            Map<RelativePath, Sha256> digests = Map.of();
            Set<RelativePath> changed;
            boolean isComplete = false;
            try {
                digests = arrival(now).receive(context, moved);
                changed = changed(now);
                isComplete = true;
            } catch (Halt halt) {
                changed = changed(now);
                if (changed.isEmpty() || round == MOST) {
                    throw halt;
                }
            }
            left.addAll(changed);
            dropFromStage(now, changed);
            now = now.without(changed, copying().stage().list());
            if (isComplete) {
                Arrival.Brought brought = arrival(now).place(digests);
                return new Route.Brought(
                        asOf,
                        brought.files(),
                        brought.bytes(),
                        left.size(),
                        left.stream().mapToLong(this::size).sum(),
                        gone());
            }
        }
    }

    /// Files that are wanted, and not as they were listed any more.
    private Set<RelativePath> changed(Check check) throws Halt, Unreachable, InterruptedException {
        Manifest now = copying().source().list();
        return arrival(check).wanted().stream()
                .filter(item -> now.at(item.path()).filter(item::equals).isEmpty())
                .map(Item::path)
                .collect(Collectors.toCollection(HashSet::new));
    }

    /// Nothing that changed gets a name.
    private void dropFromStage(Check check, Set<RelativePath> changed)
            throws Halt, Unreachable, InterruptedException {
        List<Item> dropped =
                arrival(check).wanted().stream()
                        .filter(item -> changed.contains(item.path()))
                        .toList();
        if (!dropped.isEmpty()) {
            copying().stage().change(copying().claim(), Scripts.REMOVE, List.of(), dropped);
        }
    }

    private long size(RelativePath path) {
        return gap.check().sides().source().at(path).map(Arrival::size).orElse(0L);
    }

    private List<String> gone() {
        return Lateness.gone(copying(), gap.check().sides());
    }

    private Copying copying() {
        return gap.check().copying();
    }

    private Arrival arrival(Check check) {
        return new Arrival(copying(), check);
    }
}
