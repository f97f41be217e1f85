package gotthard.policy;

import gotthard.document.DocumentKind;
import gotthard.inventory.CountryCode;
import gotthard.inventory.DataTypeName;
import gotthard.inventory.Inventory;
import gotthard.inventory.InventoryDocument;
import gotthard.inventory.RegionName;
import gotthard.inventory.RoleName;
import gotthard.problem.Checked;
import gotthard.shape.Names;
import gotthard.shape.Shape;

import java.util.LinkedHashSet;
import java.util.List;

/// Reads policies.
public final class PolicyDocument {
    private PolicyDocument() {}

    /// The policy in a text, or all that is wrong with it.
    ///
    /// @param source the text's name as the user gave it
    /// @param names of the inventory that it is judged with
    public static Checked<Policy> read(String source, String text, Names names) {
        return kind(source).read(source, text, names);
    }

    /// What a policy looks like, for schema and reference.
    public static Shape<?> shape() {
        return kind("").shape();
    }

    private static DocumentKind<Policy> kind(String source) {
        return DocumentKind.of(
                "Policy",
                metadata(),
                spec(),
                (name, spec) ->
                        new Policy(
                                source,
                                name,
                                spec.residency(),
                                spec.order(),
                                spec.rules(),
                                new LinkedHashSet<>(spec.signers()),
                                spec.calendar()));
    }

    private static Shape<String> metadata() {
        return Shape.object(
                fields -> {
                    var name = fields.required("name", Shape.name(), "the name of the policy");
                    return values -> values.of(name);
                });
    }

    private record Spec(
            List<ResidencyRule> residency,
            List<OrderRule> order,
            List<Rule> rules,
            List<RoleName> signers,
            Calendar calendar) {}

    private static Shape<Spec> spec() {
        return Shape.object(
                fields -> {
                    var residency =
                            fields.optional(
                                    "residency",
                                    rule().list(),
                                    List.of(),
                                    "where cells may be; with any rule, all that no rule allows is refused");
                    var order =
                            fields.optional(
                                    "order",
                                    OrderShape.RULE.list(),
                                    List.of(),
                                    "which cells move after which others");
                    var rules =
                            fields.optional(
                                    "rules",
                                    RuleShapes.RULES,
                                    List.of(),
                                    "what else must hold at every moment of every plan");
                    var noReturn =
                            fields.optional(
                                    "noReturn",
                                    noReturn(),
                                    List.of(),
                                    "what must come before a step that nothing undoes");
                    var calendar = new CalendarShapes(fields);
                    return values ->
                            new Spec(
                                    values.of(residency),
                                    values.of(order),
                                    values.of(rules),
                                    values.of(noReturn),
                                    calendar.calendar(values));
                });
    }

    private static Shape<List<RoleName>> noReturn() {
        return Shape.object(
                fields -> {
                    var roles =
                            fields.required(
                                    "approvedBy",
                                    Shape.reference(Inventory.ROLE, RoleName::new).nonEmptyList(),
                                    "roles of which one person each must have approved, by one step or several");
                    return values -> values.of(roles);
                });
    }

    private static Shape<ResidencyRule> rule() {
        return Shape.<ResidencyRule>object(
                        fields -> {
                            var regions =
                                    fields.required(
                                            "regions",
                                            Shape.reference(Inventory.REGION, RegionName::new)
                                                    .nonEmptyList(),
                                            "whose data");
                            var data =
                                    fields.optional(
                                            "data",
                                            Shape.reference(Inventory.DATA, DataTypeName::new)
                                                    .nonEmptyList(),
                                            List.of(),
                                            "which kinds of data; left out, all");
                            var may =
                                    fields.required(
                                            "may",
                                            Shape.enumeration(Use.class).nonEmptyList(),
                                            "what is allowed");
                            var in =
                                    fields.required(
                                            "in",
                                            country().nonEmptyList(),
                                            "in which countries, by ISO 3166-1 alpha-2");
                            var validity = new ValidityFields(fields);
                            return values ->
                                    new ResidencyRule(
                                            new LinkedHashSet<>(values.of(regions)),
                                            new LinkedHashSet<>(values.of(data)),
                                            new LinkedHashSet<>(values.of(may)),
                                            new LinkedHashSet<>(values.of(in)),
                                            validity.validity(values));
                        })
                .where(rule -> rule.validity().holdsEver(), ValidityFields.HOLDS_NEVER)
                .named("Residency", "Allows some uses of some cells in some countries.");
    }

    private static Shape<CountryCode> country() {
        return InventoryDocument.country();
    }
}
