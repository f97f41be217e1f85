package gotthard.journal;

import gotthard.action.Failure;
import gotthard.action.Locator;
import gotthard.action.Prediction;
import gotthard.graph.StepId;
import gotthard.inventory.EndpointName;
import gotthard.inventory.SiteName;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// What is expected of a run, and how a step deviates from it, taken apart and put together. How many they are is a fact, the rest are words.
final class ExpectedParts {
    private ExpectedParts() {}

    static void expected(Splitting to, Expected expected) {
        to.fact("predictions", expected.predictions().size())
                .word("savedPlan", expected.savedPlan())
                .each("each", expected.entries(), ExpectedParts::prediction);
    }

    static Expected expected(Joining from) {
        var predictions = new LinkedHashMap<StepId, Prediction>();
        for (var entry : from.each("each", ExpectedParts::prediction)) {
            predictions.put(entry.getKey(), entry.getValue());
        }
        return new Expected(from.word("savedPlan"), predictions);
    }

    static void deviations(Splitting to, List<Deviation> deviations) {
        to.fact("deviations", deviations.size())
                .each(
                        "each",
                        deviations,
                        (item, deviation) ->
                                item.word("thing", deviation.thing())
                                        .word("predicted", deviation.predicted())
                                        .word("found", deviation.found()));
    }

    static List<Deviation> deviations(Joining from) {
        return from.each(
                "each",
                item ->
                        new Deviation(
                                item.word("thing"), item.word("predicted"), item.word("found")));
    }

    private static void prediction(Splitting to, Map.Entry<StepId, Prediction> entry) {
        to.word("step", entry.getKey().value());
        switch (entry.getValue()) {
            case Prediction.Nothing(var why) -> to.is("nothing").word("why", why);
            case Prediction.Obstacle(var failure) ->
                    ActionParts.failure(to.is("obstacle"), failure);
            case Prediction.Changes(var certainty, var changes) ->
                    to.is("changes")
                            .fact("certainty", certainty)
                            .each("changes", changes, ExpectedParts::change);
        }
    }

    private static Map.Entry<StepId, Prediction> prediction(Joining from) {
        Prediction prediction =
                switch (from.is()) {
                    case "nothing" -> new Prediction.Nothing(from.word("why"));
                    case "obstacle" -> new Prediction.Obstacle(failure(from));
                    case "changes" ->
                            new Prediction.Changes(
                                    from.choice("certainty", Prediction.Certainty.class),
                                    from.each("changes", ExpectedParts::change));
                    default ->
                            throw new Unreadable("no prediction is called \"" + from.is() + "\"");
                };
        return Map.entry(new StepId(from.word("step")), prediction);
    }

    private static Failure failure(Joining from) {
        return ActionParts.failure(from);
    }

    private static void change(Splitting to, Prediction.Change change) {
        to.fact("sign", change.sign())
                .word("site", change.thing().where().site().value())
                .word("endpoint", change.thing().where().local())
                .word("path", change.thing().path())
                .word("summary", change.summary())
                .words("details", change.details());
    }

    private static Prediction.Change change(Joining from) {
        var where = new EndpointName(new SiteName(from.word("site")), from.word("endpoint"));
        return new Prediction.Change(
                from.choice("sign", Prediction.Sign.class),
                new Locator(where, from.word("path")),
                from.word("summary"),
                from.texts("details"));
    }
}
