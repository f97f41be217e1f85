package gotthard.cli;

import gotthard.journal.Ending;
import gotthard.journal.Event;
import gotthard.journal.RunState;

import picocli.CommandLine.Model.CommandSpec;

/// `gotthard attach`.
final class AttachTask implements Task {
    private static final String WAIT = "--wait";

    @Override
    public void declare(CommandSpec spec) {
        Options.about(
                spec,
                "Shows a run that another process carries out, here or on another machine with the same state, as that"
                        + " process shows it, and ends as it ends. Ctrl-C leaves the run, which goes on. Where nobody"
                        + " carries the run out, it says how it stands.",
                "gotthard attach",
                "gotthard attach europe-files --output json");
        Options.run(spec);
        Options.flag(
                spec,
                "Wait for a coordinator where nobody carries the run out, while it is open.",
                WAIT);
        Options.state(spec);
    }

    @Override
    public Exit run(Call call) throws Trouble, InterruptedException {
        return Journals.read(
                call,
                journal -> {
                    RunState state = Chosen.run(call, journal);
                    Ending wanted =
                            state.direction() == Event.Direction.BACK
                                    ? Ending.ROLLED_BACK
                                    : Ending.DONE;
                    return new Attached(call, journal, state, call.has(WAIT)).watch(wanted);
                });
    }
}
