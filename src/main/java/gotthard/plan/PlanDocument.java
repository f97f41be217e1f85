package gotthard.plan;

import gotthard.document.DocumentKind;
import gotthard.inventory.SignalName;
import gotthard.inventory.SiteName;
import gotthard.problem.Checked;
import gotthard.shape.Names;
import gotthard.shape.Shape;
import gotthard.yaml.Node;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Reads plans.
public final class PlanDocument {
    private PlanDocument() {}

    /// The plan in a text, or all that is wrong with it.
    ///
    /// @param source the text's name as the user gave it
    /// @param names of the inventory that the plan is for
    public static Checked<Plan> read(String source, String text, Names names) {
        return kind(source, StepShape.SHAPE).read(source, text, names);
    }

    /// The plan in a node.
    public static Checked<Plan> read(String source, Node document, Names names) {
        return kind(source, StepShape.SHAPE).read(document, names);
    }

    /// What a plan looks like, for schema and reference.
    ///
    /// @param parameters what stands under `with`, by the names of actions
    public static Shape<?> shape(Map<String, Shape<?>> parameters) {
        return kind("", StepShape.describing(parameters)).shape();
    }

    private record Metadata(PlanName name, String owner, String title) {}

    private record Spec(
            Optional<Group> group,
            List<PlanName> after,
            Optional<LocalDate> due,
            Map<SiteName, Protection> protect,
            List<StepSpec> steps) {}

    private static DocumentKind<Plan> kind(String source, Shape<StepSpec> step) {
        return DocumentKind.of(
                "Plan",
                metadata(),
                spec(step),
                (metadata, spec) ->
                        new Plan(
                                source,
                                metadata.name(),
                                metadata.owner(),
                                metadata.title(),
                                spec.group(),
                                spec.after(),
                                spec.due(),
                                spec.protect(),
                                spec.steps()));
    }

    private static Shape<Metadata> metadata() {
        return Shape.object(
                fields -> {
                    var name = fields.required("name", Shape.name(), "the name of the plan");
                    var owner = fields.required("owner", Shape.text(), "who answers for it");
                    var title =
                            fields.required(
                                    "title", Shape.text(), "what will be so when it is done");
                    return values ->
                            new Metadata(
                                    new PlanName(values.of(name)),
                                    values.of(owner),
                                    values.of(title));
                });
    }

    private static Shape<Spec> spec(Shape<StepSpec> step) {
        return Shape.object(
                fields -> {
                    fields.maybe(
                            Links.INVENTORY,
                            Shape.text(),
                            "the inventory, if the command line names none; a path that starts at the plan's folder");
                    fields.maybe(
                            Links.POLICY,
                            Shape.text(),
                            "the policy; a path that starts at the plan's folder");
                    var group =
                            fields.maybe("group", GroupShape.SHAPE, "the cells that move together");
                    var after =
                            fields.optional(
                                    "after",
                                    Shape.name().map(PlanName::new).list(),
                                    List.of(),
                                    "plans that must have ended well before this one starts");
                    var due = fields.maybe("due", Shape.date(), "when it must be done");
                    var protect =
                            fields.optional(
                                    "protect",
                                    Shape.mapOf(GroupShape.SITE, protection()),
                                    Map.of(),
                                    "how sites are spared while it is applied");
                    var steps = fields.required("steps", step.nonEmptyList(), "what is done");
                    return values ->
                            new Spec(
                                    values.of(group),
                                    values.of(after),
                                    values.of(due),
                                    values.of(protect),
                                    values.of(steps));
                });
    }

    private static Shape<Protection> protection() {
        return Shape.<Protection>object(
                        fields -> {
                            var rate =
                                    fields.maybe(
                                            "rate",
                                            Shape.rate(),
                                            "how fast data may move from and to it, in all");
                            var pauseWhen =
                                    fields.optional(
                                            "pauseWhen",
                                            Shape.name().map(SignalName::new).located().list(),
                                            List.of(),
                                            "signals of the site; while one of them is bad, nothing starts there and nothing moves");
                            return values -> new Protection(values.of(rate), values.of(pauseWhen));
                        })
                .named("Protection", "How a site is spared while a plan is applied.");
    }
}
