package gotthard.preview;

import gotthard.action.Locator;
import gotthard.action.Prediction;
import gotthard.graph.StepId;
import gotthard.inventory.EndpointName;
import gotthard.inventory.SiteName;
import gotthard.plan.PlanName;

import java.time.DateTimeException;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;

/// Puts a saved plan together from its fields.
final class SavedPlanReading {
    private SavedPlanReading() {}

    static SavedPlan plan(Fields from) {
        var documents = new TreeMap<String, String>();
        from.each("documents", item -> Map.entry(item.text("name"), item.text("text")))
                .forEach(document -> documents.put(document.getKey(), document.getValue()));
        return new SavedPlan(
                new SavedPlan.Made(
                        from.text("tool"),
                        from.text("madeBy"),
                        instant(from, "madeAt"),
                        instant(from, "expires")),
                new PlanName(from.text("plan")),
                from.text("planSource"),
                from.text("inventorySource"),
                documents,
                from.each("steps", SavedPlanReading::step));
    }

    private static Instant instant(Fields from, String key) {
        try {
            return Instant.parse(from.text(key));
        } catch (DateTimeException _) {
            throw new Fields.Torn("\"" + key + "\" is no time");
        }
    }

    private static SavedPlan.Item step(Fields from) {
        return new SavedPlan.Item(
                new StepId(from.text("step")),
                from.text("kind"),
                from.number("version"),
                from.texts("needs").stream().map(StepId::new).collect(Collectors.toSet()),
                from.text("inputs"),
                from.has("prediction")
                        ? Optional.of(prediction(from.within("prediction")))
                        : Optional.empty());
    }

    private static Prediction prediction(Fields from) {
        return switch (from.text("is")) {
            case "nothing" -> new Prediction.Nothing(from.text("why"));
            case "changes" ->
                    new Prediction.Changes(
                            from.choice("certainty", Prediction.Certainty.class),
                            from.each("changes", SavedPlanReading::change));
            default -> throw new Fields.Torn("no prediction is \"" + from.text("is") + "\"");
        };
    }

    private static Prediction.Change change(Fields from) {
        var where = new EndpointName(new SiteName(from.text("site")), from.text("endpoint"));
        return new Prediction.Change(
                from.choice("sign", Prediction.Sign.class),
                new Locator(where, from.text("thing")),
                from.text("summary"),
                from.texts("details"));
    }
}
