package gotthard.run;

import gotthard.action.Declaration;
import gotthard.action.Work;
import gotthard.graph.Graph;
import gotthard.graph.Step;
import gotthard.graph.StepId;
import gotthard.inventory.SiteName;
import gotthard.journal.Opening;

import java.util.LinkedHashSet;
import java.util.Set;

/// Which part of a plan to run.
public sealed interface Part {
    record Whole() implements Part {}

    /// A step with all that it needs.
    record Until(StepId step) implements Part {}

    /// A step alone.
    record Only(StepId step) implements Part {}

    /// What is done at one site, with the approvals and checks that it needs.
    record At(SiteName site) implements Part {}

    /// What was chosen, or why it can't be run by itself.
    sealed interface Choice {
        record Chosen(Opening.Selection selection) implements Choice {}

        record Impossible(String why) implements Choice {}
    }

    /// The steps of this part. A part is refused when it is empty or needs a step that it leaves out.
    default Choice choose(Graph graph) {
        return switch (this) {
            case Whole _ -> new Choice.Chosen(Opening.Selection.ALL);
            case Until(var step) ->
                    graph.step(step).isPresent() ? chosen(graph.withNeeds(step)) : unknown(step);
            case Only(var step) ->
                    graph.step(step).isPresent()
                            ? complete(graph, Set.of(step), "run it with --until " + step)
                            : unknown(step);
            case At(var site) -> at(graph, site);
        };
    }

    private static Choice at(Graph graph, SiteName site) {
        Set<StepId> chosen = new LinkedHashSet<>();
        for (Step step : graph.steps()) {
            if (step.work() instanceof Work.Change(_, var declaration)
                    && belongs(declaration, site)) {
                chosen.add(step.id());
                graph.withNeeds(step.id()).stream()
                        .filter(need -> graph.step(need).filter(Part::changesNothing).isPresent())
                        .forEach(chosen::add);
            }
        }
        if (chosen.isEmpty()) {
            return new Choice.Impossible(
                    "no step changes only " + site + "; leave --limit out, or name another site");
        }
        return complete(graph, chosen, "run it without --limit, or with --until");
    }

    private static boolean belongs(Declaration declaration, SiteName site) {
        if (declaration.effects().isEmpty()) {
            return declaration.sites().equals(Set.of(site));
        }
        return declaration.effects().stream()
                .flatMap(effect -> effect.shows().stream())
                .allMatch(site::equals);
    }

    private static boolean changesNothing(Step step) {
        return switch (step.work()) {
            case Work.Change(_, var declaration) ->
                    declaration.reversal() == Declaration.Reversal.NOTHING_TO_UNDO;
            case Work.Approval _ -> true;
        };
    }

    private static Choice complete(Graph graph, Set<StepId> chosen, String next) {
        for (Step step : graph.steps()) {
            if (chosen.contains(step.id())) {
                for (StepId need : step.needs().stream().sorted().toList()) {
                    if (!chosen.contains(need)) {
                        return new Choice.Impossible(
                                step.id()
                                        + " needs "
                                        + need
                                        + ", which would be left out; "
                                        + next);
                    }
                }
            }
        }
        return chosen(chosen);
    }

    private static Choice chosen(Set<StepId> steps) {
        return new Choice.Chosen(new Opening.Selection(steps));
    }

    private static Choice unknown(StepId step) {
        return new Choice.Impossible(
                "the plan has no step " + step + "; `gotthard plan` lists its steps");
    }
}
