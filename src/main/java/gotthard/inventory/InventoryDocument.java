package gotthard.inventory;

import gotthard.document.DocumentKind;
import gotthard.problem.Checked;
import gotthard.shape.Names;
import gotthard.shape.Shape;
import gotthard.yaml.Entry;
import gotthard.yaml.Node;
import gotthard.yaml.YamlReader;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// Reads inventories.
public final class InventoryDocument {
    private static final DocumentKind<Written> KIND =
            DocumentKind.of("Inventory", metadata(), spec(), (name, spec) -> spec.named(name));

    private InventoryDocument() {}

    /// What an inventory looks like, for schema and reference.
    public static Shape<?> shape() {
        return KIND.shape();
    }

    /// How a country is written, here and in other documents.
    public static Shape<CountryCode> country() {
        return InventoryShapes.COUNTRY;
    }

    /// The inventory in a text, or all that is wrong with it. Relative paths in it start at the folder of `source`.
    ///
    /// @param source the text's name as the user gave it
    public static Checked<Inventory> read(String source, String text) {
        return YamlReader.read(source, text)
                .flatMap(node -> KIND.read(node, declared(node)))
                .flatMap(written -> new Resolution(source, written).inventory());
    }

    private static Shape<String> metadata() {
        return Shape.object(
                fields -> {
                    var name = fields.required("name", Shape.name(), "the name of this inventory");
                    return values -> values.of(name);
                });
    }

    private static Shape<Written.Spec> spec() {
        return Shape.object(
                fields -> {
                    var sandbox =
                            fields.maybe(
                                    "sandbox",
                                    InventoryShapes.SANDBOX,
                                    "the sites live in this program, which makes their addresses and keys");
                    var sites =
                            fields.required(
                                    "sites",
                                    Shape.mapOf(
                                            Shape.name().map(SiteName::new).located(),
                                            InventoryShapes.SITE),
                                    "places that store and process data");
                    var regions =
                            fields.optional(
                                    "regions",
                                    Shape.mapOf(
                                            Shape.name().map(RegionName::new),
                                            InventoryShapes.REGION),
                                    Map.of(),
                                    "countries whose data move together");
                    var data =
                            fields.optional(
                                    "data",
                                    Shape.mapOf(
                                            Shape.name().map(DataTypeName::new),
                                            InventoryShapes.DATA),
                                    Map.of(),
                                    "the kinds of data");
                    var roles =
                            fields.optional(
                                    "roles",
                                    Shape.name().map(RoleName::new).located().list(),
                                    List.of(),
                                    "what people may decide");
                    var people =
                            fields.optional(
                                    "people",
                                    Shape.mapOf(
                                            Shape.name().map(PersonName::new), PeopleShapes.PERSON),
                                    Map.of(),
                                    "who decides");
                    return values ->
                            new Written.Spec(
                                    values.of(sandbox),
                                    values.of(sites),
                                    values.of(regions),
                                    values.of(data),
                                    values.of(roles),
                                    values.of(people));
                });
    }

    /// The names that the document itself declares, so that its references are checked while it is read.
    private static Names declared(Node document) {
        return Names.of(
                Map.of(
                        Inventory.SITE, keys(document, "sites"),
                        Inventory.ROLE, items(document, "roles"),
                        Inventory.PERSON, keys(document, "people")));
    }

    private static Set<String> keys(Node document, String part) {
        return part(document, part)
                .filter(Node.Mapping.class::isInstance)
                .flatMap(node -> ((Node.Mapping) node).entries().stream())
                .map(Entry::key)
                .map(Node.Scalar::text)
                .collect(Collectors.toSet());
    }

    private static Set<String> items(Node document, String part) {
        return part(document, part)
                .filter(Node.Sequence.class::isInstance)
                .flatMap(node -> ((Node.Sequence) node).items().stream())
                .filter(Node.Scalar.class::isInstance)
                .map(node -> ((Node.Scalar) node).text())
                .collect(Collectors.toSet());
    }

    private static Stream<Node> part(Node document, String part) {
        return document instanceof Node.Mapping all
                        && all.get("spec").orElse(document) instanceof Node.Mapping spec
                ? spec.get(part).stream()
                : Stream.empty();
    }
}
