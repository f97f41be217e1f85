package gotthard.cli;

import gotthard.graph.WrittenAges;
import gotthard.journal.RunState;
import gotthard.journal.StepRecord;
import gotthard.journal.StepState;
import gotthard.shape.Durations;
import gotthard.terminal.Amounts;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/// Says how old verifications are that count only for a while.
record Ages(WrittenAges written) {
    static Ages of(RunState state) {
        return new Ages(WrittenAges.of(state.opening().documents(), state.opening().planSource()));
    }

    /// `verified 3h 00m ago, counts for 1h, so that it is verified again before anything begins on it`.
    Optional<String> words(StepRecord step, Instant now) {
        return written.of(step.id())
                .flatMap(
                        counts ->
                                step.state() instanceof StepState.Verified(var at, _, _)
                                        ? Optional.of(words(Duration.between(at, now), counts))
                                        : Optional.empty());
    }

    private static String words(Duration age, Duration counts) {
        String words =
                "verified " + Amounts.time(age) + " ago, counts for " + Durations.text(counts);
        return age.compareTo(counts) > 0
                ? words + ", so that it is verified again before anything begins on it"
                : words;
    }
}
