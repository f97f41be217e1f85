package gotthard.proof.reference;

import static gotthard.world.Level.FULL;
import static gotthard.world.Level.HALF;
import static gotthard.world.Level.NONE;

import gotthard.inventory.SiteName;
import gotthard.world.Effect;
import gotthard.world.Effect.Pace;
import gotthard.world.Level;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/// What effects do on the way forward: what they ask for, what they bring about, and what they leave halfway.
final class Doing {
    private Doing() {}

    /// Whether it can begin; otherwise its precheck refuses, and nothing changes.
    static boolean canBegin(Effect effect, CellState cell) {
        return switch (effect) {
            case Effect.Deploy(_, var at) -> cell.at(at).deployed() == NONE;
            case Effect.Copy(_, var from, _, _, _) -> cell.at(from).base() == FULL;
            case Effect.Replicate(_, var from, var to, _, _, boolean fromSlot) -> {
                var on = cell.on(new Edge(from, to));
                yield !on.runs() && (on.slot() || !fromSlot);
            }
            case Effect.StopReplication(_, var from, var to, _) ->
                    cell.on(new Edge(from, to)).runs();
            case Effect.Fence(_, var at) -> cell.at(at).open() != NONE;
            case Effect.Drain(_, var from, var to) -> cell.on(new Edge(from, to)).runs();
            case Effect.Verify(_, var from, var at) ->
                    cell.at(at).base() == FULL && (!cell.at(from).write() || cell.at(at).write());
            case Effect.Switch(_, var from, var to, _, _) ->
                    cell.at(from).routed() == FULL
                            && to.stream().allMatch(site -> cell.at(site).open() == NONE);
            case Effect.Processing(_, var at) -> cell.at(at).processing() == NONE;
            case Effect.StopProcessing(_, var at) -> cell.at(at).processing() == FULL;
            case Effect.Stage(_, var at) -> cell.at(at).staged() == NONE;
            case Effect.Unstage(_, var at) -> cell.at(at).staged() == FULL;
            case Effect.Delete _ -> true;
        };
    }

    /// Whether what was left halfway can be completed.
    static boolean canComplete(Effect effect, CellState cell) {
        return !(effect instanceof Effect.Copy) || canBegin(effect, cell);
    }

    static CellState full(Effect effect, CellState cell) {
        return switch (effect) {
            case Effect.Deploy(_, var at) -> cell.change(at, site -> site.deployed(FULL));
            case Effect.Copy copy -> copied(copy, cell);
            case Effect.Replicate replicate -> replicated(replicate, cell);
            case Effect.StopReplication(_, var from, var to, _) ->
                    cell.change(new Edge(from, to), _ -> Edge.Condition.OFF);
            case Effect.Fence(_, var at) -> cell.change(at, site -> site.open(NONE));
            case Effect.Drain(_, var from, var to) -> drained(new Edge(from, to), cell);
            case Effect.Verify(_, _, var at) -> cell.change(at, SiteState::verified);
            case Effect.Switch(_, var from, var to, _, _) ->
                    cell.change(to, site -> site.open(FULL).routed(FULL))
                            .change(from, site -> site.routed(NONE));
            case Effect.Processing(_, var at) -> cell.change(at, site -> site.processing(FULL));
            case Effect.StopProcessing(_, var at) -> cell.change(at, site -> site.processing(NONE));
            case Effect.Stage(_, var at) -> cell.change(at, site -> site.staged(FULL));
            case Effect.Unstage(_, var at) -> cell.change(at, site -> site.staged(NONE));
            case Effect.Delete(_, var at) -> deleted(at, NONE, cell);
        };
    }

    /// What it may leave halfway; nothing where there is no such thing.
    static Set<CellState> halves(Effect effect, CellState cell) {
        return switch (effect) {
            case Effect.Deploy(_, var at) -> Set.of(cell.change(at, site -> site.deployed(HALF)));
            case Effect.Copy copy -> copiedByHalf(copy, cell);
            case Effect.Replicate(_, var from, var to, _, _, boolean fromSlot) -> {
                var edge = new Edge(from, to);
                yield fromSlot || !cell.ground().nature(edge).streams()
                        ? Set.of()
                        : Set.of(cell.change(edge, Edge.Condition::fromNow));
            }
            case Effect.StopReplication(_, var from, var to, _) -> {
                var edge = new Edge(from, to);
                yield cell.ground().nature(edge).streams()
                        ? Set.of(cell.change(edge, on -> on.runs(false)))
                        : Set.of();
            }
            case Effect.Fence(_, var at) -> Set.of(cell.change(at, site -> site.open(HALF)));
            case Effect.Switch(_, _, var to, var pace, _) -> switchedByHalf(to, pace, cell);
            case Effect.Processing(_, var at) ->
                    Set.of(cell.change(at, site -> site.processing(HALF)));
            case Effect.StopProcessing(_, var at) ->
                    Set.of(cell.change(at, site -> site.processing(HALF)));
            case Effect.Stage(_, var at) -> Set.of(cell.change(at, site -> site.staged(HALF)));
            case Effect.Unstage(_, var at) -> Set.of(cell.change(at, site -> site.staged(HALF)));
            case Effect.Delete(_, var at) -> Set.of(deleted(at, HALF, cell));
            case Effect.Drain _, Effect.Verify _ -> Set.of();
        };
    }

    private static CellState copied(Effect.Copy copy, CellState cell) {
        CellState state =
                cell.change(copy.at(), site -> site.base(FULL).write(writeAfter(copy, cell)));
        state = state.change(copy.at(), copy.full() ? SiteState::verified : SiteState::unverified);
        return withSlot(copy, state);
    }

    private static Set<CellState> copiedByHalf(Effect.Copy copy, CellState cell) {
        CellState half =
                withSlot(copy, cell.change(copy.at(), site -> site.base(HALF).unverified()));
        var halves = new LinkedHashSet<CellState>();
        halves.add(half);
        halves.add(half.change(copy.at(), site -> site.write(writeAfter(copy, cell))));
        return halves;
    }

    /// What is mutable becomes what the source has; what is only added to stays.
    private static boolean writeAfter(Effect.Copy copy, CellState cell) {
        boolean there = cell.at(copy.at()).write();
        return cell.at(copy.from()).write() || (there && !cell.ground().cell.isMutable());
    }

    private static CellState withSlot(Effect.Copy copy, CellState cell) {
        if (!copy.slot() || cell.on(new Edge(copy.from(), copy.at())).runs()) {
            return cell;
        }
        return cell.change(new Edge(copy.from(), copy.at()), Edge.Condition::fromNow);
    }

    private static CellState replicated(Effect.Replicate replicate, CellState cell) {
        var edge = new Edge(replicate.from(), replicate.at());
        CellState running = cell.change(edge, on -> on.runs(true));
        boolean hasSlot = !replicate.fromSlot() && cell.ground().nature(edge).streams();
        return hasSlot ? running.change(edge, Edge.Condition::fromNow) : running;
    }

    private static CellState drained(Edge edge, CellState cell) {
        return Replications.canDeliver(cell, edge) ? Replications.deliver(cell, edge) : cell;
    }

    private static Set<CellState> switchedByHalf(List<SiteName> to, Pace pace, CellState cell) {
        var halves = new LinkedHashSet<CellState>();
        halves.add(cell.change(to.getFirst(), site -> site.open(HALF)));
        Level routed = pace == Pace.GRADUALLY ? HALF : FULL;
        CellState state = cell;
        for (SiteName target : to) {
            state = state.change(target, site -> site.open(FULL).routed(routed));
            halves.add(state);
        }
        return halves;
    }

    /// Replications that run carry the deletion to where they lead.
    private static CellState deleted(SiteName at, Level left, CellState cell) {
        CellState state = cell.change(at, site -> site.base(left).write(false).unverified());
        for (Edge edge : cell.ground().edgesFrom(at)) {
            if (cell.on(edge).runs()) {
                state = state.change(edge.to(), Doing::robbed);
            }
        }
        return state;
    }

    private static SiteState robbed(SiteState site) {
        Level left = site.base() == NONE ? NONE : HALF;
        return site.base(left).write(false).unverified();
    }
}
