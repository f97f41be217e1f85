package gotthard.world;

import java.util.List;
import java.util.Set;

/// One cell in a packed state: its beginning, what effects do to it, and what happens by itself.
public final class CellWorld {
    private final CellShape shape;
    private final CellVariables of;
    private final Links links;
    private final Judgement judgement;

    /// Takes its place in a layout.
    public CellWorld(CellShape shape, Set<Variable> kept, Layout layout) {
        this.shape = shape;
        of = new CellVariables(shape, kept, layout);
        links = new Links(shape, of);
        judgement = new Judgement(shape, of, links, kept);
    }

    public CellShape shape() {
        return shape;
    }

    public Judgement judgement() {
        return judgement;
    }

    /// Every first site holds, serves and processes all of it.
    public void begin(long[] state) {
        for (var first : shape.cell().first()) {
            int site = shape.site(first);
            Layout.set(state, of.base[site], Layout.FULL);
            Layout.set(state, of.open[site], Layout.FULL);
            Layout.set(state, of.routed[site], Layout.FULL);
            Layout.set(state, of.processing[site], Layout.FULL);
            Layout.set(state, of.deployed[site], Layout.FULL);
            Layout.set(state, of.baseVerified[site], 1);
        }
    }

    /// What an effect does.
    ///
    /// @param turn which one it is of those that are the same
    public Act act(Effect effect, int turn) {
        if (shape.isAlreadySo(effect)) {
            return Act.idle();
        }
        return switch (effect) {
            case Effect.Deploy(_, var at) -> rise(of.deployed[shape.site(at)], effect, turn);
            case Effect.Processing(_, var at) -> rise(of.processing[shape.site(at)], effect, turn);
            case Effect.StopProcessing(_, var at) ->
                    fall(of.processing[shape.site(at)], effect, turn);
            case Effect.Stage(_, var at) -> rise(of.staged[shape.site(at)], effect, turn);
            case Effect.Unstage(_, var at) -> fall(of.staged[shape.site(at)], effect, turn);
            case Effect.Fence(_, var at) ->
                    new LevelAct(of.open[shape.site(at)], Layout.FULL, true, Layout.NONE);
            case Effect.Copy copy -> copy(copy);
            case Effect.Replicate(_, var from, var at, _, _, var fromSlot) ->
                    new ReplicateAct(of, links, shape.edge(from, at), fromSlot);
            case Effect.StopReplication(_, var from, var at, var resyncs) ->
                    new StopAct(of, links, shape.edge(from, at), resyncs);
            case Effect.Drain(_, var from, var at) -> new DrainAct(of, links, shape.edge(from, at));
            case Effect.Verify(_, var from, var at) ->
                    new VerifyAct(of, shape.site(from), shape.site(at));
            case Effect.Switch change -> new SwitchAct(of, links, shape, change);
            case Effect.Delete(_, var at) -> new DeleteAct(of, links, shape.site(at));
        };
    }

    private Act copy(Effect.Copy copy) {
        int edge = copy.slot() ? shape.edge(copy.from(), copy.at()) : -1;
        int from = shape.site(copy.from());
        int at = shape.site(copy.at());
        return new CopyAct(of, from, at, shape.cell().isMutable(), copy.full(), edge);
    }

    private Act rise(int field, Effect effect, int turn) {
        return alone(new LevelAct(field, Layout.NONE, false, Layout.FULL), effect, turn);
    }

    private Act fall(int field, Effect effect, int turn) {
        return alone(new LevelAct(field, Layout.FULL, false, Layout.NONE), effect, turn);
    }

    /// The same, unless several effects do it together.
    private Act alone(LevelAct act, Effect effect, int turn) {
        List<Integer> shares = of.shares.get(effect);
        return shares == null ? act : new ShareAct(act, shares, turn);
    }

    /// A user writes. False where that can't be.
    public boolean write(int site, long[] state) {
        return links.write(site, state);
    }

    /// A replication brings what is on its way. False where nothing is.
    public boolean deliver(int edge, long[] state) {
        return links.deliver(edge, state);
    }

    public void deliverAll(long[] state) {
        links.deliverAll(state);
    }

    /// Whether writes are part of what is kept.
    public boolean hasWrites() {
        return of.write[0] != Layout.ABSENT;
    }

    public boolean isRunning(int edge, long[] state) {
        return Layout.is(state, of.run[edge]);
    }

    /// The fields of a kind of variable of sites; none where it is left out.
    public List<Integer> fields(int site, Variable variable) {
        List<Integer> all =
                switch (variable) {
                    case BASE -> List.of(of.base[site]);
                    case WRITE -> List.of(of.write[site], of.accepted[site]);
                    case OPEN -> List.of(of.open[site]);
                    case ROUTED -> List.of(of.routed[site]);
                    case PROCESSING -> List.of(of.processing[site]);
                    case DEPLOYED -> List.of(of.deployed[site]);
                    case STAGED -> List.of(of.staged[site]);
                    case VERIFIED -> List.of(of.baseVerified[site], of.writeVerified[site]);
                    case RUN, STREAM -> List.of();
                };
        return all.stream().filter(field -> field != Layout.ABSENT).toList();
    }

    public Holding holding(int site, long[] state) {
        return new Holding(
                level(of.base[site], state),
                Layout.is(state, of.write[site]),
                Layout.is(state, of.accepted[site]),
                level(of.open[site], state),
                level(of.routed[site], state),
                level(of.processing[site], state),
                level(of.deployed[site], state),
                level(of.staged[site], state),
                Layout.is(state, of.baseVerified[site]),
                Layout.is(state, of.writeVerified[site]));
    }

    private static Level level(int field, long[] state) {
        return switch (Layout.get(state, field)) {
            case Layout.NONE -> Level.NONE;
            case Layout.HALF -> Level.HALF;
            default -> Level.FULL;
        };
    }
}
