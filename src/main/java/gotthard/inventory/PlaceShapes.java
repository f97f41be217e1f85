package gotthard.inventory;

import gotthard.shape.Shape;

/// How it is written where a site keeps a kind of data.
final class PlaceShapes {
    private static final Shape<Written.Tag> TAG =
            Shape.object(
                    fields -> {
                        var key = fields.required("key", Shape.text(), "the tag's key");
                        var value =
                                fields.required(
                                        "value",
                                        Shape.text(),
                                        "its value, in which ${region} stands for the region");
                        return values -> new Written.Tag(values.of(key), values.of(value));
                    });

    static final Shape<Written.Where> WHERE =
            Shape.<Written.Where>object(
                            fields -> {
                                var store =
                                        fields.required(
                                                "store",
                                                Shape.name().located(),
                                                "a store of that site");
                                var folder =
                                        fields.required(
                                                "folder",
                                                InventoryShapes.FOLDER.located(),
                                                "the folder below the store, in which ${region} stands for the region");
                                var list =
                                        fields.maybe(
                                                "list",
                                                InventoryShapes.FILE.located(),
                                                "where regions share the folder: the file of the same store that names those of a region, one path a line relative to the folder, # for comments; ${region} stands for the region");
                                var tag =
                                        fields.maybe(
                                                "tag",
                                                TAG.located(),
                                                "where regions share a folder of a bucket: the tag that a region's objects have");
                                return values ->
                                        new Written.Where(
                                                values.of(store),
                                                values.of(folder),
                                                values.of(list),
                                                values.of(tag));
                            })
                    .where(
                            where -> where.list().isEmpty() || where.tag().isEmpty(),
                            "what is a region's is told by a list or by a tag; write one of \"list:\" and \"tag:\"");

    private PlaceShapes() {}
}
