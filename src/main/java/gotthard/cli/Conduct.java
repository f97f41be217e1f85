package gotthard.cli;

import gotthard.journal.Ending;
import gotthard.journal.Journal;
import gotthard.journal.RunId;
import gotthard.run.Running;
import gotthard.run.Start;
import gotthard.run.Visit;

/// Carries a run on in this process, and shows it.
///
/// @param wanted how the run is to end: done, or rolled back
record Conduct(Call call, Journal journal, Ending wanted) {
    Exit of(Start start, gotthard.run.Options options) throws Trouble, InterruptedException {
        return switch (start) {
            case Start.Ready(var running) -> {
                try (running) {
                    yield go(running, options);
                }
            }
            case Start.Busy(var run, var holder) -> throw busy(run, holder);
            case Start.Over(var state) -> {
                Console console = call.console();
                console.say(
                        Reports.good(console, "the run " + state.id() + " is over: nothing to do"));
                yield Exit.DONE;
            }
            case Start.Impossible(_, var why) -> throw Trouble.said(Exit.FAILED, why);
            case Start.Missing(var run) ->
                    throw Trouble.failed(
                            "there is no run " + run, "gotthard status --all lists them");
        };
    }

    /// What was done, where something could be.
    static <T> T made(Visit<T> visit) throws Trouble {
        return switch (visit) {
            case Visit.Made<T>(var result) -> result;
            case Visit.Busy<T>(var run, var holder) -> throw busy(run, holder);
            case Visit.Missing<T>(var run) ->
                    throw Trouble.failed(
                            "there is no run " + run, "gotthard status --all lists them");
            case Visit.Impossible<T>(var why) -> throw Trouble.said(Exit.FAILED, why);
        };
    }

    static Trouble busy(RunId run, String holder) {
        return Trouble.failed(
                "the run " + run + " is carried out by " + holder,
                "gotthard attach " + run + " watches it; or end that process first");
    }

    private Exit go(Running running, gotthard.run.Options options) throws InterruptedException {
        var display = new Display(call.console(), call.surroundings().clock());
        Ending ending;
        try (display;
                var traced = Traced.of(call, display);
                var _ = Interrupts.of(running, display)) {
            display.start();
            ending = running.go(options, traced);
        }
        return Ended.of(call, journal, running.state(), wanted).tell(ending);
    }
}
