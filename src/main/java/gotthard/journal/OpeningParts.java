package gotthard.journal;

import gotthard.graph.StepId;
import gotthard.inventory.DataTypeName;
import gotthard.inventory.RegionName;
import gotthard.inventory.SiteName;
import gotthard.plan.PlanName;
import gotthard.world.CellId;
import gotthard.world.Effect;

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
                .each("effects", step.effects(), OpeningParts::effect)
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
                from.each("effects", OpeningParts::effect),
                from.word("inputs"));
    }

    private static void effect(Splitting to, Effect effect) {
        switch (effect) {
            case Effect.Deploy _ -> to.is("deploy");
            case Effect.Copy(_, var source, _, var full) ->
                    to.is("copy").word("from", source.value()).fact("full", full ? 1 : 0);
            case Effect.Processing _ -> to.is("process");
            case Effect.Stage _ -> to.is("stage");
        }
        to.word("region", effect.cell().region().value())
                .word("data", effect.cell().data().value())
                .word("at", effect.at().value());
    }

    private static Effect effect(Joining from) {
        var cell =
                new CellId(
                        new RegionName(from.word("region")), new DataTypeName(from.word("data")));
        var at = new SiteName(from.word("at"));
        return switch (from.is()) {
            case "deploy" -> new Effect.Deploy(cell, at);
            case "copy" ->
                    new Effect.Copy(
                            cell, new SiteName(from.word("from")), at, from.number("full") == 1);
            case "process" -> new Effect.Processing(cell, at);
            case "stage" -> new Effect.Stage(cell, at);
            default -> throw new Unreadable("no effect is called \"" + from.is() + "\"");
        };
    }

    private static List<String> sorted(Collection<StepId> steps) {
        return steps.stream().sorted().map(StepId::value).toList();
    }

    private static Set<StepId> steps(List<String> names) {
        return names.stream().map(StepId::new).collect(Collectors.toSet());
    }
}
