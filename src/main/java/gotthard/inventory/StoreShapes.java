package gotthard.inventory;

import gotthard.shape.Shape;

/// How it is written where data lie and who moves them.
final class StoreShapes {
    private static final Shape<WrittenStore.Volume> VOLUME =
            Shape.<WrittenStore.Volume>object(
                            fields -> {
                                var namespace =
                                        fields.required(
                                                "namespace",
                                                Shape.name().located(),
                                                "where the pods run that mount it");
                                var claim =
                                        fields.maybe(
                                                "claim",
                                                Shape.name(),
                                                "a PersistentVolumeClaim of that namespace");
                                var folder =
                                        fields.maybe(
                                                "folder",
                                                InventoryShapes.ABSOLUTE,
                                                "a folder of the node instead of a claim");
                                return values ->
                                        new WrittenStore.Volume(
                                                values.of(namespace),
                                                values.of(claim),
                                                values.of(folder));
                            })
                    .where(
                            volume -> volume.claim().isPresent() != volume.folder().isPresent(),
                            "a volume is a claim or a folder of the node; write either \"claim:\" or \"folder:\"");

    static final Shape<WrittenStore> STORE =
            Shape.<WrittenStore>object(
                            fields -> {
                                var host =
                                        fields.maybe(
                                                "host",
                                                Shape.name().located(),
                                                "the host of this site that has the folder");
                                var volume =
                                        fields.maybe(
                                                "volume",
                                                VOLUME,
                                                "what pods of the site's cluster mount, instead of a host");
                                var bucket =
                                        fields.maybe(
                                                "bucket",
                                                Shape.text(),
                                                "a bucket of an S3-compatible server, instead of a host");
                                var server =
                                        fields.maybe(
                                                "server",
                                                Shape.name().located(),
                                                "the bucket's server, one of \"objects\"");
                                var path =
                                        fields.maybe(
                                                "path",
                                                InventoryShapes.ABSOLUTE,
                                                "the folder on the host, or in the volume");
                                return values ->
                                        new WrittenStore(
                                                values.of(host),
                                                values.of(volume),
                                                values.of(bucket),
                                                values.of(server),
                                                values.of(path));
                            })
                    .where(
                            WrittenStore::isOfOneKind,
                            "a store lies on a host, in a volume or in a bucket; write one of \"host:\", \"volume:\" and \"bucket:\"")
                    .where(
                            WrittenStore::hasItsFolder,
                            "a store on a host is a folder there; write \"path:\"")
                    .where(
                            WrittenStore::hasItsServer,
                            "a bucket is of a server and has no path; write \"server:\" beside \"bucket:\", and nowhere else");

    static final Shape<Written.Objects> OBJECTS =
            Shape.object(
                    fields -> {
                        var url = fields.maybe("url", WebAddress.SHAPE, "its address");
                        var region =
                                fields.optional(
                                        "region",
                                        Shape.text(),
                                        "us-east-1",
                                        "the region that requests are signed for");
                        var accessKey =
                                fields.maybe(
                                        "accessKey",
                                        InventoryShapes.SECRET,
                                        "who asks: the access key's ID");
                        var secretKey =
                                fields.maybe(
                                        "secretKey",
                                        InventoryShapes.SECRET,
                                        "the secret key that requests are signed with");
                        return values ->
                                new Written.Objects(
                                        values.of(url),
                                        values.of(region),
                                        values.of(accessKey),
                                        values.of(secretKey));
                    });

    static final Shape<Movers> MOVERS =
            Shape.object(
                    fields -> {
                        var address =
                                fields.required(
                                        "address",
                                        Shape.text(),
                                        "by which other sites reach the node ports of its cluster");
                        var image =
                                fields.maybe(
                                        "image",
                                        Shape.text(),
                                        "what the pods run; that of the tool's own version without it");
                        return values -> new Movers(values.of(address), values.of(image));
                    });

    private StoreShapes() {}
}
