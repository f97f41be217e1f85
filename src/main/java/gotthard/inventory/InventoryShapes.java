package gotthard.inventory;

import gotthard.secret.KnownSecrets;
import gotthard.secret.SecretRef;
import gotthard.shape.Located;
import gotthard.shape.Parsed;
import gotthard.shape.Shape;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/// How the parts of an inventory are written.
final class InventoryShapes {
    private static final Set<String> COUNTRIES = Set.of(Locale.getISOCountries());
    private static final Map<String, String> MISTAKEN = Map.of("UK", "GB", "EL", "GR", "EN", "GB");

    static final Shape<CountryCode> COUNTRY =
            Shape.text().parse("a country code", InventoryShapes::country);

    static final Shape<String> ABSOLUTE =
            Shape.text()
                    .parse(
                            "an absolute path",
                            path ->
                                    path.startsWith("/") && !climbs(path)
                                            ? Parsed.good(path.replaceAll("/+$", ""))
                                            : Parsed.bad("does not start with / or contains .."));

    static final Shape<String> FOLDER = below("a folder below its store");

    static final Shape<String> FILE =
            below("a file below its store").where(path -> !path.isEmpty(), "a list has a name");

    private static final Shape<String> PATH =
            Shape.text()
                    .parse(
                            "a path",
                            path ->
                                    path.indexOf('\0') < 0
                                            ? Parsed.good(path)
                                            : Parsed.bad("has characters that no path has"));

    static final Shape<SecretRef> SECRET =
            Shape.<SecretRef>oneKey(
                            Map.of(
                                    "env",
                                    Shape.text().map(SecretRef.Env::new),
                                    "file",
                                    PATH.map(path -> new SecretRef.File(Path.of(path))),
                                    "exec",
                                    Shape.text().nonEmptyList().map(SecretRef.Exec::new)))
                    .named(
                            "Secret",
                            "Where a secret comes from: an environment variable, a file, or what a program prints.")
                    .unshown(
                            "a reference: {env: NAME}, {file: PATH} or {exec: [PROGRAM]}",
                            KnownSecrets::add);

    private static final Shape<Written.Keys> HOST_KEYS =
            Shape.<Written.Keys>oneKey(
                    Map.of(
                            "pinned",
                            Shape.text().nonEmptyList().map(Written.Keys.Pinned::new),
                            "knownHosts",
                            PATH.map(Written.Keys.KnownHosts::new)));

    private static final Shape<Written.Host> HOST =
            Shape.object(
                    fields -> {
                        var name =
                                fields.required(
                                        "name",
                                        Shape.name().located(),
                                        "what it is called, once in its site");
                        var address =
                                fields.maybe("address", Shape.text(), "its IP address or DNS name");
                        var port =
                                fields.optional(
                                        "port", Shape.integer(1, 65535), 22, "its SSH port");
                        var user = fields.maybe("user", Shape.text(), "who logs in");
                        var keys =
                                fields.maybe(
                                        "hostKeys",
                                        HOST_KEYS,
                                        "the only keys that the host may show: pinned here, or those that a known_hosts file lists");
                        var identity =
                                fields.maybe(
                                        "identity",
                                        SECRET,
                                        "the private key to log in with; without one, the ssh agent");
                        return values ->
                                new Written.Host(
                                        values.of(name),
                                        values.of(address),
                                        values.of(port),
                                        values.of(user),
                                        values.of(keys),
                                        values.of(identity));
                    });

    private static final Shape<Written.Cluster> CLUSTER =
            Shape.object(
                    fields -> {
                        var context =
                                fields.maybe(
                                        "context", Shape.text(), "a context of the kubeconfig");
                        var file =
                                fields.maybe(
                                        "kubeconfig",
                                        PATH,
                                        "its path; without one, the user's own kubeconfig");
                        return values -> new Written.Cluster(values.of(context), values.of(file));
                    });

    private static final Shape<Written.Web> WEB =
            Shape.object(
                    fields -> {
                        var url = fields.maybe("url", WebAddress.SHAPE, "what is asked");
                        return values -> new Written.Web(values.of(url));
                    });

    static final Shape<Written.Site> SITE =
            Shape.<Written.Site>object(
                            fields -> {
                                var country =
                                        fields.required(
                                                "country",
                                                COUNTRY,
                                                "where it stands, by ISO 3166-1 alpha-2");
                                var cluster =
                                        fields.maybe(
                                                "cluster",
                                                CLUSTER.located(),
                                                "its Kubernetes cluster");
                                var hosts =
                                        fields.optional(
                                                "hosts",
                                                Shape.mapOf(
                                                        Shape.name().map(HostGroupName::new),
                                                        HOST.list()),
                                                Map.of(),
                                                "its SSH hosts, in groups that serve one purpose");
                                var stores =
                                        fields.optional(
                                                "stores",
                                                Shape.mapOf(
                                                        Shape.name().map(StoreName::new),
                                                        StoreShapes.STORE),
                                                Map.of(),
                                                "where its data lie: folders on hosts or in volumes, and buckets");
                                var objects =
                                        fields.optional(
                                                "objects",
                                                Shape.mapOf(
                                                        Shape.name().located(),
                                                        StoreShapes.OBJECTS),
                                                Map.of(),
                                                "its S3-compatible servers");
                                var movers =
                                        fields.maybe(
                                                "movers",
                                                StoreShapes.MOVERS,
                                                "the pods that move data of its volumes");
                                var web =
                                        fields.optional(
                                                "web",
                                                Shape.mapOf(Shape.name().located(), WEB.located()),
                                                Map.of(),
                                                "what answers HTTP there");
                                var metrics =
                                        fields.maybe(
                                                "metrics",
                                                MetricsShapes.METRICS.located(),
                                                "what is measured there");
                                return values ->
                                        new Written.Site(
                                                values.of(country),
                                                values.of(cluster),
                                                values.of(hosts),
                                                values.of(stores),
                                                values.of(objects),
                                                values.of(movers),
                                                values.of(web),
                                                values.of(metrics));
                            })
                    .named("Site", "A place that stores and processes data.");

    static final Shape<Written.Data> DATA =
            Shape.<Written.Data>object(
                            fields -> {
                                var kind =
                                        fields.required(
                                                "kind",
                                                Shape.enumeration(DataType.Mutability.class),
                                                "whether what was written may change");
                                var where =
                                        fields.optional(
                                                "where",
                                                Shape.mapOf(
                                                        Shape.reference(
                                                                        Inventory.SITE,
                                                                        SiteName::new)
                                                                .located(),
                                                        PlaceShapes.WHERE),
                                                Map.of(),
                                                "for each site, where it keeps them");
                                return values ->
                                        new Written.Data(values.of(kind), values.of(where));
                            })
                    .named("Data", "A kind of data, and where each site keeps it.");

    static final Shape<List<Located<CountryCode>>> REGION =
            Shape.object(
                    fields -> {
                        var countries =
                                fields.required(
                                        "countries",
                                        COUNTRY.located().nonEmptyList(),
                                        "its countries, by ISO 3166-1 alpha-2");
                        return values -> values.of(countries);
                    });

    static final Shape<String> SANDBOX =
            Shape.object(
                    fields -> {
                        var folder =
                                fields.required(
                                        "folder", PATH, "where the state of these sites is kept");
                        return values -> values.of(folder);
                    });

    private InventoryShapes() {}

    private static Parsed<CountryCode> country(String text) {
        if (COUNTRIES.contains(text)) {
            return Parsed.good(new CountryCode(text));
        }
        String capitals = text.toUpperCase(Locale.ROOT);
        String meant = MISTAKEN.getOrDefault(capitals, capitals);
        return Parsed.bad(
                COUNTRIES.contains(meant)
                        ? "is none; write " + meant
                        : "is none; write two capitals of ISO 3166-1, such as CH");
    }

    private static Shape<String> below(String what) {
        return Shape.text()
                .parse(
                        what,
                        path ->
                                path.startsWith("/") || climbs(path)
                                        ? Parsed.bad(
                                                "leads out of it; write it without a leading / and without ..")
                                        : Parsed.good(path.replaceAll("/+$", "")));
    }

    private static boolean climbs(String path) {
        return Arrays.asList(path.split("/", -1)).contains("..");
    }
}
