package gotthard.cli;

import gotthard.action.Difference;
import gotthard.action.Verdict;
import gotthard.graph.Assembled;
import gotthard.graph.StepId;
import gotthard.journal.Journal;
import gotthard.journal.Opening;
import gotthard.journal.RunState;
import gotthard.run.Recheck;
import gotthard.run.Route;
import gotthard.run.Runs;

import picocli.CommandLine.Model.CommandSpec;

import java.util.Optional;

/// `gotthard verify`.
final class VerifyTask implements Task {
    private static final int SHOWN = 5;

    @Override
    public void declare(CommandSpec spec) {
        Options.about(
                spec,
                "Verifies afresh whatever a run had verified, and changes nothing. Ends with 0 when all of it still holds,"
                        + " with 2 when something has changed since, with 6 when a site could not be read.",
                "gotthard verify",
                "gotthard verify europe-files-k3x9q");
        Options.run(spec);
        Options.state(spec);
    }

    @Override
    public Exit run(Call call) throws Trouble, InterruptedException {
        try (Reach reach = Reach.of(call)) {
            return Journals.read(call, journal -> verify(call, reach, journal));
        }
    }

    private static Exit verify(Call call, Reach reach, Journal journal)
            throws Trouble, InterruptedException {
        RunState state = Chosen.run(call, journal);
        Assembled assembled = Chosen.recorded(state, reach);
        Runs runs = Journals.runs(call, journal);
        try (var display = Display.quiet(call)) {
            return told(
                    call.console(),
                    state,
                    Conduct.made(runs.verify(state.id(), Route.of(assembled), display)));
        }
    }

    private static Exit told(Console console, RunState state, Recheck.Result result) {
        return switch (result) {
            case Recheck.Result.Stopped _ -> Exit.WAITING;
            case Recheck.Result.Overtaken _ -> Exit.UNKNOWN;
            case Recheck.Result.Checked(_, var verdicts) -> {
                Exit exit = Exit.DONE;
                for (Opening.Listed step : state.opening().steps()) {
                    Optional<Verdict> verdict = Optional.ofNullable(verdicts.get(step.id()));
                    if (verdict.isPresent()) {
                        Exit found = told(console, step.id(), verdict.get());
                        exit = found.code() > exit.code() ? found : exit;
                    }
                }
                console.json(
                        JsonLine.of("verification")
                                .put("run", state.id().value())
                                .put("verdicts", verdicts.size())
                                .put("exit", exit.code()));
                if (verdicts.isEmpty()) {
                    console.result("the run " + state.id() + " has nothing that was verified");
                }
                if (exit == Exit.CHANGES) {
                    console.result(
                            "  → find out who changed it and put it back, or undo the run with gotthard rollback "
                                    + state.id());
                }
                yield exit;
            }
        };
    }

    private static Exit told(Console console, StepId step, Verdict verdict) {
        return switch (verdict) {
            case Verdict.Holds(var evidence) -> {
                console.say(Reports.good(console, step + ": " + evidence.statement()));
                json(console, step, "holds", evidence.statement());
                yield Exit.DONE;
            }
            case Verdict.Differs(var differences) -> {
                console.result(
                        Reports.bad(
                                console,
                                step + ": " + Words.count(differences.size(), "difference")));
                for (Difference difference : differences.stream().limit(SHOWN).toList()) {
                    console.result("    " + difference);
                }
                json(console, step, "differs", differences.getFirst().toString());
                yield Exit.CHANGES;
            }
            case Verdict.Underway(var progress) -> {
                console.result("? " + step + ": still goes on: " + progress.doing());
                json(console, step, "underway", progress.doing());
                yield Exit.UNKNOWN;
            }
            case Verdict.Unreadable(var failure) -> {
                console.result("? " + step + ": " + failure.what());
                console.result("  → " + failure.next());
                json(console, step, "unreadable", failure.toString());
                yield Exit.UNKNOWN;
            }
        };
    }

    private static void json(Console console, StepId step, String verdict, String says) {
        console.json(
                JsonLine.of("verdict")
                        .put("step", step.value())
                        .put("verdict", verdict)
                        .put("says", says));
    }
}
