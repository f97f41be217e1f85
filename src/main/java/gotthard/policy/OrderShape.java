package gotthard.policy;

import gotthard.inventory.DataTypeName;
import gotthard.inventory.Inventory;
import gotthard.inventory.RegionName;
import gotthard.shape.Shape;

import java.util.LinkedHashSet;
import java.util.List;

/// How an order between cells is written.
final class OrderShape {
    static final Shape<OrderRule> RULE =
            Shape.<OrderRule>object(
                            fields -> {
                                var process =
                                        fields.required(
                                                "process",
                                                choice(),
                                                "whose processing moves later");
                                var after =
                                        fields.required(
                                                "after",
                                                choice(),
                                                "whose processing must have moved by then");
                                return values ->
                                        new OrderRule(values.of(process), values.of(after));
                            })
                    .where(
                            rule -> !rule.process().equals(rule.after()),
                            "\"process\" and \"after\" name the same cells, so that it orders nothing; name others")
                    .named(
                            "Order",
                            "The processing of some cells moves only after that of others. A cell that both name is one of those that come later.");

    private OrderShape() {}

    private static Shape<CellChoice> choice() {
        return Shape.object(
                fields -> {
                    var regions =
                            fields.optional(
                                    "regions",
                                    Shape.reference(Inventory.REGION, RegionName::new)
                                            .nonEmptyList(),
                                    List.of(),
                                    "whose data; left out, those of all others");
                    var data =
                            fields.optional(
                                    "data",
                                    Shape.reference(Inventory.DATA, DataTypeName::new)
                                            .nonEmptyList(),
                                    List.of(),
                                    "which kinds of data; left out, all others");
                    return values ->
                            new CellChoice(
                                    new LinkedHashSet<>(values.of(regions)),
                                    new LinkedHashSet<>(values.of(data)));
                });
    }
}
