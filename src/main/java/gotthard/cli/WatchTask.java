package gotthard.cli;

import gotthard.journal.Journal;
import gotthard.journal.RunState;

import picocli.CommandLine.Model.CommandSpec;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// `gotthard watch`.
final class WatchTask implements Task {
    @Override
    public void declare(CommandSpec spec) {
        Options.about(
                spec,
                "Shows all open runs of a state, or those that are named, whoever carries them out: what runs and how fast, what"
                        + " waits for whom, when each may end and until when it can be rolled back. It changes nothing. q or"
                        + " Ctrl-C leaves; the runs go on. It ends when all of them have ended, as attach does: with the worst"
                        + " of their exit codes.",
                "gotthard watch",
                "gotthard watch europe-files foundation --state postgresql://ops@db.example/gotthard");
        Options.words(spec, "0..*", "RUN", "Runs or their plans; without one, all that are open.");
        Options.state(spec);
    }

    @Override
    public Exit run(Call call) throws Trouble, InterruptedException {
        return Journals.read(
                call,
                journal -> {
                    List<RunState> runs = new ArrayList<>();
                    for (String word : call.words()) {
                        runs.add(Chosen.run(journal, Optional.of(word)));
                    }
                    var watching = new Watching(call, journal, call.words().isEmpty());
                    return watching.watch(runs.isEmpty() ? open(journal) : runs);
                });
    }

    /// The runs that can still go on, in the order in which they were opened.
    static List<RunState> open(Journal journal) {
        return journal.runs().reversed().stream()
                .map(journal::state)
                .flatMap(Optional::stream)
                .filter(state -> state.ending().map(Coordinator::takesUp).orElse(true))
                .toList();
    }
}
