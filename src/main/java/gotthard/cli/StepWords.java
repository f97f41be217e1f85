package gotthard.cli;

import gotthard.action.Difference;
import gotthard.action.Progress;
import gotthard.graph.StepId;
import gotthard.journal.Opening;
import gotthard.journal.Resolution;
import gotthard.journal.RunState;
import gotthard.journal.StepState;
import gotthard.terminal.Row;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;

/// How a step stands, in a word, and why, in a sentence.
///
/// @param doing may be empty
record StepWords(Row.Mark mark, String state, String doing) {
    static StepWords of(RunState run, Opening.Listed step, Optional<Progress> progress) {
        if (!run.opening().selection().has(step.id())) {
            return new StepWords(Row.Mark.WAITING, "left out", "");
        }
        String now = progress.map(Progress::doing).orElse("");
        return switch (run.step(step.id()).state()) {
            case StepState.Pending _ ->
                    paused(run, step)
                            .orElseGet(
                                    () ->
                                            new StepWords(
                                                    Row.Mark.WAITING, "pending", needs(run, step)));
            case StepState.Running _ -> new StepWords(Row.Mark.BUSY, "running", now);
            case StepState.Applied _ -> new StepWords(Row.Mark.BUSY, "verifying", "");
            case StepState.Verified(_, _, var evidence) ->
                    new StepWords(Row.Mark.GOOD, "verified", evidence.statement());
            case StepState.Stale(_, var differences) ->
                    new StepWords(Row.Mark.BAD, "changed", first(differences));
            case StepState.Held(var hold) ->
                    new StepWords(Row.Mark.HELD, "waits", "for " + hold.releasedBy());
            case StepState.Skipped(_, var by, var why) ->
                    new StepWords(Row.Mark.HELD, "skipped", "by " + by + ": " + why);
            case StepState.Resolved(_, _, var how) -> resolved(how);
            case StepState.Failed(_, var failure, var forGood) ->
                    new StepWords(
                            Row.Mark.BAD, forGood ? "failed" : "will retry", failure.toString());
            case StepState.Unknown(var failure) ->
                    new StepWords(Row.Mark.UNKNOWN, "unknown", failure.toString());
            case StepState.RollingBack _ -> new StepWords(Row.Mark.BACK, "going back", now);
            case StepState.RolledBack _ -> new StepWords(Row.Mark.BACK, "rolled back", "");
            case StepState.RollbackFailed(var failure) ->
                    new StepWords(Row.Mark.BAD, "stuck", failure.toString());
        };
    }

    /// The same, with more to say.
    StepWords and(Optional<String> more) {
        return more.map(it -> new StepWords(mark, state, join(doing, it))).orElse(this);
    }

    private static String join(String one, String other) {
        return one.isEmpty() ? other : one + "; " + other;
    }

    /// Whether something goes on at a site.
    boolean isBusy() {
        return mark == Row.Mark.BUSY || state.equals("going back");
    }

    private static Optional<StepWords> paused(RunState run, Opening.Listed step) {
        return run.operations()
                .pause(step.id())
                .map(
                        pause ->
                                new StepWords(
                                        Row.Mark.HELD,
                                        "paused",
                                        "by %s since %s: %s"
                                                .formatted(
                                                        pause.by(), pause.since(), pause.why())));
    }

    private static StepWords resolved(Resolution how) {
        return switch (how.basis()) {
            case Resolution.Basis.Verified(var evidence) ->
                    new StepWords(
                            Row.Mark.GOOD,
                            "resolved",
                            evidence.statement()
                                    + " (put right by "
                                    + how.by()
                                    + ": "
                                    + how.why()
                                    + ")");
            case Resolution.Basis.Waived(var until, _, _) ->
                    new StepWords(
                            Row.Mark.HELD,
                            "waived",
                            "not verified; "
                                    + how.by()
                                    + " answers for it until "
                                    + until
                                    + ": "
                                    + how.why());
        };
    }

    private static String needs(RunState run, Opening.Listed step) {
        List<String> open =
                step.needs().stream()
                        .filter(need -> !run.step(need).isSettled())
                        .map(StepId::value)
                        .sorted()
                        .toList();
        return open.isEmpty() ? "" : "needs " + gathered(open);
    }

    /// Steps of one name together: `files (4), workloads[zurich-1]`.
    static String gathered(List<String> steps) {
        var names = new TreeMap<String, List<String>>();
        for (String step : steps) {
            names.computeIfAbsent(step.split("\\[", 2)[0], _ -> new ArrayList<>()).add(step);
        }
        return names.entrySet().stream()
                .map(
                        entry ->
                                entry.getValue().size() == 1
                                        ? entry.getValue().getFirst()
                                        : entry.getKey() + " (" + entry.getValue().size() + ")")
                .collect(Collectors.joining(", "));
    }

    private static String first(List<Difference> differences) {
        return differences.getFirst()
                + (differences.size() == 1
                        ? ""
                        : " (and %d more)".formatted(differences.size() - 1));
    }
}
