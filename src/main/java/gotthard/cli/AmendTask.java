package gotthard.cli;

import gotthard.graph.Assembled;
import gotthard.graph.StepId;
import gotthard.inventory.Inventory;
import gotthard.journal.Event;
import gotthard.journal.Journal;
import gotthard.journal.Opening;
import gotthard.journal.RunState;
import gotthard.preview.Amendment;
import gotthard.report.AmendmentMarkdown;
import gotthard.report.AmendmentText;
import gotthard.run.Basis;
import gotthard.run.Openings;

import picocli.CommandLine.Model.CommandSpec;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;

/// `gotthard amend`.
final class AmendTask implements Task {
    private static final String DRY_RUN = "--dry-run";

    @Override
    public void declare(CommandSpec spec) {
        Options.about(
                spec,
                "Makes an open run go on by a changed plan. Steps whose kind, version, parameters and needs are the same"
                        + " stay verified; approvals that cover a changed step are void. A step that has changed something"
                        + " and is to do something else, or nothing, must be undone first. With --dry-run it only tells.",
                "gotthard amend europe-files plans/10-europe-files.yaml --dry-run --output md",
                "gotthard amend europe-files plans/10-europe-files.yaml");
        Options.words(spec, "2", "WORD", "The run or its plan; then the file of the changed plan.");
        Options.inventory(spec);
        Options.state(spec);
        Options.flag(spec, "Show what would become of each step, and change nothing.", DRY_RUN);
        Options.markdown(spec);
    }

    @Override
    public Exit run(Call call) throws Trouble, InterruptedException {
        try (Reach reach = Reach.of(call)) {
            return Journals.read(call, journal -> amend(call, reach, journal));
        }
    }

    private static Exit amend(Call call, Reach reach, Journal journal) throws Trouble {
        RunState state = Chosen.run(journal, Optional.of(call.words().getFirst()));
        refuseUnlessOpen(state);
        String file = call.words().getLast();
        Assembled assembled = Loading.forUse(call, file, reach);
        if (!assembled.plan().name().equals(state.opening().plan())) {
            throw Trouble.failed(
                    file
                            + " is the plan "
                            + assembled.plan().name()
                            + ", and the run "
                            + state.id()
                            + " is of the plan "
                            + state.opening().plan(),
                    "name a changed version of that plan");
        }
        Opening opening = opening(state, assembled);
        var amendment = Amendment.of(state, opening, coversTheSame(state.opening(), opening));
        show(call, state, amendment, assembled);
        if (call.has(DRY_RUN)) {
            return amendment.isNothing() ? Exit.DONE : Exit.CHANGES;
        }
        refuseUndone(state, amendment.steps(Amendment.Fate.UNDO_FIRST));
        var amended =
                new Event.RunAmended(
                        opening,
                        Journals.person(call),
                        amendment.again(),
                        Set.copyOf(amendment.steps(Amendment.Fate.APPROVAL_VOID)));
        Optional<String> holder = Journals.runs(call, journal).amend(state, amended);
        if (holder.isPresent()) {
            throw Conduct.busy(state.id(), holder.get());
        }
        Console console = call.console();
        console.json(JsonLine.of("amended").put("run", state.id().value()));
        console.say(Reports.good(console, "the run " + state.id() + " is amended"));
        console.say("  → gotthard apply " + opening.planSource() + " goes on with it");
        return Exit.DONE;
    }

    /// Whether what is signed at a gate would be the same for both.
    private static Predicate<StepId> coversTheSame(Opening before, Opening after) {
        Optional<Inventory> one = Chosen.inventory(before);
        Optional<Inventory> other = Chosen.inventory(after);
        if (one.isEmpty() || other.isEmpty()) {
            return gate -> false;
        }
        var then = new Basis(one.get());
        var now = new Basis(other.get());
        return gate -> then.digest(before, gate).equals(now.digest(after, gate));
    }

    private static void refuseUnlessOpen(RunState state) throws Trouble {
        if (!Foresight.isOpen(state)) {
            throw Trouble.failed(
                    "the run " + state.id() + " is over, and can't be amended",
                    "apply the changed plan: it starts a new run");
        }
        if (state.direction() == Event.Direction.BACK) {
            throw Trouble.failed(
                    "the run " + state.id() + " is being undone, and can't be amended",
                    "let gotthard rollback " + state.id() + " end, then apply the changed plan");
        }
    }

    private static void refuseUndone(RunState state, List<StepId> first) throws Trouble {
        if (!first.isEmpty()) {
            throw Trouble.failed(
                    "what "
                            + String.join(", ", first.stream().map(StepId::value).toList())
                            + " changed must be undone as it was done, before the plan says something else",
                    "undo it with gotthard rollback "
                            + state.id()
                            + " --step "
                            + first.getFirst()
                            + ", then amend again");
        }
    }

    /// The run keeps its seed, its limits and who started it.
    private static Opening opening(RunState state, Assembled assembled) {
        Opening before = state.opening();
        return Openings.of(
                assembled,
                new Openings.Wish(
                        Version.text(),
                        before.startedBy(),
                        before.seed(),
                        before.selection(),
                        before.limits()));
    }

    private static void show(Call call, RunState state, Amendment amendment, Assembled assembled) {
        Console console = call.console();
        if (console.isMarkdown()) {
            console.out().print(AmendmentMarkdown.of(state, amendment, assembled.documents()));
            return;
        }
        AmendmentText.lines(amendment).forEach(console::result);
        for (Amendment.Line line : amendment.lines()) {
            console.json(
                    JsonLine.of("amendment")
                            .put("step", line.step().id().value())
                            .put("change", word(line.change()))
                            .put("fate", word(line.fate())));
        }
    }

    private static String word(Enum<?> value) {
        return value.name().toLowerCase(java.util.Locale.ROOT).replace('_', '-');
    }
}
