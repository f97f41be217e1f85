package gotthard.overview;

import gotthard.action.Progress;
import gotthard.graph.StepId;
import gotthard.graph.WrittenTerms;
import gotthard.journal.Entry;
import gotthard.journal.Operations;
import gotthard.journal.RunId;
import gotthard.journal.RunState;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// One run in numbers. Nothing in it is measured: all is replayed from the journal's entries, but for the progress of attempts that run
/// now.
///
/// @param at the moment that it describes
/// @param steps in the order of the plan
/// @param incidents what did not go straight on, in the order of time
/// @param rests how sites were spared, because of what they measure
/// @param waiting what does not go on by itself
/// @param unproven what counts without a verification
/// @param operations what operators asked and still stands
public record Overview(
        Instant at,
        RunSummary run,
        List<StepRow> steps,
        Matrix matrix,
        List<Incident> incidents,
        List<SiteRest> rests,
        List<Waiting> waiting,
        List<Unproven> unproven,
        Operations operations,
        WayBack wayBack) {
    public Overview {
        steps = List.copyOf(steps);
        incidents = List.copyOf(incidents);
        rests = List.copyOf(rests);
        waiting = List.copyOf(waiting);
        unproven = List.copyOf(unproven);
    }

    /// Computes it.
    ///
    /// @param entries all entries that `state` was replayed from
    /// @param progress the latest progress of each step, as the journal has it
    public static Overview of(
            RunState state, List<Entry> entries, Map<StepId, Progress> progress, Instant now) {
        return of(state, Traces.of(entries), progress, now);
    }

    static Overview of(RunState state, Traces traces, Map<StepId, Progress> progress, Instant now) {
        var rows = new StepRows(state, traces, progress, now);
        List<StepRow> steps = rows.all();
        return new Overview(
                now,
                summary(state, traces.ended(), steps, now),
                steps,
                MatrixMaking.of(steps),
                traces.incidents(),
                rows.rests().sites(),
                waiting(steps, terms(state).owner()),
                UnprovenSteps.of(state, now),
                state.operations(),
                WayBack.of(state));
    }

    /// The run as it was at an earlier moment, without progress; nothing where it had not begun.
    ///
    /// @param entries all of its entries
    public static Optional<Overview> asOf(Instant moment, RunId run, List<Entry> entries) {
        List<Entry> until =
                entries.stream().takeWhile(entry -> !entry.at().isAfter(moment)).toList();
        return until.isEmpty()
                ? Optional.empty()
                : Optional.of(of(RunState.replay(run, until), until, Map.of(), moment));
    }

    /// With the day by which the programme wants it done, if the plan itself names none.
    public Overview dueBy(Optional<LocalDate> day) {
        Optional<LocalDate> due = run.terms().due().or(() -> day);
        var terms = new WrittenTerms(run.terms().owner(), due);
        return new Overview(
                at,
                run.with(terms),
                steps,
                matrix,
                incidents,
                rests,
                waiting,
                unproven,
                operations,
                wayBack);
    }

    /// What of a run does not go on by itself. It takes none of its entries.
    public static List<Waiting> waiting(RunState state, Instant now) {
        return waiting(
                new StepRows(state, new Traces(), Map.of(), now).all(), terms(state).owner());
    }

    /// What of a run counts without a verification. It takes none of its entries.
    public static List<Unproven> unproven(RunState state, Instant now) {
        return UnprovenSteps.of(state, now);
    }

    private static List<Waiting> waiting(List<StepRow> steps, Optional<String> owner) {
        return steps.stream().map(row -> Waits.of(row, owner)).flatMap(Optional::stream).toList();
    }

    private static WrittenTerms terms(RunState state) {
        return WrittenTerms.of(state.opening().documents(), state.opening().planSource());
    }

    private static RunSummary summary(
            RunState state, Optional<Instant> lastEnd, List<StepRow> steps, Instant now) {
        var opening = state.opening();
        Optional<Instant> ended = state.ending().flatMap(_ -> lastEnd);
        var elapsed = Duration.between(state.openedAt(), ended.orElse(now));
        return new RunSummary(
                state.id(),
                opening.plan(),
                opening.title(),
                terms(state),
                opening.startedBy(),
                opening.toolVersion(),
                state.direction(),
                state.ending(),
                state.openedAt(),
                ended,
                state.lastAt(),
                elapsed.isNegative() ? Duration.ZERO : elapsed,
                counts(steps));
    }

    private static Map<Stage, Integer> counts(List<StepRow> steps) {
        var counts = new EnumMap<Stage, Integer>(Stage.class);
        steps.forEach(step -> counts.merge(step.stage(), 1, Integer::sum));
        return counts;
    }
}
