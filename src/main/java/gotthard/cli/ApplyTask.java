package gotthard.cli;

import gotthard.graph.Assembled;
import gotthard.graph.StepId;
import gotthard.inventory.SiteName;
import gotthard.journal.Ending;
import gotthard.journal.Journal;
import gotthard.journal.Opening;
import gotthard.journal.RunState;
import gotthard.journal.Waived;
import gotthard.plan.PlanName;
import gotthard.run.Beginning;
import gotthard.run.Openings;
import gotthard.run.Part;
import gotthard.run.Route;
import gotthard.run.Running;
import gotthard.run.Runs;
import gotthard.run.Start;

import picocli.CommandLine.Model.CommandSpec;

import java.security.SecureRandom;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;

/// `gotthard apply`.
final class ApplyTask implements Task {
    private static final String UNTIL = "--until";
    private static final String ONLY = "--only";
    private static final String LIMIT = "--limit";
    private static final String WAIT = "--wait";
    private static final String SEED = "--seed";
    private static final String DETACH = "--detach";
    private static final Duration LONG = Duration.ofDays(30);
    private static final Duration BETWEEN_ASKING = Duration.ofMillis(500);

    @Override
    public void declare(CommandSpec spec) {
        Options.about(
                spec,
                "Executes a plan, or goes on with its open run: looks first, changes only what is not as wanted, and"
                        + " verifies each step. At an approval it waits on a terminal; elsewhere it ends with 5,"
                        + " and the next apply goes on. Ctrl-C stops, twice interrupts, thrice halts.",
                "gotthard apply plans/10-europe-files.yaml",
                "gotthard apply plans/10-europe-files.yaml -i inventories/lab.yaml --limit site=zurich-1");
        Options.words(spec, "1", "PLAN", "The plan, or a file that gotthard plan -o saved.");
        Options.inventory(spec);
        Options.state(spec);
        Options.value(spec, "STEP", "Do this step with all that it needs, and no more.", UNTIL);
        Options.value(spec, "STEP", "Do this step alone.", ONLY);
        Options.value(spec, "site=SITE", "Do only what is done at one site.", LIMIT);
        Options.flag(
                spec,
                "Wait for approvals also where there is no terminal, and for another process that has the run.",
                WAIT);
        Options.flag(
                spec, "Open the run and leave it to a coordinator (gotthard coordinate).", DETACH);
        Options.values(
                spec,
                "FILE",
                "Begin, or go on, though an invariant can be broken that somebody answers for; gotthard waive writes the file.",
                Proving.WAIVER);
        Options.value(spec, "NUMBER", "The seed of every random choice; by itself random.", SEED);
    }

    @Override
    public Exit run(Call call) throws Trouble, InterruptedException {
        String file = call.words().getFirst();
        Optional<SavedPlanFile.Loaded> saved = SavedPlanFile.find(file);
        if (saved.isPresent()) {
            refuseOptions(call, file);
        }
        try (Reach reach = Reach.of(call)) {
            return Journals.use(
                    call,
                    journal ->
                            saved.isPresent()
                                    ? conduct(
                                            call,
                                            journal,
                                            new ApplySaved(call, reach, journal, saved.get())
                                                    .start(seed(call)))
                                    : apply(call, file, reach, journal));
        }
    }

    private static Exit apply(Call call, String file, Reach reach, Journal journal)
            throws Trouble, InterruptedException {
        Assembled assembled = Loading.forUse(call, file, reach);
        var foresight = Foresight.of(call, assembled);
        Runs runs = Journals.runs(call, journal);
        Optional<RunState> open = Chosen.open(journal, assembled.plan().name());
        Start start;
        if (open.isPresent()) {
            refuseChanges(open.get(), foresight);
            call.console().say("goes on with the run " + open.get().id());
            waive(runs, open.get(), Proving.waivers(call, assembled));
            start = taken(call, runs, open.get(), Route.of(assembled));
        } else {
            refuseBeforeItsTurn(journal, assembled);
            Optional<RunState> done = fulfilled(call, journal, foresight);
            if (done.isPresent()) {
                return nothing(call, done.get());
            }
            List<Waived> waived = Proving.required(call, file, assembled);
            Opening opening = opening(call, assembled);
            Permission.ask(call, assembled, Permission.stepsOf(opening));
            new Strays(call, assembled, journal).refuse();
            start = runs.open(Route.of(assembled), Beginning.of(opening).waiving(waived));
            summary(call, start, assembled);
        }
        return conduct(call, journal, start);
    }

    private static Exit conduct(Call call, Journal journal, Start start)
            throws Trouble, InterruptedException {
        if (call.has(DETACH) && start instanceof Start.Ready(var running)) {
            return detached(call, running);
        }
        var options = gotthard.run.Options.USUAL;
        boolean waits = call.has(WAIT) || call.surroundings().isTerminal();
        return new Conduct(call, journal, Ending.DONE)
                .of(start, waits ? options.waiting(LONG) : options);
    }

    private static Exit detached(Call call, Running running) {
        running.close();
        call.console()
                .json(
                        JsonLine.of("detached")
                                .put("run", running.id().value())
                                .put("exit", Exit.DONE.code()));
        call.console().say(running.id() + " is left to a coordinator");
        call.console().say("  → gotthard attach " + running.id() + " watches it");
        return Exit.DONE;
    }

    private static void refuseOptions(Call call, String file) throws Trouble {
        for (String option : List.of(Options.INVENTORY, UNTIL, ONLY, LIMIT)) {
            if (call.text(option).isPresent()) {
                throw Trouble.badUse(
                        file + " is a saved plan, which is applied as saved, without " + option,
                        "leave it out, or plan again with other documents");
            }
        }
    }

    private static void waive(Runs runs, RunState open, List<Waived> waived) throws Trouble {
        Optional<String> holder = waived.isEmpty() ? Optional.empty() : runs.waive(open, waived);
        if (holder.isPresent()) {
            throw Conduct.busy(open.id(), holder.get());
        }
    }

    /// The run as soon as nobody else has it, where one is to wait for that.
    private static Start taken(Call call, Runs runs, RunState open, Route route)
            throws InterruptedException {
        Start start = runs.resume(open.id(), route);
        if (start instanceof Start.Busy(var run, var holder) && call.has(WAIT)) {
            call.console().say(run + " is carried out by " + holder + "; waits to take it over");
            while (start instanceof Start.Busy) {
                Thread.sleep(BETWEEN_ASKING);
                start = runs.resume(open.id(), route);
            }
        }
        return start;
    }

    /// The run that did all of the plan, if nothing of it would change: a new one would only repeat jobs and ask people again.
    private static Optional<RunState> fulfilled(Call call, Journal journal, Foresight foresight)
            throws Trouble, InterruptedException {
        if (!(part(call) instanceof Part.Whole)) {
            return Optional.empty();
        }
        Optional<RunState> latest = Chosen.latest(journal, foresight.assembled().plan().name());
        return latest.isPresent() && foresight.fulfilled(latest.get()).isPresent()
                ? latest
                : Optional.empty();
    }

    private static Exit nothing(Call call, RunState done) {
        Console console = call.console();
        console.json(
                JsonLine.of("ending")
                        .put("run", done.id().value())
                        .put("ending", "done")
                        .put("exit", Exit.DONE.code()));
        console.say(
                Reports.good(
                        console,
                        "nothing to do: the run "
                                + done.id()
                                + " did it, and nothing would change"));
        console.say("  → gotthard verify " + done.id() + " verifies it afresh");
        return Exit.DONE;
    }

    static void summary(Call call, Start start, Assembled assembled) {
        if (start instanceof Start.Ready(var running)) {
            Opening opening = running.state().opening();
            var sites = new TreeSet<String>();
            opening.steps().forEach(step -> step.sites().forEach(site -> sites.add(site.value())));
            call.console()
                    .say(
                            "%s: %s%s, inventory %s"
                                    .formatted(
                                            running.id(),
                                            Words.count(opening.steps().size(), "step"),
                                            sites.isEmpty()
                                                    ? ""
                                                    : " at " + String.join(", ", sites),
                                            assembled.inventory().name()));
        }
    }

    /// A run goes on with the documents that it was started with; others would change what its approvals were given for.
    private static void refuseChanges(RunState open, Foresight foresight) throws Trouble {
        var changed = foresight.changed(open);
        if (!changed.isEmpty()) {
            throw new Trouble(
                    Exit.BAD_INPUT,
                    "the run "
                            + open.id()
                            + " is open, and was started with other content of "
                            + String.join(", ", changed),
                    "put the documents back to go on with it, or undo it with gotthard rollback "
                            + open.id()
                            + " and apply anew");
        }
    }

    static void refuseBeforeItsTurn(Journal journal, Assembled assembled) throws Trouble {
        for (PlanName before : assembled.plan().after()) {
            if (!Chosen.isDone(journal, before)) {
                throw Trouble.failed(
                        "the plan "
                                + assembled.plan().name()
                                + " comes after the plan "
                                + before
                                + ", which has not ended well here",
                        "apply that one first; its file is named in the programme");
            }
        }
    }

    private static Opening opening(Call call, Assembled assembled) throws Trouble {
        return switch (part(call).choose(assembled.graph())) {
            case Part.Choice.Impossible(var why) -> throw Trouble.said(Exit.BAD_USE, why);
            case Part.Choice.Chosen(var selection) ->
                    Openings.of(
                            assembled,
                            new Openings.Wish(
                                    Version.text(),
                                    Journals.person(call),
                                    seed(call),
                                    selection,
                                    Opening.Limits.USUAL));
        };
    }

    private static Part part(Call call) throws Trouble {
        Optional<String> until = call.text(UNTIL);
        Optional<String> only = call.text(ONLY);
        Optional<String> limit = call.text(LIMIT);
        if (until.isPresent()) {
            return new Part.Until(new StepId(until.get()));
        }
        if (only.isPresent()) {
            return new Part.Only(new StepId(only.get()));
        }
        if (limit.isEmpty()) {
            return new Part.Whole();
        }
        if (!limit.get().startsWith("site=")) {
            throw Trouble.badUse(
                    "--limit does not understand \"" + limit.get() + "\"",
                    "write it like --limit site=zurich-1");
        }
        return new Part.At(new SiteName(limit.get().substring("site=".length())));
    }

    private static long seed(Call call) throws Trouble {
        Optional<String> seed = call.text(SEED);
        if (seed.isEmpty()) {
            return new SecureRandom().nextLong();
        }
        try {
            return Long.parseLong(seed.get());
        } catch (NumberFormatException _) {
            throw Trouble.badUse(
                    "the seed \"" + seed.get() + "\" is no whole number",
                    "write it like " + SEED + " 42");
        }
    }
}
