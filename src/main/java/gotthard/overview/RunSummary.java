package gotthard.overview;

import gotthard.graph.WrittenTerms;
import gotthard.journal.Ending;
import gotthard.journal.Event;
import gotthard.journal.RunId;
import gotthard.plan.PlanName;

import java.time.Duration;
import java.time.Instant;
import java.util.Collections;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;

/// A run as a whole.
///
/// @param terms who answers for the plan, and when it must be done
/// @param startedBy who started it: person and host
/// @param ending how the last process's part in it ended, while no other has resumed it
/// @param ended when that was
/// @param last when its last entry was written
/// @param elapsed from its opening to its ending, or to now
/// @param counts how many steps stand where; stages without a step are left out
public record RunSummary(
        RunId id,
        PlanName plan,
        String title,
        WrittenTerms terms,
        String startedBy,
        String toolVersion,
        Event.Direction direction,
        Optional<Ending> ending,
        Instant started,
        Optional<Instant> ended,
        Instant last,
        Duration elapsed,
        Map<Stage, Integer> counts) {
    public RunSummary {
        counts = counts.isEmpty() ? Map.of() : Collections.unmodifiableMap(new EnumMap<>(counts));
    }

    RunSummary with(WrittenTerms other) {
        return new RunSummary(
                id,
                plan,
                title,
                other,
                startedBy,
                toolVersion,
                direction,
                ending,
                started,
                ended,
                last,
                elapsed,
                counts);
    }

    public int count(Stage stage) {
        return counts.getOrDefault(stage, 0);
    }

    /// All steps that the run was asked to do.
    public int asked() {
        return counts.values().stream().mapToInt(Integer::intValue).sum() - count(Stage.LEFT_OUT);
    }
}
