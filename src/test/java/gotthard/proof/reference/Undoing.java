package gotthard.proof.reference;

import static gotthard.world.Level.FULL;
import static gotthard.world.Level.HALF;
import static gotthard.world.Level.NONE;

import gotthard.world.Effect;
import gotthard.world.Effect.Pace;
import gotthard.world.Effect.Return;

import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Set;

/// What undoing an effect does.
final class Undoing {
    private Undoing() {}

    /// The undo to its end; nothing where it refuses.
    static Optional<CellState> full(Effect effect, CellState cell) {
        return switch (effect) {
            case Effect.Deploy(_, var at) ->
                    Optional.of(cell.change(at, site -> site.deployed(NONE)));
            case Effect.Copy copy ->
                    Optional.of(
                            withoutSlot(copy, cell)
                                    .change(
                                            copy.at(),
                                            site ->
                                                    site.base(NONE)
                                                            .write(keepsWrite(copy, cell))
                                                            .unverified()));
            case Effect.Replicate(_, var from, var to, _, _, boolean fromSlot) ->
                    Optional.of(
                            cell.change(
                                    new Edge(from, to),
                                    on ->
                                            fromSlot
                                                    ? on.runs(false)
                                                    : on.runs(false).withoutSlot()));
            case Effect.StopReplication stop -> Optional.of(startedAgain(stop, cell));
            case Effect.Fence(_, var at) -> Optional.of(cell.change(at, site -> site.open(FULL)));
            case Effect.Drain _, Effect.Verify _ -> Optional.of(cell);
            case Effect.Switch change ->
                    change.back() == Return.ROUTES
                            ? Optional.of(routedBack(change, cell))
                            : drainedBack(change, cell);
            case Effect.Processing(_, var at) ->
                    Optional.of(cell.change(at, site -> site.processing(NONE)));
            case Effect.StopProcessing(_, var at) ->
                    Optional.of(cell.change(at, site -> site.processing(FULL)));
            case Effect.Stage(_, var at) -> Optional.of(cell.change(at, site -> site.staged(NONE)));
            case Effect.Unstage(_, var at) ->
                    Optional.of(cell.change(at, site -> site.staged(FULL)));
            case Effect.Delete _ -> throw new IllegalStateException("nothing undoes a deletion");
        };
    }

    /// What the undo may leave halfway; nothing where there is no such thing.
    static Set<CellState> halves(Effect effect, CellState cell) {
        return switch (effect) {
            case Effect.Deploy(_, var at) -> Set.of(cell.change(at, site -> site.deployed(HALF)));
            case Effect.Copy copy -> copiedBackByHalf(copy, cell);
            case Effect.Replicate(_, var from, var to, _, _, boolean fromSlot) -> {
                var edge = new Edge(from, to);
                yield fromSlot || !cell.ground().nature(edge).streams()
                        ? Set.of()
                        : Set.of(cell.change(edge, on -> on.runs(false)));
            }
            case Effect.StopReplication(_, var from, var to, _) -> {
                var edge = new Edge(from, to);
                yield cell.ground().nature(edge).streams()
                        ? Set.of(cell.change(edge, on -> on.runs(false).fromNow()))
                        : Set.of();
            }
            case Effect.Fence(_, var at) -> Set.of(cell.change(at, site -> site.open(HALF)));
            case Effect.Switch change -> switchedBackByHalf(change, cell);
            case Effect.Processing(_, var at) ->
                    Set.of(cell.change(at, site -> site.processing(HALF)));
            case Effect.StopProcessing(_, var at) ->
                    Set.of(cell.change(at, site -> site.processing(HALF)));
            case Effect.Stage(_, var at) -> Set.of(cell.change(at, site -> site.staged(HALF)));
            case Effect.Unstage(_, var at) -> Set.of(cell.change(at, site -> site.staged(HALF)));
            case Effect.Drain _, Effect.Verify _ -> Set.of();
            case Effect.Delete _ -> throw new IllegalStateException("nothing undoes a deletion");
        };
    }

    private static Set<CellState> copiedBackByHalf(Effect.Copy copy, CellState cell) {
        CellState half =
                withoutSlot(copy, cell).change(copy.at(), site -> site.base(HALF).unverified());
        var halves = new LinkedHashSet<CellState>();
        halves.add(half);
        halves.add(half.change(copy.at(), site -> site.write(keepsWrite(copy, cell))));
        return halves;
    }

    /// What users wrote at the target itself is no copy, and stays where data are only added to.
    private static boolean keepsWrite(Effect.Copy copy, CellState cell) {
        var site = cell.at(copy.at());
        return site.write() && site.accepted() && !cell.ground().cell.isMutable();
    }

    private static CellState withoutSlot(Effect.Copy copy, CellState cell) {
        if (!copy.slot() || cell.on(new Edge(copy.from(), copy.at())).runs()) {
            return cell;
        }
        return cell.change(new Edge(copy.from(), copy.at()), Edge.Condition::withoutSlot);
    }

    private static CellState startedAgain(Effect.StopReplication stop, CellState cell) {
        var edge = new Edge(stop.from(), stop.at());
        CellState state = cell.change(edge, on -> on.runs(true));
        if (cell.ground().nature(edge).streams()) {
            state = state.change(edge, Edge.Condition::fromNow);
        }
        boolean isMissed = stop.resyncs() && cell.at(stop.from()).write();
        return isMissed ? Replications.arrive(state, stop.at()) : state;
    }

    private static CellState routedBack(Effect.Switch change, CellState cell) {
        return cell.change(change.to(), site -> site.routed(NONE))
                .change(change.from(), site -> site.routed(FULL));
    }

    private static Optional<CellState> drainedBack(Effect.Switch change, CellState cell) {
        CellState closed = cell.change(change.to(), site -> site.open(NONE));
        CellState drained = Replications.deliverAll(closed);
        var source = drained.at(change.from());
        if (drained.isAccepted() && !source.write()) {
            return Optional.empty();
        }
        CellState verified =
                source.base() == FULL
                        ? drained.change(change.from(), SiteState::verified)
                        : drained;
        return Optional.of(routedBack(change, verified));
    }

    private static Set<CellState> switchedBackByHalf(Effect.Switch change, CellState cell) {
        if (change.back() == Return.ROUTES) {
            return Set.of();
        }
        return change.pace() == Pace.GRADUALLY
                ? Set.of(routedBack(change, cell))
                : Set.of(cell.change(change.to(), site -> site.open(NONE)));
    }
}
