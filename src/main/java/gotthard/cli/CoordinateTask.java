package gotthard.cli;

import picocli.CommandLine.Model.CommandSpec;

/// `gotthard coordinate`.
final class CoordinateTask implements Task {
    @Override
    public void declare(CommandSpec spec) {
        Options.about(
                spec,
                "Carries out, until it is told to end, every open run of a state that nobody else carries out: runs that"
                        + " were handed over by gotthard apply --detach, that a dead process left, that waited for"
                        + " people. Runs that have failed wait for gotthard retry. It is what runs in a cluster, on a"
                        + " state that others share; the other verbs work from anywhere, through that state. SIGTERM"
                        + " ends it, and the next one goes on.",
                "gotthard coordinate --state postgresql://gotthard@db.example/gotthard");
        Options.state(spec);
    }

    @Override
    public Exit run(Call call) throws Trouble, InterruptedException {
        call.console().say("takes up what is open in " + call.state());
        return Journals.use(call, journal -> new Coordinator(call, journal).work());
    }
}
