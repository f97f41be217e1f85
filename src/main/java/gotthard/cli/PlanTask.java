package gotthard.cli;

import gotthard.graph.Assembled;
import gotthard.journal.Ending;
import gotthard.journal.Event;
import gotthard.journal.Journal;
import gotthard.journal.RunState;
import gotthard.journal.StoredJournal;
import gotthard.plan.PlanName;
import gotthard.preview.Preview;
import gotthard.preview.SavedPlan;
import gotthard.preview.SavedPlanText;
import gotthard.preview.Totals;
import gotthard.report.PreviewJson;
import gotthard.report.PreviewMarkdown;
import gotthard.report.PreviewText;
import gotthard.shape.Durations;
import gotthard.shape.Parsed;
import gotthard.terminal.Looks;
import gotthard.terminal.Paint;

import picocli.CommandLine.Model.CommandSpec;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/// `gotthard plan`.
final class PlanTask implements Task {
    private static final String OUT = "--out";
    private static final String VALID_FOR = "--valid-for";
    private static final String MAX_OPAQUE = "--max-opaque";
    private static final Duration USUALLY_VALID = Duration.ofHours(24);

    @Override
    public void declare(CommandSpec spec) {
        Options.about(
                spec,
                "Asks the sites what applying a plan would change now, step by step, and changes nothing. Each change is"
                        + " EXACT (the site tried it without keeping it), SIMULATED (computed from what the site has) or"
                        + " OPAQUE (only known is that something runs). Marking tells how surely the step knows its own"
                        + " work from that of others, fencing how surely the site refuses an overtaken coordinator. Ends"
                        + " with 0 when nothing would change, with 2 when something would, with 1 when a step would fail."
                        + " Saved with -o, exactly this is applied by gotthard apply FILE: once, in time, and only while"
                        + " the sites are as they were.",
                "gotthard plan plans/10-europe-files.yaml",
                "gotthard plan plans/10-europe-files.yaml -o europe-files.plan",
                "gotthard plan plans/10-europe-files.yaml -i inventories/lab.yaml --output json");
        Options.words(spec, "1", "PLAN", "The plan.");
        Options.inventory(spec);
        Options.state(spec);
        Options.value(spec, "FILE", "Save it into this file, to be applied as it is.", "-o", OUT);
        Options.value(spec, "DURATION", "How long it may be applied; 24h by itself.", VALID_FOR);
        Options.value(
                spec,
                "NUMBER",
                "How many steps may be OPAQUE; with more it ends with 4, and is not saved.",
                MAX_OPAQUE);
        Options.markdown(spec);
    }

    @Override
    public Exit run(Call call) throws Trouble, InterruptedException {
        String file = call.words().getFirst();
        Wanted wanted = wanted(call);
        try (Reach reach = Reach.of(call)) {
            Assembled assembled = Loading.forUse(call, file, reach);
            return StoredJournal.isAt(call.state())
                    ? Journals.use(
                            call,
                            journal -> plan(call, assembled, known(journal, assembled), wanted))
                    : plan(call, assembled, Known.nothing(assembled), wanted);
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

    /// What is asked besides showing it.
    ///
    /// @param file where it is to be saved
    /// @param mostOpaque how many steps may be opaque
    private record Wanted(Optional<Path> file, Duration validFor, OptionalLong mostOpaque) {}

    private static Wanted wanted(Call call) throws Trouble {
        Optional<String> validFor = call.text(VALID_FOR);
        Optional<String> most = call.text(MAX_OPAQUE);
        return new Wanted(
                call.text(OUT).map(Path::of),
                validFor.isPresent() ? duration(validFor.get()) : USUALLY_VALID,
                most.isPresent() ? OptionalLong.of(number(most.get())) : OptionalLong.empty());
    }

    private static Duration duration(String text) throws Trouble {
        return switch (Durations.parse(text)) {
            case Parsed.Good<Duration>(var duration) -> duration;
            case Parsed.Bad<Duration>(var why) ->
                    throw Trouble.badUse(
                            "the duration \"" + text + "\" " + why,
                            "write it like " + VALID_FOR + " 24h");
        };
    }

    private static long number(String text) throws Trouble {
        if (!text.matches("[0-9]{1,9}")) {
            throw Trouble.badUse(
                    "the number \"" + text + "\" is no whole number",
                    "write it like " + MAX_OPAQUE + " 3");
        }
        return Long.parseLong(text);
    }

    private static Exit plan(Call call, Assembled assembled, Known known, Wanted wanted)
            throws Trouble, InterruptedException {
        Console console = call.console();
        refuseBeside(known, wanted);
        var foresight = Foresight.of(call, assembled);
        known.latest().ifPresent(state -> standing(console, foresight, state));
        for (PlanName before : known.missing()) {
            console.say("it comes after the plan " + before + ", which has not ended well here");
        }
        Preview preview = foresight.after(known.latest());
        Totals totals = preview.totals();
        show(console, preview);
        Instant now = call.surroundings().clock().instant();
        PlanTimes.of(assembled.graph().timetable(), preview, now).show(console);
        if (totals.opaque() > wanted.mostOpaque().orElse(Long.MAX_VALUE)) {
            throw new Trouble(
                    Exit.FORBIDDEN,
                    Words.count(totals.opaque(), "step")
                            + " would do what can't be foretold, more than the "
                            + wanted.mostOpaque().getAsLong()
                            + " that "
                            + MAX_OPAQUE
                            + " allows",
                    "give them a check, take them out of the plan, or allow more");
        }
        if (wanted.file().isPresent() && totals.obstacles() == 0) {
            save(call, assembled, preview, wanted);
        } else {
            console.say(closing(console, assembled.planSource(), totals));
        }
        return exit(totals);
    }

    private static void show(Console console, Preview preview) {
        if (console.isJson()) {
            console.out().println(PreviewJson.of(preview));
        } else if (console.isMarkdown()) {
            console.out().print(PreviewMarkdown.of(preview));
        } else {
            PreviewText.lines(preview)
                    .forEach(line -> console.result(painted(line, console.looks())));
        }
    }

    /// A saved plan starts a run, and a plan has one run at a time.
    private static void refuseBeside(Known known, Wanted wanted) throws Trouble {
        Optional<RunState> open = known.latest().filter(Foresight::isOpen);
        if (wanted.file().isPresent() && open.isPresent()) {
            throw Trouble.failed(
                    "the run "
                            + open.get().id()
                            + " of this plan is open, and a saved plan would start another",
                    "go on with it or undo it first: gotthard status " + open.get().id());
        }
    }

    private static void save(Call call, Assembled assembled, Preview preview, Wanted wanted)
            throws Trouble {
        Path file = wanted.file().orElseThrow();
        Instant now = call.surroundings().clock().instant();
        var made =
                new SavedPlan.Made(
                        Version.text(), Journals.person(call), now, now.plus(wanted.validFor()));
        SavedPlan plan = SavedPlan.of(assembled, preview, made);
        Permission.refuseClearText(assembled);
        SavedPlanFile.write(file, plan);
        String digest = SavedPlanText.digest(plan);
        Console console = call.console();
        console.json(
                JsonLine.of("saved-plan")
                        .put("file", file.toString())
                        .put("digest", digest)
                        .put("expires", plan.made().expires().toString()));
        console.say(
                Reports.good(
                        console,
                        "saved as %s, digest %s, until %s"
                                .formatted(file, digest.substring(0, 12), plan.made().expires())));
        console.say("  → gotthard apply " + file + " does exactly this");
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

    private static String painted(String line, Looks looks) {
        String shown = looks.hasUnicode() ? line : line.replace("▶", ">").replace("→", "->");
        String sign = shown.strip();
        Paint paint =
                switch (sign.isEmpty() ? ' ' : sign.charAt(0)) {
                    case '!' -> Paint.BAD;
                    case '-' -> Paint.BAD;
                    case '+' -> Paint.GOOD;
                    case '~', '?' -> Paint.WARY;
                    case '▶', '>' -> Paint.BUSY;
                    case '=' -> Paint.FAINT;
                    case '*' -> Paint.STRONG;
                    default -> Paint.PLAIN;
                };
        return paint.on(shown, looks);
    }
}
