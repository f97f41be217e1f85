package gotthard.bench;

import gotthard.action.Before;
import gotthard.action.Checkpoint;
import gotthard.action.Evidence;
import gotthard.action.Failure;
import gotthard.action.Outcome;
import gotthard.action.Verdict;
import gotthard.graph.StepId;
import gotthard.inventory.DataTypeName;
import gotthard.inventory.RegionName;
import gotthard.inventory.RoleName;
import gotthard.inventory.SiteName;
import gotthard.journal.Ending;
import gotthard.journal.Entry;
import gotthard.journal.Event;
import gotthard.journal.Hold;
import gotthard.journal.Journal;
import gotthard.journal.Lease;
import gotthard.journal.Opening;
import gotthard.journal.RunId;
import gotthard.journal.RunState;
import gotthard.plan.PlanName;
import gotthard.world.CellId;
import gotthard.world.Effect;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// Writes journals as weeks of work leave them: steps that copy in many parts, each part with a checkpoint, with attempts that failed
/// and were repeated, and a gate at the end that waits.
final class LongJournal {
    private static final Instant BEGAN = Instant.parse("2019-11-13T08:00:00Z");
    private static final SiteName MOSCOW = new SiteName("moscow");
    private static final SiteName ZURICH = new SiteName("zurich-1");
    private static final StepId GATE = new StepId("go");
    private static final int CHECKPOINTS = 120;
    private static final int IN_ONE_COMMIT = 20;

    private final Journal journal;
    private final RunId run;
    private final Lease lease;
    private final List<Event> waiting = new ArrayList<>();
    private RunState state;
    private long written;

    private LongJournal(Journal journal, RunId run, Lease lease, int steps) {
        this.journal = journal;
        this.run = run;
        this.lease = lease;
        var opened = new Event.RunOpened(opening(steps));
        append(List.of(opened));
        this.state = RunState.opened(run, new Entry(1, BEGAN, opened));
    }

    /// A run that has at least so many events and stands at its gate.
    ///
    /// @param isLeft whether its process has ended there, as it has in most runs of a long list
    static void write(Journal journal, RunId run, int events, boolean isLeft) {
        int eachStep = 2 * CHECKPOINTS + 7;
        int steps = Math.max(1, events / eachStep);
        var lease = ((Journal.Acquired.Granted) journal.acquire(run, "benchmark")).lease();
        var writer = new LongJournal(journal, run, lease, steps);
        for (int step = 0; step < steps; step++) {
            writer.step(id(step));
        }
        while (writer.written < events - 2) {
            writer.take(new Event.RunResumed("0.1.0", "somebody"));
        }
        writer.take(
                new Event.StepHeld(
                        GATE,
                        new Hold.AwaitsApproval(
                                Set.of(new RoleName("supervisor")), "gotthard approve go")));
        if (isLeft) {
            writer.take(new Event.RunEnded(Ending.WAITING));
        }
        writer.flush();
        journal.release(lease);
    }

    private void step(StepId id) {
        take(new Event.StepIntended(id, 1, 1, new Before.Absent(), List.of()));
        checkpoints(id);
        take(
                new Event.StepEnded(
                        id,
                        new Outcome.Failed(
                                Failure.transientFailure(
                                        "zurich-1/files-1 closed the connection",
                                        "it is tried again"))));
        take(new Event.StepIntended(id, 1, 2, new Before.Absent(), List.of()));
        checkpoints(id);
        take(
                new Event.StepEnded(
                        id,
                        new Outcome.Changed(Evidence.of(2000, "2,000 files, equal by SHA-256"))));
        take(
                new Event.StepVerified(
                        id, new Verdict.Holds(Evidence.of(2000, "2,000 files, equal by SHA-256"))));
    }

    private void checkpoints(StepId id) {
        for (int part = 1; part <= CHECKPOINTS; part++) {
            take(new Event.StepCheckpointed(id, new Checkpoint("{\"part\":" + part + "}")));
        }
    }

    private void take(Event event) {
        waiting.add(event);
        written++;
        if (waiting.size() == IN_ONE_COMMIT) {
            flush();
        }
    }

    private void flush() {
        if (waiting.isEmpty()) {
            return;
        }
        append(waiting);
        for (Event event : waiting) {
            state = state.after(new Entry(state.last() + 1, BEGAN, event));
        }
        waiting.clear();
        journal.keep(lease, state);
    }

    private void append(List<Event> events) {
        long next = events.getFirst() instanceof Event.RunOpened ? 1 : state.last() + 1;
        if (!journal.append(lease, next, BEGAN, events)) {
            throw new IllegalStateException("the lease of " + run + " is lost");
        }
    }

    private static Opening opening(int steps) {
        List<Opening.Listed> listed = new ArrayList<>();
        for (int step = 0; step < steps; step++) {
            listed.add(listed(step));
        }
        Set<StepId> all = Set.copyOf(listed.stream().map(Opening.Listed::id).toList());
        listed.add(
                new Opening.Listed(
                        GATE,
                        "approve",
                        1,
                        "an approval",
                        all,
                        Set.of(),
                        List.of(),
                        "0".repeat(64)));
        return new Opening(
                new PlanName("weeks"),
                "Weeks of work",
                "plans/weeks.yaml",
                "inventories/weeks.yaml",
                "0.1.0",
                "somebody",
                1,
                Opening.Selection.ALL,
                Opening.Limits.USUAL,
                listed,
                Map.of("plans/weeks.yaml", "# the plan\n".repeat(steps)));
    }

    private static Opening.Listed listed(int step) {
        var cell = new CellId(new RegionName("europe"), new DataTypeName("files-" + step));
        return new Opening.Listed(
                id(step),
                "files.copy",
                1,
                "copy europe/files-" + step + " from moscow to zurich-1",
                step < 16 ? Set.of() : Set.of(id(step - 16)),
                Set.of(MOSCOW, ZURICH),
                List.of(new Effect.Copy(cell, MOSCOW, ZURICH, true)),
                "%064x".formatted(step));
    }

    private static StepId id(int step) {
        return new StepId("files[part-" + step + ",zurich-1]");
    }
}
