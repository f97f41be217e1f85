package gotthard.overview;

import gotthard.action.Evidence;
import gotthard.action.Outcome;
import gotthard.action.Verdict;
import gotthard.journal.Entry;
import gotthard.journal.Event;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/// What one step went through, gathered from its entries in order.
final class History {
    private int attempts;
    private int undoAttempts;
    private int generation;
    private Optional<Instant> began = Optional.empty();
    private Optional<Instant> attempted = Optional.empty();
    private Optional<Instant> settled = Optional.empty();
    private Optional<Evidence> restored = Optional.empty();
    private OptionalLong entry = OptionalLong.empty();
    private Optional<Total> total = Optional.empty();
    private final List<String> kept = new ArrayList<>();

    private History() {}

    static History none() {
        return new History();
    }

    /// Intents, over all generations.
    int attempts() {
        return attempts;
    }

    int undoAttempts() {
        return undoAttempts;
    }

    /// The first intent of the last generation that has one; for a step that only waits, the start of the wait.
    Optional<Instant> began() {
        return began;
    }

    /// The latest intent.
    Optional<Instant> attempted() {
        return attempted;
    }

    Optional<Instant> settled() {
        return settled;
    }

    /// From its beginning to its first rest, or to now.
    Optional<Duration> duration(Instant now) {
        return began.map(start -> Duration.between(start, settled.orElse(now)))
                .map(duration -> duration.isNegative() ? Duration.ZERO : duration);
    }

    /// What showed that the undoing was complete.
    Optional<Evidence> restored() {
        return restored;
    }

    /// The entry that its present stage rests on.
    OptionalLong entry() {
        return entry;
    }

    /// How many things its verifications have found to compare.
    Optional<Total> total() {
        return total;
    }

    List<String> kept() {
        return List.copyOf(kept);
    }

    void take(Event.OfStep event, Entry from) {
        Instant at = from.at();
        if (changes(event)) {
            entry = OptionalLong.of(from.seq());
        }
        switch (event) {
            case Event.StepIntended intended -> intended(intended, at);
            case Event.StepFoundRight(_, var evidence) -> {
                count(evidence);
                settle(at);
            }
            case Event.StepApproved _ -> settle(at);
            case Event.StepHeld _ -> held(at);
            case Event.StepVerified(_, var verdict) -> {
                if (verdict instanceof Verdict.Holds(var evidence)) {
                    count(evidence);
                    settle(at);
                }
            }
            case Event.StepGivenUp _, Event.StepSkipped _, Event.StepResolved _ -> settle(at);
            case Event.StepKept(_, var title, _) -> kept.add(title);
            case Event.StepUndoIntended _ -> {
                undoAttempts++;
                settle(at);
            }
            case Event.StepRestored(_, var verdict) -> {
                if (verdict instanceof Verdict.Holds(var evidence)) {
                    restored = Optional.of(evidence);
                }
            }
            case Event.StepEnded(_, var outcome) -> {
                if (outcome instanceof Outcome.Unclear) {
                    settled = Optional.empty();
                }
            }
            case Event.StepWaiverEnded _ -> held(at);
            case Event.StepUndone _,
                    Event.StepReleased _,
                    Event.StepRecovered _,
                    Event.StepClaimRefused _,
                    Event.StepCollected _,
                    Event.StepCheckpointed _ -> {}
        }
    }

    /// Notes, checkpoints and refused claims leave a step where it stands.
    private static boolean changes(Event.OfStep event) {
        return !(event instanceof Event.StepKept
                || event instanceof Event.StepCheckpointed
                || event instanceof Event.StepCollected
                || event instanceof Event.StepRecovered
                || event instanceof Event.StepClaimRefused);
    }

    private void count(Evidence evidence) {
        total =
                Optional.of(
                        new Total(evidence.of(), total.map(Total::first).orElse(evidence.of())));
    }

    private void intended(Event.StepIntended intended, Instant at) {
        attempts++;
        attempted = Optional.of(at);
        if (intended.generation() != generation) {
            generation = intended.generation();
            began = Optional.of(at);
        }
        settled = Optional.empty();
        restored = Optional.empty();
    }

    private void held(Instant at) {
        if (began.isEmpty()) {
            began = Optional.of(at);
        }
    }

    private void settle(Instant at) {
        if (settled.isEmpty()) {
            settled = Optional.of(at);
        }
    }
}
