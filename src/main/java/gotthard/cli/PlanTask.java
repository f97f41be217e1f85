package gotthard.cli;

import gotthard.graph.Assembled;
import gotthard.journal.Ending;
import gotthard.journal.Event;
import gotthard.journal.Journal;
import gotthard.journal.RunState;
import gotthard.journal.StoredJournal;
import gotthard.plan.PlanName;
import gotthard.preview.Preview;
import gotthard.preview.Totals;
import gotthard.report.PreviewJson;
import gotthard.report.PreviewText;
import gotthard.terminal.Looks;
import gotthard.terminal.Paint;

import picocli.CommandLine.Model.CommandSpec;

import java.util.List;
import java.util.Optional;

/// `gotthard plan`.
final class PlanTask implements Task {
    @Override
    public void declare(CommandSpec spec) {
        Options.about(
                spec,
                "Asks the sites what applying a plan would change now, step by step, and changes nothing. Each change is"
                        + " EXACT (the site tried it without keeping it), SIMULATED (computed from what the site has) or"
                        + " OPAQUE (only known is that something runs). Marking tells how surely the step knows its own"
                        + " work from that of others, fencing how surely the site refuses an overtaken coordinator. Ends"
                        + " with 0 when nothing would change, with 2 when something would, with 1 when a step would fail.",
                "gotthard plan plans/10-europe-files.yaml",
                "gotthard plan plans/10-europe-files.yaml -i inventories/lab.yaml --output json");
        Options.words(spec, "1", "PLAN", "The plan.");
        Options.inventory(spec);
        Options.state(spec);
    }

    @Override
    public Exit run(Call call) throws Trouble, InterruptedException {
        String file = call.words().getFirst();
        try (Reach reach = Reach.of(call)) {
            Assembled assembled = Loading.forUse(call, file, reach);
            return StoredJournal.isAt(call.state())
                    ? Journals.use(
                            call, journal -> plan(call, assembled, known(journal, assembled)))
                    : plan(call, assembled, Known.nothing(assembled));
        }
    }

    /// What the journal knows.
    ///
    /// @param latest the latest run of the plan
    /// @param missing the plans that come before it and have not ended well here
    private record Known(Optional<RunState> latest, List<PlanName> missing) {
        static Known nothing(Assembled assembled) {
            return new Known(Optional.empty(), List.copyOf(assembled.plan().after()));
        }
    }

    private static Known known(Journal journal, Assembled assembled) {
        return new Known(
                Chosen.latest(journal, assembled.plan().name()),
                assembled.plan().after().stream()
                        .filter(before -> !Chosen.isDone(journal, before))
                        .toList());
    }

    private static Exit plan(Call call, Assembled assembled, Known known)
            throws InterruptedException {
        Console console = call.console();
        var foresight = Foresight.of(call, assembled);
        known.latest().ifPresent(state -> standing(console, foresight, state));
        for (PlanName before : known.missing()) {
            console.say("it comes after the plan " + before + ", which has not ended well here");
        }
        Preview preview = foresight.after(known.latest());
        Exit exit = exit(preview.totals());
        if (console.isJson()) {
            console.out().println(PreviewJson.of(preview));
            return exit;
        }
        PreviewText.lines(preview).forEach(line -> console.result(plain(line, console.looks())));
        console.say(closing(console, assembled.planSource(), preview.totals()));
        return exit;
    }

    /// In one line, what became of the latest run.
    private static void standing(Console console, Foresight foresight, RunState state) {
        String words = words(foresight, state);
        console.say("the run " + state.id() + " of this plan " + words);
        console.json(JsonLine.of("run").put("run", state.id().value()).put("says", words));
    }

    private static String words(Foresight foresight, RunState state) {
        if (Foresight.isOpen(state)) {
            var changed = foresight.changed(state);
            if (!changed.isEmpty()) {
                return "is open, and was started with other content of "
                        + String.join(", ", changed)
                        + ": apply refuses to go on with it";
            }
            return state.direction() == Event.Direction.BACK
                    ? "is being undone: apply goes on with that"
                    : "is open: apply goes on with it";
        }
        return state.ending().equals(Optional.of(Ending.DONE))
                ? "is done: apply starts a new one only if something would change"
                : "was rolled back: apply starts a new one";
    }

    private static Exit exit(Totals totals) {
        if (totals.obstacles() > 0) {
            return Exit.FAILED;
        }
        return totals.hasChanges() ? Exit.CHANGES : Exit.DONE;
    }

    private static String closing(Console console, String file, Totals totals) {
        if (totals.obstacles() > 0) {
            return Reports.bad(console, "applying it would fail; mend what \"!\" stands at");
        }
        if (totals.isNothing()) {
            return Reports.good(console, "nothing to do");
        }
        return totals.hasChanges()
                ? "  → gotthard apply " + file + " does it"
                : Reports.held(console, "nothing would change, and people would be asked");
    }

    private static String plain(String line, Looks looks) {
        String shown = looks.hasUnicode() ? line : line.replace("▶", ">").replace("→", "->");
        return shown.startsWith("!") ? Paint.BAD.on(shown, looks) : shown;
    }
}
