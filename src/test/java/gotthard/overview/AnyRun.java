package gotthard.overview;

import gotthard.action.Before;
import gotthard.action.Behind;
import gotthard.action.Blob;
import gotthard.action.Checkpoint;
import gotthard.action.Difference;
import gotthard.action.Evidence;
import gotthard.action.Failure;
import gotthard.action.Outcome;
import gotthard.action.Progress;
import gotthard.action.Verdict;
import gotthard.graph.StepId;
import gotthard.inventory.PersonName;
import gotthard.inventory.RoleName;
import gotthard.journal.Ending;
import gotthard.journal.Entry;
import gotthard.journal.Event;
import gotthard.journal.Hold;
import gotthard.journal.Opening;
import gotthard.journal.Operation;
import gotthard.journal.Request;
import gotthard.journal.Resolution;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Random;
import java.util.Set;

/// Tells a run in which anything happens. What may come next of a step is all that it looks to; nothing is told of a step before something was done
/// about all that it needs, but now and then that is undone below it.
final class AnyRun {
    private static final PersonName PERSON = new PersonName("platform-lead-1");

    private final Random random;
    private final Opening opening;
    private final boolean isLast;
    private final List<Entry> entries = new ArrayList<>();
    private final Map<StepId, Stand> stands = new HashMap<>();
    private final Map<StepId, Progress> progress = new HashMap<>();
    private Instant now;

    /// Where a step is, as far as matters for what may happen to it next.
    private enum At {
        NOTHING,
        HELD,
        RUNNING,
        APPLIED,
        FAILED,
        GIVEN_UP,
        UNKNOWN,
        GOOD,
        CHANGED,
        SKIPPED,
        WAIVED,
        UNDONE
    }

    private static final class Stand {
        private At at = At.NOTHING;
        private int generation = 1;
        private int attempt;
        private int undo;
    }

    /// @param isLast whether nothing comes after it, so that it may be in the middle of its way
    AnyRun(Random random, Opening opening, Instant start, boolean isLast) {
        this.random = random;
        this.opening = opening;
        this.isLast = isLast;
        now = start;
        opening.steps().forEach(step -> stands.put(step.id(), new Stand()));
    }

    Map<StepId, Progress> progress() {
        return Map.copyOf(progress);
    }

    List<Entry> tell() {
        add(new Event.RunOpened(opening));
        if (random.nextInt(8) == 0) {
            pauseAndGoOn();
        }
        int most = 5 + random.nextInt(opening.steps().size() * 7);
        for (int i = 0; i < most; i++) {
            if (random.nextInt(40) == 0) {
                pauseAndGoOn();
            }
            step(opening.steps().get(random.nextInt(opening.steps().size())));
        }
        switch (random.nextInt(6)) {
            case 0 -> goBack();
            case 1 -> finish();
            case 2 -> add(new Event.RunEnded(Ending.WAITING));
            case 3 -> cancel();
            default -> end();
        }
        return List.copyOf(entries);
    }

    private void end() {
        if (!isLast) {
            add(new Event.RunEnded(Ending.STOPPED));
        }
    }

    private void cancel() {
        if (random.nextBoolean()) {
            add(new Event.RunEnded(Ending.STOPPED));
        }
        add(new Event.RunCancelled());
    }

    private void finish() {
        for (int turn = 0; turn < 40; turn++) {
            opening.steps().forEach(this::step);
        }
        boolean isDone =
                opening.steps().stream()
                        .filter(step -> opening.selection().has(step.id()))
                        .allMatch(step -> isSettled(step.id()));
        add(new Event.RunEnded(isDone ? Ending.DONE : Ending.FAILED));
    }

    private void pauseAndGoOn() {
        add(new Event.RunEnded(random.nextBoolean() ? Ending.STOPPED : Ending.WAITING));
        now = now.plus(Duration.ofMinutes(random.nextInt(90)));
        add(new Event.RunResumed("0.1.0", "platform-lead-1 on desk-1"));
    }

    private void goBack() {
        add(new Event.RunTurned(Event.Direction.BACK, "asked for"));
        for (Opening.Listed step : opening.steps().reversed()) {
            Stand stand = stands.get(step.id());
            if (stand.attempt > 0 && random.nextInt(12) > 0) {
                undo(step.id(), stand);
            }
        }
        switch (random.nextInt(4)) {
            case 0 -> {}
            case 1 -> add(new Event.RunEnded(Ending.STOPPED));
            default -> add(new Event.RunEnded(Ending.ROLLED_BACK));
        }
    }

    private void undo(StepId step, Stand stand) {
        add(new Event.StepUndoIntended(step, ++stand.undo));
        if (random.nextInt(12) == 0) {
            return;
        }
        boolean isBad = random.nextInt(12) == 0;
        add(new Event.StepUndone(step, isBad ? new Outcome.Failed(failure()) : changed()));
        if (!isBad) {
            Verdict found = random.nextInt(12) == 0 ? differs() : new Verdict.Holds(evidence());
            add(new Event.StepRestored(step, found));
            if (found instanceof Verdict.Holds) {
                fresh(stand);
            }
        }
    }

    private static void fresh(Stand stand) {
        stand.at = At.UNDONE;
        stand.generation++;
        stand.attempt = 0;
        stand.undo = 0;
    }

    private void add(Event event) {
        now = now.plusSeconds(1 + random.nextInt(600));
        entries.add(new Entry(entries.size() + 1L, now, event));
    }

    private boolean isSettled(StepId step) {
        At at = stands.get(step).at;
        return at == At.GOOD || at == At.SKIPPED || at == At.WAIVED;
    }

    private void step(Opening.Listed step) {
        Stand stand = stands.get(step.id());
        boolean mayBegin =
                opening.selection().has(step.id())
                        && step.needs().stream().allMatch(this::isSettled);
        switch (stand.at) {
            case NOTHING, UNDONE -> {
                if (mayBegin) {
                    begin(step, stand);
                } else if (random.nextInt(30) == 0 && opening.selection().has(step.id())) {
                    hold(step, stand, new Hold.Paused("platform-lead-1"));
                }
            }
            case HELD -> held(step, stand);
            case RUNNING -> running(step.id(), stand);
            case APPLIED, UNKNOWN -> look(step.id(), stand);
            case FAILED -> failed(step.id(), stand);
            case GIVEN_UP, CHANGED -> bad(step.id(), stand);
            case GOOD, WAIVED -> again(step.id(), stand);
            case SKIPPED -> {}
        }
    }

    private void begin(Opening.Listed step, Stand stand) {
        int how = random.nextInt(10);
        if (step.kind().equals("approve")) {
            hold(
                    step,
                    stand,
                    new Hold.AwaitsApproval(
                            Set.of(new RoleName("platform-lead"), new RoleName("supervisor")),
                            "gotthard approve"));
        } else if (how == 0) {
            add(new Event.StepFoundRight(step.id(), evidence()));
            stand.at = At.GOOD;
        } else if (how == 1) {
            hold(step, stand, new Hold.AwaitsValue("lag of files", "70 s", "60 s"));
        } else {
            intend(step.id(), stand);
        }
    }

    private void hold(Opening.Listed step, Stand stand, Hold hold) {
        add(new Event.StepHeld(step.id(), hold));
        stand.at = At.HELD;
    }

    private void held(Opening.Listed step, Stand stand) {
        switch (random.nextInt(8)) {
            case 0 -> hold(step, stand, new Hold.Paused("platform-lead-2"));
            case 1 -> {
                add(new Event.StepReleased(step.id()));
                stand.at = At.NOTHING;
            }
            case 2 -> skip(step.id(), stand);
            case 3, 4 -> {
                if (step.kind().equals("approve")) {
                    add(
                            new Event.StepApproved(
                                    step.id(),
                                    List.of(
                                            new Request.Approve(
                                                    step.id(),
                                                    PERSON,
                                                    now,
                                                    "",
                                                    Optional.empty()))));
                    stand.at = At.GOOD;
                } else if (step.needs().stream().allMatch(this::isSettled)) {
                    intend(step.id(), stand);
                }
            }
            default -> {}
        }
    }

    private void skip(StepId step, Stand stand) {
        add(new Event.StepSkipped(step, PERSON, "not needed"));
        stand.at = At.SKIPPED;
    }

    private void intend(StepId step, Stand stand) {
        add(
                new Event.StepIntended(
                        step, stand.generation, ++stand.attempt, new Before.Absent(), List.of()));
        stand.at = At.RUNNING;
        progress.put(
                step,
                new Progress(
                        random.nextInt(1300),
                        random.nextInt(4) > 0 ? OptionalLong.of(1200) : OptionalLong.empty(),
                        Progress.Unit.BYTES,
                        "copies",
                        behind()));
    }

    private Optional<Behind> behind() {
        return random.nextBoolean()
                ? Optional.empty()
                : Optional.of(
                        new Behind(
                                random.nextInt(90_000_000),
                                Duration.ofSeconds(random.nextInt(900))));
    }

    private void running(StepId step, Stand stand) {
        switch (random.nextInt(10)) {
            case 0 -> add(new Event.StepCheckpointed(step, new Checkpoint("half of it")));
            case 1 ->
                    add(
                            new Event.StepKept(
                                    step,
                                    "log",
                                    Blob.of("words".getBytes(StandardCharsets.UTF_8))));
            case 2 -> {
                add(new Event.StepEnded(step, new Outcome.Failed(failure())));
                stand.at = At.FAILED;
            }
            case 3 -> {
                add(new Event.StepEnded(step, new Outcome.Unclear(failure())));
                stand.at = At.UNKNOWN;
            }
            default -> {
                add(new Event.StepEnded(step, changed()));
                stand.at = At.APPLIED;
            }
        }
    }

    private void look(StepId step, Stand stand) {
        switch (random.nextInt(10)) {
            case 0 -> {
                add(new Event.StepVerified(step, differs()));
                stand.at = At.FAILED;
            }
            case 1 -> {
                add(new Event.StepVerified(step, new Verdict.Unreadable(failure())));
                stand.at = At.UNKNOWN;
            }
            case 2 -> {
                add(
                        new Event.StepVerified(
                                step,
                                new Verdict.Underway(
                                        new Progress(
                                                1,
                                                OptionalLong.empty(),
                                                Progress.Unit.BYTES,
                                                "copies"))));
                stand.at = At.RUNNING;
            }
            default -> {
                add(new Event.StepVerified(step, new Verdict.Holds(evidence())));
                stand.at = At.GOOD;
            }
        }
    }

    private void failed(StepId step, Stand stand) {
        if (random.nextInt(4) > 0) {
            intend(step, stand);
            return;
        }
        add(new Event.StepGivenUp(step));
        stand.at = At.GIVEN_UP;
    }

    /// Somebody decides about what was given up or has changed.
    private void bad(StepId step, Stand stand) {
        switch (random.nextInt(8)) {
            case 0 -> skip(step, stand);
            case 1 ->
                    resolve(
                            step,
                            stand,
                            Operation.Claim.APPLIED,
                            new Resolution.Basis.Verified(evidence()));
            case 2 -> {
                Instant until = BigProgramme.NOW.plus(Duration.ofHours(random.nextInt(96) - 48));
                resolve(
                        step,
                        stand,
                        Operation.Claim.APPLIED,
                        new Resolution.Basis.Waived(until, differs(), "signed"));
                stand.at = At.WAIVED;
            }
            case 3 -> {
                resolve(
                        step,
                        stand,
                        Operation.Claim.ABSENT,
                        new Resolution.Basis.Verified(evidence()));
                fresh(stand);
            }
            case 4, 5 -> intend(step, stand);
            default -> {}
        }
    }

    private void resolve(StepId step, Stand stand, Operation.Claim claim, Resolution.Basis basis) {
        add(
                new Event.StepResolved(
                        step, claim, new Resolution(PERSON, "by hand", Optional.empty(), basis)));
        stand.at = At.GOOD;
    }

    /// A later look at what counts.
    private void again(StepId step, Stand stand) {
        if (stand.at == At.WAIVED && random.nextInt(3) == 0) {
            add(new Event.StepWaiverEnded(step));
            stand.at = At.HELD;
            return;
        }
        switch (random.nextInt(20)) {
            case 0 -> {
                add(new Event.StepVerified(step, differs()));
                stand.at = stand.at == At.WAIVED ? At.WAIVED : At.CHANGED;
            }
            case 1 -> {
                add(new Event.StepVerified(step, new Verdict.Holds(evidence())));
                stand.at = At.GOOD;
            }
            case 2 -> add(new Event.StepVerified(step, new Verdict.Unreadable(failure())));
            default -> {}
        }
    }

    private static Outcome changed() {
        return new Outcome.Changed(Evidence.of(1, "changed"));
    }

    private static Verdict differs() {
        return new Verdict.Differs(
                List.of(
                        new Difference(
                                "a.bin", "1 byte", "2 bytes", Difference.Owner.OURS_OR_ABSENT)));
    }

    private static Failure failure() {
        return Failure.transientFailure("it broke", "look");
    }

    private Evidence evidence() {
        long of = random.nextInt(10) == 0 ? 0 : 1 + random.nextInt(2000);
        long compared = random.nextInt(4) > 0 ? of : Math.max(0, of - random.nextInt(40));
        return new Evidence(
                compared, of, compared * 30_011, compared + " files", List.of(), behind());
    }
}
