package gotthard.journal;

import gotthard.graph.StepId;
import gotthard.inventory.SiteName;
import gotthard.plan.PlanName;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

/// The opening of a run, taken apart and put together. How much there is to do is a fact; what, and
/// all documents, are words.
final class OpeningParts {
    private OpeningParts() {}

    static void opening(Splitting to, Opening opening) {
        to.fact("seed", opening.seed())
                .fact("atOnce", opening.limits().run())
                .fact("atOnceEachSite", opening.limits().site())
                .fact("steps", opening.steps().size())
                .fact("selected", opening.selection().steps().size())
                .fact("documents", opening.documents().size())
                .word("plan", opening.plan().value())
                .word("title", opening.title())
                .word("planSource", opening.planSource())
                .word("inventorySource", opening.inventorySource())
                .word("toolVersion", opening.toolVersion())
                .word("startedBy", opening.startedBy())
                .words("selection", sorted(opening.selection().steps()))
                .each("listed", opening.steps(), OpeningParts::listed)
                .each(
                        "texts",
                        new TreeMap<>(opening.documents()).entrySet(),
                        (item, document) ->
                                item.word("name", document.getKey())
                                        .word("text", document.getValue()));
    }

    static Opening opening(Joining from) {
        return new Opening(
                new PlanName(from.word("plan")),
                from.word("title"),
                from.word("planSource"),
                from.word("inventorySource"),
                from.word("toolVersion"),
                from.word("startedBy"),
                from.number("seed"),
                new Opening.Selection(steps(from.texts("selection"))),
                new Opening.Limits(from.small("atOnce"), from.small("atOnceEachSite")),
                from.each("listed", OpeningParts::listed),
                documents(from));
    }

    private static Map<String, String> documents(Joining from) {
        return from.each("texts", item -> Map.entry(item.word("name"), item.word("text"))).stream()
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    private static void listed(Splitting to, Opening.Listed step) {
        to.word("id", step.id().value())
                .word("kind", step.kind())
                .fact("version", step.version())
                .word("summary", step.summary())
                .words("needs", sorted(step.needs()))
                .words("sites", step.sites().stream().map(SiteName::value).sorted().toList())
                .each("effects", step.effects(), EffectParts::effect)
                .word("inputs", step.inputs());
    }

    private static Opening.Listed listed(Joining from) {
        return new Opening.Listed(
                new StepId(from.word("id")),
                from.word("kind"),
                from.small("version"),
                from.word("summary"),
                steps(from.texts("needs")),
                from.texts("sites").stream().map(SiteName::new).collect(Collectors.toSet()),
                from.each("effects", EffectParts::effect),
                from.word("inputs"));
    }

    private static List<String> sorted(Collection<StepId> steps) {
        return steps.stream().sorted().map(StepId::value).toList();
    }

    private static Set<StepId> steps(List<String> names) {
        return names.stream().map(StepId::new).collect(Collectors.toSet());
    }
}
