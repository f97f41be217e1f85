package gotthard.plan;

import gotthard.inventory.WindowName;
import gotthard.shape.Field;
import gotthard.shape.Fields;
import gotthard.shape.Located;
import gotthard.shape.Parsed;
import gotthard.shape.Shape;
import gotthard.shape.Values;
import gotthard.yaml.Node;

import java.time.Duration;
import java.time.LocalDate;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Pattern;

/// How a step is written.
final class StepShape {
    private static final Pattern VARIABLE = Pattern.compile("[a-z][A-Za-z0-9]{0,30}");
    private static final Pattern VALUE = Pattern.compile("[A-Za-z0-9][-A-Za-z0-9_.]{0,62}");
    private static final int MOST_ATTEMPTS = 100;

    private static final String TITLE = "Step";
    private static final String DOC =
            "One thing that a plan does, once or for each of several values.";

    private static final Shape<StepSpec> OBJECT =
            Shape.object(
                    fields -> {
                        var common = new Common(fields);
                        var action =
                                fields.required(
                                        "action", Shape.text().located(), "the kind of step");
                        var with =
                                fields.maybe("with", Shape.node(), "the parameters of the action");
                        return values -> common.step(values, values.of(action), values.of(with));
                    });

    static final Shape<StepSpec> SHAPE = timed(OBJECT).named(TITLE, DOC);

    private StepShape() {}

    /// A step, with what is known of the parameters of actions, for schema and reference.
    ///
    /// @param parameters by the names of actions
    static Shape<StepSpec> describing(Map<String, Shape<?>> parameters) {
        return timed(OBJECT.describing("action", "with", parameters)).named(TITLE, DOC);
    }

    /// Nothing starts in a window without knowing whether it fits.
    private static Shape<StepSpec> timed(Shape<StepSpec> steps) {
        return steps.where(
                step -> step.window().isEmpty() || step.takes().isPresent(),
                "a step in a window says how long it usually takes; add \"takes: 20m\"");
    }

    /// The keys that every step has.
    private static final class Common {
        private final Field<Located<StepName>> id;
        private final Field<Map<String, List<String>>> each;
        private final Field<List<Located<String>>> needs;
        private final Field<Optional<OnFailure>> onFailure;
        private final Field<Optional<Duration>> deadline;
        private final Field<Optional<Integer>> attempts;
        private final Field<Optional<Located<LocalDate>>> notBefore;
        private final Field<Optional<Located<WindowName>>> window;
        private final Field<Optional<Located<Duration>>> takes;
        private final Field<Optional<Located<Duration>>> fresh;

        Common(Fields fields) {
            id =
                    fields.required(
                            "id",
                            Shape.name().map(StepName::new).located(),
                            "its name in the plan");
            each =
                    fields.optional(
                            "each",
                            Shape.mapOf(variable(), values()),
                            Map.of(),
                            "variables and their values: the step is made once for each combination");
            needs =
                    fields.optional(
                            "needs",
                            Shape.text().located().list(),
                            List.of(),
                            "steps that must be verified before it starts; of a step with \"each\" all, or with name[value] one");
            onFailure =
                    fields.maybe(
                            "onFailure",
                            Shape.enumeration(OnFailure.class),
                            "what happens when it has failed for good; by itself rollback");
            deadline =
                    fields.maybe(
                            "deadline",
                            Shape.duration()
                                    .where(
                                            time -> time.compareTo(Duration.ofSeconds(1)) >= 0,
                                            "a deadline is at least 1s"),
                            "how long one attempt may take; by itself 30m");
            attempts =
                    fields.maybe(
                            "attempts",
                            Shape.integer(1, MOST_ATTEMPTS),
                            "how often it is tried; by itself 3 times");
            notBefore =
                    fields.maybe(
                            "notBefore",
                            Shape.date().located(),
                            "the first day, in UTC, on which it may start");
            window =
                    fields.maybe(
                            "window",
                            Shape.reference(WindowName.KIND, WindowName::new).located(),
                            "the window of the policy in which it may start");
            takes =
                    fields.maybe(
                            "takes",
                            Shape.duration()
                                    .where(
                                            time -> time.compareTo(Duration.ofSeconds(1)) >= 0,
                                            "what takes time takes at least 1s")
                                    .located(),
                            "how long it usually takes: it starts only if it ends before its window closes, and before a freeze begins");
            fresh =
                    fields.maybe(
                            "fresh",
                            Shape.duration()
                                    .where(
                                            time -> time.compareTo(Duration.ofSeconds(1)) >= 0,
                                            "a verification counts for at least 1s")
                                    .located(),
                            "how old its verification may be when a step that needs it, directly or not, begins: an older one is made again first; by itself it counts for good");
        }

        StepSpec step(Values values, Located<String> action, Optional<Node> with) {
            return new StepSpec(
                    values.of(id),
                    values.of(each),
                    values.of(needs),
                    action,
                    with,
                    values.of(onFailure),
                    values.of(deadline),
                    values.of(attempts),
                    values.of(notBefore),
                    values.of(window),
                    values.of(takes),
                    values.of(fresh),
                    values.of(id).place());
        }

        private static Shape<String> variable() {
            return Shape.text()
                    .parse(
                            "the name of a variable",
                            matching(
                                    VARIABLE,
                                    "is none; write letters and digits, the first in lower case"));
        }

        private static Shape<List<String>> values() {
            return Shape.text()
                    .parse(
                            "a value for \"each\"",
                            matching(
                                    VALUE,
                                    "is none; write letters and digits, with hyphens, dots and underscores inside"))
                    .nonEmptyList()
                    .where(
                            values -> new LinkedHashSet<>(values).size() == values.size(),
                            "a value stands twice; name it once");
        }

        private static Function<String, Parsed<String>> matching(Pattern pattern, String message) {
            return text ->
                    pattern.matcher(text).matches() ? Parsed.good(text) : Parsed.bad(message);
        }
    }
}
