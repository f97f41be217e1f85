package gotthard.policy;

import gotthard.shape.Shape;

/// How an order between cells is written.
final class OrderShape {
    static final Shape<OrderRule> RULE =
            Shape.<OrderRule>object(
                            fields -> {
                                var process =
                                        fields.required(
                                                "process",
                                                CellChoiceShape.orElse("all others"),
                                                "whose processing moves later");
                                var after =
                                        fields.required(
                                                "after",
                                                CellChoiceShape.orElse("all others"),
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
}
