package gotthard.cli;

import gotthard.action.Key;
import gotthard.action.Kinds;
import gotthard.graph.Assembled;
import gotthard.graph.Assembly;
import gotthard.graph.StepId;
import gotthard.graph.Texts;
import gotthard.journal.Deviation;
import gotthard.journal.Event;
import gotthard.journal.Expected;
import gotthard.journal.Journal;
import gotthard.journal.Opening;
import gotthard.journal.RunId;
import gotthard.journal.RunState;
import gotthard.journal.Waived;
import gotthard.preview.Preview;
import gotthard.preview.SavedPlan;
import gotthard.problem.Checked;
import gotthard.run.Beginning;
import gotthard.run.Openings;
import gotthard.run.Route;
import gotthard.run.Runs;
import gotthard.run.Start;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Applies a saved plan: what was saved and nothing else, once, and only as long as the sites are as they were.
record ApplySaved(Call call, Reach reach, Journal journal, SavedPlanFile.Loaded saved) {
    /// The run that begins, or goes on.
    ///
    /// @param seed of every random choice
    Start start(long seed) throws Trouble, InterruptedException {
        Runs runs = Journals.runs(call, journal);
        Optional<RunState> earlier = earlier();
        if (earlier.isPresent()) {
            return goesOn(runs, earlier.get());
        }
        refuseLate();
        refuseBeside();
        Assembled assembled = assembled();
        Loading.allowed(call, saved.file(), assembled);
        List<Waived> waived = Proving.required(call, saved.file(), assembled);
        ApplyTask.refuseBeforeItsTurn(journal, assembled);
        tellOfOtherFiles();
        var expected = new Expected(saved.digest(), plan().predictions());
        RunId id = runs.id(plan().plan(), saved.digest());
        refuseChanges(expected, again(assembled, id));
        var wish =
                new Openings.Wish(
                        Version.text(),
                        Journals.person(call),
                        seed,
                        Opening.Selection.ALL,
                        Opening.Limits.USUAL);
        Opening opening = Openings.of(assembled, wish);
        Permission.ask(call, assembled, Permission.stepsOf(opening));
        Start start =
                runs.open(
                        Route.of(assembled),
                        Beginning.of(opening).expecting(expected).waiving(waived));
        ApplyTask.summary(call, start, assembled);
        return start;
    }

    private SavedPlan plan() {
        return saved.plan();
    }

    private String file() {
        return saved.file();
    }

    private Optional<RunState> earlier() {
        return journal.runs().stream()
                .filter(id -> id.value().startsWith(plan().plan().value() + "-"))
                .map(journal::state)
                .flatMap(Optional::stream)
                .filter(this::isOfThis)
                .findFirst();
    }

    private boolean isOfThis(RunState state) {
        return state.expected().map(Expected::savedPlan).equals(Optional.of(saved.digest()));
    }

    /// Begun in time, it may be ended late.
    private Start goesOn(Runs runs, RunState state) throws Trouble {
        if (!Foresight.isOpen(state)) {
            throw Trouble.failed(
                    "the saved plan "
                            + file()
                            + " was applied already: the run "
                            + state.id()
                            + (state.direction() == Event.Direction.BACK
                                    ? " was rolled back"
                                    : " is done"),
                    "plan again with gotthard plan " + plan().planSource() + " -o " + file());
        }
        call.console().say("goes on with the run " + state.id());
        return runs.resume(state.id(), Route.of(Chosen.recorded(state, reach)));
    }

    private void refuseLate() throws Trouble {
        Instant now = call.surroundings().clock().instant();
        if (!now.isBefore(plan().made().expires())) {
            throw Trouble.failed(
                    "the saved plan "
                            + file()
                            + " has expired: it was made at "
                            + plan().made().at()
                            + " and could be applied until "
                            + plan().made().expires(),
                    "plan again with gotthard plan " + plan().planSource() + " -o " + file());
        }
    }

    private void refuseBeside() throws Trouble {
        Optional<RunState> open = Chosen.open(journal, plan().plan());
        if (open.isPresent()) {
            throw Trouble.failed(
                    "the run "
                            + open.get().id()
                            + " of the plan "
                            + plan().plan()
                            + " is open, and was not started by the saved plan "
                            + file(),
                    "go on with it or undo it first: gotthard status " + open.get().id());
        }
    }

    private Assembled assembled() throws Trouble {
        Checked<Assembled> checked =
                Sites.reaching(
                        () ->
                                Assembly.assemble(
                                        plan().planSource(),
                                        Optional.of(plan().inventorySource()),
                                        Texts.recorded(plan().documents()),
                                        Kinds.installed(),
                                        reach));
        return switch (checked) {
            case Checked.Valid<Assembled>(var assembled, _) -> {
                refuseOtherKinds(plan().compiledOtherwise(assembled.graph()));
                yield assembled;
            }
            case Checked.Invalid<Assembled>(var problems) ->
                    throw new Trouble(
                            Exit.BAD_INPUT,
                            "the documents in the saved plan "
                                    + file()
                                    + " are not understood here: "
                                    + problems.getFirst(),
                            "apply it with gotthard "
                                    + plan().made().toolVersion()
                                    + ", which made it, or plan again");
        };
    }

    private void refuseOtherKinds(List<String> otherwise) throws Trouble {
        if (!otherwise.isEmpty()) {
            throw new Trouble(
                    Exit.BAD_INPUT,
                    "the saved plan "
                            + file()
                            + " was made with other versions of its kinds of steps ("
                            + String.join("; ", otherwise)
                            + ")",
                    "apply it with gotthard "
                            + plan().made().toolVersion()
                            + ", which made it, or plan again");
        }
    }

    /// What is saved is applied; that the project has gone on is worth a word.
    private void tellOfOtherFiles() {
        List<String> others =
                plan().documents().entrySet().stream()
                        .filter(document -> !isOnDisk(document))
                        .map(Map.Entry::getKey)
                        .toList();
        if (!others.isEmpty()) {
            call.console()
                    .say(
                            "applied is what was saved; since then changed: "
                                    + String.join(", ", others));
        }
    }

    private static boolean isOnDisk(Map.Entry<String, String> document) {
        try {
            return Files.readString(Path.of(document.getKey())).equals(document.getValue());
        } catch (IOException _) {
            return false;
        }
    }

    private Preview again(Assembled assembled, RunId id) throws InterruptedException {
        return Foresight.of(call, assembled)
                .asked((StepId step) -> Key.of(id.value(), step.value(), 1));
    }

    private void refuseChanges(Expected expected, Preview now) throws Trouble {
        var changes = expected.changes(now.predictions());
        if (changes.isEmpty()) {
            return;
        }
        Console console = call.console();
        for (Map.Entry<StepId, List<Deviation>> entry : changes.entrySet()) {
            for (Deviation deviation : entry.getValue()) {
                console.result("~ " + entry.getKey() + ": " + deviation.thing());
                console.result("    predicted  " + deviation.predicted());
                console.result("    now        " + deviation.found());
                console.json(
                        JsonLine.of("deviation")
                                .put("step", entry.getKey().value())
                                .put("thing", deviation.thing())
                                .put("predicted", deviation.predicted())
                                .put("found", deviation.found()));
            }
        }
        throw new Trouble(
                Exit.CHANGES,
                "the world has changed since the plan "
                        + file()
                        + " was saved, so that "
                        + Words.count(changes.size(), "step")
                        + " would do something else",
                "look at it, then plan again with gotthard plan "
                        + plan().planSource()
                        + " -o "
                        + file());
    }
}
