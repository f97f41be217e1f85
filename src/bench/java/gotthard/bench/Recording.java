package gotthard.bench;

import gotthard.action.Before;
import gotthard.action.Checkpoint;
import gotthard.action.Evidence;
import gotthard.action.Outcome;
import gotthard.action.Verdict;
import gotthard.graph.StepId;
import gotthard.inventory.SiteName;
import gotthard.journal.Event;
import gotthard.journal.Journal;
import gotthard.journal.Lease;
import gotthard.journal.Opening;
import gotthard.plan.PlanName;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// Records what a run of a thousand steps does, as fast as it is told to: each step is tried, goes on from checkpoint to checkpoint, and is
/// verified; after the last one, all are verified again and again.
final class Recording {
    private static final int STEPS = 1000;
    private static final int CHECKPOINTS = 20;

    private final Journal journal;
    private final Lease lease;
    private long last;
    private int step;
    private int at;

    Recording(Journal journal, Lease lease) {
        this.journal = journal;
        this.lease = lease;
    }

    long last() {
        return last;
    }

    void open() {
        List<Opening.Listed> steps = new ArrayList<>();
        for (int i = 0; i < STEPS; i++) {
            steps.add(
                    new Opening.Listed(
                            id(i),
                            "ssh.run",
                            1,
                            "does part " + i,
                            Set.of(),
                            Set.of(new SiteName("zurich-1")),
                            List.of(),
                            "00"));
        }
        append(
                List.of(
                        new Event.RunOpened(
                                new Opening(
                                        new PlanName("europe-files"),
                                        "A thousand steps",
                                        "plans/bench.yaml",
                                        "inventories/bench.yaml",
                                        "0.1.0",
                                        "the benchmark",
                                        7,
                                        Opening.Selection.ALL,
                                        Opening.Limits.USUAL,
                                        steps,
                                        Map.of()))));
    }

    /// So many entries more, in one commit.
    void append(int count) {
        List<Event> events = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            events.add(next());
        }
        append(events);
    }

    private void append(List<Event> events) {
        if (!journal.append(lease, last + 1, Instant.now(), events)) {
            throw new IllegalStateException("somebody else has the run");
        }
        last += events.size();
    }

    private Event next() {
        StepId id = id(step % STEPS);
        boolean isDone = step >= STEPS;
        int now = at;
        at = now > CHECKPOINTS + 1 || isDone ? 0 : now + 1;
        step = at == 0 ? step + 1 : step;
        if (isDone || now > CHECKPOINTS + 1) {
            return new Event.StepVerified(id, new Verdict.Holds(evidence()));
        }
        if (now == 0) {
            return new Event.StepIntended(id, 1, 1, new Before.Absent(), List.of());
        }
        return now <= CHECKPOINTS
                ? new Event.StepCheckpointed(id, new Checkpoint("part " + now))
                : new Event.StepEnded(id, new Outcome.Changed(evidence()));
    }

    private static Evidence evidence() {
        return Evidence.of(1204, "1,204 files, equal by SHA-256");
    }

    private static StepId id(int number) {
        return new StepId("part-" + number);
    }
}
