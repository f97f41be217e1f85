package gotthard.run;

import gotthard.graph.Graph;
import gotthard.graph.StepId;
import gotthard.inventory.Inventory;
import gotthard.inventory.SiteName;
import gotthard.journal.Ending;
import gotthard.journal.Journal;
import gotthard.journal.Lease;
import gotthard.proof.Model;

import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/// Lets the simulation, which stands in a package of its own, walk with its own seams.
public final class Walking {
    private Walking() {}

    /// What the loop is given instead of the world.
    public record Seams(
            Journal journal, Lease lease, Workers workers, Mailbox mailbox, InstantSource clock) {}

    public static Ending walk(Decider decider, Seams seams, State opened, List<Signal> first)
            throws InterruptedException {
        var inside =
                new Walk.Seams(
                        seams.journal(),
                        seams.lease(),
                        seams.workers(),
                        seams.mailbox(),
                        seams.clock());
        return new Walk(decider, inside, RunObserver.NONE).walk(opened, first);
    }

    /// Rules with another order of undoing, for planted bugs.
    public static Rules rules(
            Graph graph,
            Function<StepId, Set<StepId>> undoneAfter,
            Inventory inventory,
            Optional<Model> model,
            Options options) {
        return new Rules(
                new Rules.Ground(
                        new Course(graph, undoneAfter), Guard.of(graph, model, options.states())),
                inventory,
                options);
    }

    /// A turn after which slots are taken that nobody uses.
    public static Turn leaking(Turn turn, Set<SiteName> sites) {
        State state = turn.state();
        var leaky =
                new State(
                        state.run(),
                        state.outlook(),
                        state.atStart(),
                        state.way(),
                        state.flights(),
                        state.slots().take(sites),
                        state.trails(),
                        state.awaits(),
                        state.agenda(),
                        state.alarms(),
                        state.gates(),
                        state.unsettled(),
                        state.stop(),
                        state.frozen(),
                        state.part(),
                        state.idleSince());
        return new Turn(turn.events(), turn.orders(), turn.ending(), turn.wake(), leaky);
    }
}
