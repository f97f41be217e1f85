package gotthard.run;

import gotthard.action.Work;
import gotthard.graph.Assembled;
import gotthard.graph.Step;
import gotthard.inventory.SiteName;
import gotthard.journal.Opening;
import gotthard.world.Effect;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// Writes down what a run starts from.
public final class Openings {
    private Openings() {}

    /// The opening of a run of an assembled plan.
    public static Opening of(Assembled assembled, Wish wish) {
        return new Opening(
                assembled.plan().name(),
                assembled.plan().title(),
                assembled.planSource(),
                assembled.inventorySource(),
                wish.toolVersion(),
                wish.startedBy(),
                wish.seed(),
                wish.selection(),
                wish.limits(),
                assembled.graph().steps().stream().map(Openings::listed).toList(),
                assembled.documents());
    }

    /// A step as reports show it.
    public static Opening.Listed listed(Step step) {
        return new Opening.Listed(
                step.id(),
                step.kind(),
                step.version(),
                summary(step),
                step.needs(),
                sites(step),
                effects(step),
                step.inputs());
    }

    private static String summary(Step step) {
        return switch (step.work()) {
            case Work.Change(_, var declaration) -> declaration.summary();
            case Work.Approval(var roles, var quorum, _, _, _) ->
                    "an approval by "
                            + Stream.concat(
                                            roles.stream().map(Object::toString).sorted(),
                                            quorum.map(Openings::summary).stream())
                                    .collect(Collectors.joining(" and "));
        };
    }

    private static String summary(Work.Quorum quorum) {
        return quorum.people()
                + " of "
                + quorum.of().stream()
                        .map(Object::toString)
                        .sorted()
                        .collect(Collectors.joining(", "));
    }

    private static Set<SiteName> sites(Step step) {
        return step.work() instanceof Work.Change(_, var declaration)
                ? declaration.sites()
                : Set.of();
    }

    private static List<Effect> effects(Step step) {
        return step.work() instanceof Work.Change(_, var declaration)
                ? declaration.effects()
                : List.of();
    }

    /// What the caller adds to a plan.
    ///
    /// @param startedBy the person's name, as the inventory has it where it has it
    /// @param seed of every random choice
    public record Wish(
            String toolVersion,
            String startedBy,
            long seed,
            Opening.Selection selection,
            Opening.Limits limits) {}
}
