package gotthard.run;

import gotthard.action.Difference;
import gotthard.action.Failure;
import gotthard.action.Verdict;
import gotthard.graph.StepId;
import gotthard.journal.Event;
import gotthard.journal.Hold;
import gotthard.journal.StepRecord;
import gotthard.journal.StepState;
import gotthard.shape.Durations;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/// Lets nothing begin on a verification that is older than the plan lets it count: what was verified too long ago is verified again
/// first. What differs then is held with what was found, and what could not be read is tried again.
final class Freshness {
    /// How often in a row a step may wait for that. When verifying takes longer than it counts, it would never begin.
    private static final int MOST_DELAYS = 3;

    private final Draft draft;
    private final Waiting waiting;
    private final Readiness readiness;

    Freshness(Draft draft) {
        this.draft = draft;
        waiting = new Waiting(draft);
        readiness = new Readiness(draft);
    }

    /// Whether a step has to wait because something that it needs, directly or not, is verified again.
    boolean holds(StepId id) {
        List<StepId> outdated = outdated(id);
        if (outdated.isEmpty()) {
            return false;
        }
        List<StepId> undoubted =
                outdated.stream().filter(need -> draft.trail(need).doubter().isEmpty()).toList();
        if (!undoubted.isEmpty() && draft.trail(id).delays() >= MOST_DELAYS) {
            waiting.hold(id, new Hold.Unreadable(neverInTime(id, undoubted.getFirst())));
            draft.note(id, draft.trail(id).givenUp());
            return true;
        }
        if (!undoubted.isEmpty()) {
            draft.note(id, draft.trail(id).delayed(draft.trail(id).delays() + 1));
        }
        undoubted.forEach(need -> doubt(need, id));
        return true;
    }

    /// The same before a look, which the calendar would make in vain.
    boolean holdsLook(StepId id) {
        return draft.course().graph().timetable().delay(id, draft.now()).isEmpty() && holds(id);
    }

    /// What a step that begins relies on beside what it needs itself: the entries of the verifications that count only for a while.
    List<Long> relied(StepId id) {
        Set<StepId> direct = draft.course().step(id).needs();
        return counting(id).stream()
                .filter(need -> !direct.contains(need))
                .map(need -> Attempts.settledBy(draft.step(need).state()))
                .flatMap(Optional::stream)
                .toList();
    }

    /// From now on the step does not count, until it is verified again.
    private void doubt(StepId need, StepId by) {
        boolean counted = readiness.counts(need);
        draft.note(need, draft.trail(need).doubtedBy(Optional.of(by)));
        if (counted) {
            readiness.withdrawn(need);
        }
        draft.enlist(need);
    }

    private List<StepId> outdated(StepId id) {
        return counting(id).stream().filter(this::isOutdated).toList();
    }

    private boolean isOutdated(StepId id) {
        return draft.step(id).state() instanceof StepState.Verified(var at, _, _)
                && at.plus(counts(id)).isBefore(draft.now());
    }

    private Duration counts(StepId id) {
        return draft.course().graph().timetable().fresh(id).orElseThrow();
    }

    /// The steps that it needs, directly or not, whose verification counts only for a while; up to where a person answers for one.
    private Set<StepId> counting(StepId id) {
        var counting =
                new TreeSet<StepId>(java.util.Comparator.comparingInt(draft.course()::place));
        if (draft.course().graph().timetable().fresh().isEmpty()) {
            return counting;
        }
        Set<StepId> seen = new HashSet<>();
        var open = new ArrayDeque<>(draft.course().step(id).needs());
        while (!open.isEmpty()) {
            StepId need = open.remove();
            if (seen.add(need) && draft.step(need).isVerified()) {
                if (draft.course().graph().timetable().fresh(need).isPresent()) {
                    counting.add(need);
                }
                open.addAll(draft.course().step(need).needs());
            }
        }
        return counting;
    }

    /// A step was verified again.
    void checked(StepId id, Verdict verdict) {
        switch (verdict) {
            case Verdict.Holds _ -> {
                draft.record(new Event.StepVerified(id, verdict));
                draft.note(id, draft.trail(id).seen().doubtedBy(Optional.empty()));
                readiness.verified(id);
            }
            case Verdict.Differs(var differences) -> {
                draft.record(new Event.StepVerified(id, verdict));
                draft.note(id, draft.trail(id).seen().doubtedBy(Optional.empty()));
                drifted(id, differences);
            }
            case Verdict.Underway _ -> again(() -> waiting.again(id));
            case Verdict.Unreadable(var failure) ->
                    again(
                            () -> {
                                holdDoubter(id, failure);
                                waiting.lookAgainUnlessHopeless(id, failure);
                            });
        }
    }

    /// What a step that does not go forward any more is like is told where it was seen, and holds up nothing.
    private void again(Runnable look) {
        if (draft.way() == Way.FORWARD && !draft.isInterrupted()) {
            look.run();
        }
    }

    /// Held as it was found, until somebody decides.
    void drifted(StepId id, List<Difference> differences) {
        if (draft.way() == Way.FORWARD && !waiting.holdsReliedUpon(id, differences)) {
            waiting.hold(id, new Hold.Drifted(differences));
        }
    }

    private void holdDoubter(StepId id, Failure failure) {
        StepId doubter = draft.trail(id).doubter().orElseThrow();
        StepRecord record = draft.step(doubter);
        if (!record.isSettled() && !Attempts.isOpen(record)) {
            String what =
                    "what it needs can't be verified again: "
                            + verified(id)
                            + ": "
                            + failure.what();
            waiting.hold(
                    doubter,
                    new Hold.Unreadable(new Failure(failure.kind(), what, failure.next())));
        }
    }

    private String verified(StepId id) {
        Instant at =
                draft.step(id).state() instanceof StepState.Verified(var then, _, _)
                        ? then
                        : draft.now();
        return id + " was verified at " + at + ", which counts for " + Durations.text(counts(id));
    }

    private Failure neverInTime(StepId id, StepId need) {
        return Failure.refused(
                "looking at "
                        + id
                        + " and verifying what it needs takes longer than that counts: "
                        + verified(need),
                "give "
                        + need
                        + " a longer \"fresh\" in the plan and run gotthard amend, or let fewer steps run at the same time, then gotthard retry "
                        + id);
    }
}
