package gotthard.cli;

import gotthard.action.Kinds;
import gotthard.graph.Assembled;
import gotthard.graph.Assembly;
import gotthard.graph.StepId;
import gotthard.graph.Texts;
import gotthard.inventory.Inventory;
import gotthard.inventory.InventoryDocument;
import gotthard.journal.Ending;
import gotthard.journal.Journal;
import gotthard.journal.Opening;
import gotthard.journal.RunId;
import gotthard.journal.RunState;
import gotthard.plan.PlanName;
import gotthard.problem.Checked;
import gotthard.problem.Suggestion;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.UnaryOperator;

/// Finds the run that a person means.
final class Chosen {
    private Chosen() {}

    /// The run of that name, the only one whose name begins so, or the latest of a plan of that name; without a name the latest.
    static RunState run(Journal journal, Optional<String> word) throws Trouble {
        return run(journal, word, journal::state);
    }

    /// The same for who only looks.
    static RunState glance(Journal journal, Optional<String> word) throws Trouble {
        return run(journal, word, journal::glance);
    }

    private static RunState run(
            Journal journal, Optional<String> word, Function<RunId, Optional<RunState>> found)
            throws Trouble {
        List<RunId> runs = journal.runs();
        if (runs.isEmpty()) {
            throw Trouble.failed("there is no run yet", "start one with gotthard apply PLAN");
        }
        RunId id = word.isEmpty() ? runs.getFirst() : named(runs, word.get());
        return found.apply(id)
                .orElseThrow(() -> new IllegalStateException(id + " is listed and not there"));
    }

    /// The run that is named first, or the latest.
    static RunState run(Call call, Journal journal) throws Trouble {
        return run(journal, call.words().stream().findFirst());
    }

    /// The latest run of a plan that can still go on.
    static Optional<RunState> open(Journal journal, PlanName plan) {
        return latest(journal, plan)
                .filter(state -> state.ending().map(ending -> ending.staysOpen()).orElse(true));
    }

    /// The latest run of a plan.
    static Optional<RunState> latest(Journal journal, PlanName plan) {
        return journal.runs().stream()
                .filter(id -> id.value().startsWith(plan.value() + "-"))
                .map(journal::state)
                .flatMap(Optional::stream)
                .filter(state -> state.opening().plan().equals(plan))
                .findFirst();
    }

    /// Whether the latest run of a plan ended well.
    static boolean isDone(Journal journal, PlanName plan) {
        return latest(journal, plan).flatMap(RunState::ending).equals(Optional.of(Ending.DONE));
    }

    /// The plan of a run, compiled again from what the run recorded.
    ///
    /// @param reached starts the sites where they are a sandbox
    static Assembled recorded(RunState state, UnaryOperator<Inventory> reached) throws Trouble {
        Opening opening = state.opening();
        Checked<Assembled> checked =
                Sites.reaching(
                        () ->
                                Assembly.assemble(
                                        opening.planSource(),
                                        Optional.of(opening.inventorySource()),
                                        Texts.recorded(opening.documents()),
                                        Kinds.installed(),
                                        reached));
        return switch (checked) {
            case Checked.Valid<Assembled>(var assembled, _) -> assembled;
            case Checked.Invalid<Assembled>(var problems) ->
                    throw new Trouble(
                            Exit.BAD_INPUT,
                            "the documents of the run "
                                    + state.id()
                                    + " are not understood any more: "
                                    + problems.getFirst(),
                            "go on with it with gotthard " + opening.toolVersion());
        };
    }

    /// The inventory as a run recorded it, if it is understood.
    static Optional<Inventory> inventory(Opening opening) {
        String source = opening.inventorySource();
        return InventoryDocument.read(source, opening.documents().getOrDefault(source, ""))
                .toOptional();
    }

    /// A step of a run.
    static StepId step(RunState state, String word) throws Trouble {
        List<String> known =
                state.opening().steps().stream().map(step -> step.id().value()).toList();
        if (known.contains(word)) {
            return new StepId(word);
        }
        throw Trouble.badUse(
                "the run " + state.id() + " has no step \"" + word + "\"",
                Suggestion.didYouMean(word, known)
                        .orElse("gotthard status " + state.id() + " lists them"));
    }

    private static RunId named(List<RunId> runs, String word) throws Trouble {
        Optional<RunId> exact = runs.stream().filter(id -> id.value().equals(word)).findFirst();
        if (exact.isPresent()) {
            return exact.get();
        }
        Optional<RunId> ofPlan = runs.stream().filter(id -> isOf(id, word)).findFirst();
        if (ofPlan.isPresent()) {
            return ofPlan.get();
        }
        List<RunId> like = runs.stream().filter(id -> id.value().startsWith(word)).toList();
        if (like.size() == 1) {
            return like.getFirst();
        }
        throw Trouble.badUse(
                like.isEmpty()
                        ? "there is no run \"" + word + "\""
                        : "several runs begin with \"" + word + "\"",
                Suggestion.didYouMean(word, runs.stream().map(RunId::value).toList())
                        .orElse("gotthard status --all lists them"));
    }

    private static boolean isOf(RunId id, String plan) {
        int end = id.value().lastIndexOf('-');
        return end > 0 && id.value().substring(0, end).equals(plan);
    }
}
