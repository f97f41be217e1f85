package gotthard.policy;

import gotthard.inventory.DataTypeName;
import gotthard.inventory.Inventory;
import gotthard.inventory.RegionName;
import gotthard.shape.Shape;

import java.util.LinkedHashSet;
import java.util.List;

/// How a choice of cells is written.
final class CellChoiceShape {
    private CellChoiceShape() {}

    /// @param rest what is meant where regions or kinds of data are left out, in words: `all others`
    static Shape<CellChoice> orElse(String rest) {
        return Shape.object(
                fields -> {
                    var regions =
                            fields.optional(
                                    "regions",
                                    Shape.reference(Inventory.REGION, RegionName::new)
                                            .nonEmptyList(),
                                    List.of(),
                                    "whose data; left out, those of " + rest);
                    var data =
                            fields.optional(
                                    "data",
                                    Shape.reference(Inventory.DATA, DataTypeName::new)
                                            .nonEmptyList(),
                                    List.of(),
                                    "which kinds of data; left out, " + rest);
                    return values ->
                            new CellChoice(
                                    new LinkedHashSet<>(values.of(regions)),
                                    new LinkedHashSet<>(values.of(data)));
                });
    }
}
