package gotthard.objects;

import gotthard.Golden;
import gotthard.action.Scope;
import gotthard.action.Work;
import gotthard.inventory.CountryCode;
import gotthard.inventory.DataType;
import gotthard.inventory.DataTypeName;
import gotthard.inventory.EndpointName;
import gotthard.inventory.Inventory;
import gotthard.inventory.Selection;
import gotthard.inventory.Site;
import gotthard.inventory.SiteName;
import gotthard.inventory.StoreName;
import gotthard.problem.Checked;
import gotthard.problem.Place;
import gotthard.problem.Problem;
import gotthard.shape.Names;
import gotthard.yaml.YamlReader;

import org.junit.jupiter.api.Test;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/// What is said of a step `objects.copy` that a plan writes wrongly.
final class CopyKindTest {
    private static final SiteName MOSCOW = new SiteName("moscow");
    private static final SiteName ZURICH = new SiteName("zurich-1");
    private static final DataTypeName UPLOADS = new DataTypeName("uploads");
    private static final DataTypeName FILES = new DataTypeName("files");
    private static final DataTypeName TAGGED = new DataTypeName("tagged");
    private static final StoreName BUCKET = new StoreName("blobs");
    private static final StoreName FOLDER = new StoreName("intake");
    private static final List<String> WRONG =
            List.of(
                    "{data: uploads, to: zurich-1, regions: [europe]}",
                    "{data: uploads, from: moscow, to: zurich-1}",
                    "{data: uploads, from: moscow, to: moscow, regions: [europe]}",
                    "{data: uploads, from: moscow, to: zurich-2, regions: [europe]}",
                    "{data: files, from: moscow, to: zurich-1, regions: [europe]}",
                    "{data: uploads, from: moscow, to: zurich-1, regions: [europe], level: half}",
                    "{data: uploads, from: moscow, to: zurich-1, regions: [europe], versions: all, level: sample}",
                    "{data: tagged, from: moscow, to: zurich-1, regions: [europe], versions: all}",
                    "{data: uploads, from: moscow, to: zurich-1, regions: [europe], versions: old}",
                    "{data: uploads, form: moscow, to: zurich-1, regions: [europe]}");

    @Test
    void tellsWhatIsWrongAndWhatToDo() {
        String problems =
                WRONG.stream()
                        .flatMap(with -> bind(with).problems().stream())
                        .map(Problem::render)
                        .collect(Collectors.joining("\n"));

        Golden.assertMatches("objects/problems.txt", problems);
    }

    private static Checked<Work> bind(String with) {
        var scope =
                new Scope(
                        inventory(),
                        Optional.empty(),
                        Place.of("plan.yaml"),
                        (_, _) -> {
                            throw new AssertionError("no file is read");
                        });
        var kind = new CopyKind();
        return YamlReader.read("plan.yaml", with)
                .flatMap(node -> kind.parameters().read(node, Names.unchecked()))
                .flatMap(parameters -> kind.bind(parameters, scope));
    }

    private static Inventory inventory() {
        return new Inventory(
                "test",
                Optional.empty(),
                Map.of(MOSCOW, site(MOSCOW), ZURICH, site(ZURICH)),
                Map.of(),
                Map.of(
                        UPLOADS,
                        type(UPLOADS, BUCKET),
                        FILES,
                        type(FILES, FOLDER),
                        TAGGED,
                        tagged()),
                Set.of(),
                Map.of());
    }

    private static DataType type(DataTypeName name, StoreName store) {
        var place = new DataType.Place(store, name + "/${region}");
        return new DataType(
                name, DataType.Mutability.APPEND_ONLY, Map.of(MOSCOW, place, ZURICH, place));
    }

    private static DataType tagged() {
        var place = new DataType.Place(BUCKET, "all", new Selection.Tagged("region", "${region}"));
        return new DataType(
                TAGGED, DataType.Mutability.APPEND_ONLY, Map.of(MOSCOW, place, ZURICH, place));
    }

    private static Site site(SiteName name) {
        return new Site(
                name,
                new CountryCode("CH"),
                Optional.empty(),
                Map.of(),
                Map.of(
                        BUCKET,
                        new gotthard.inventory.Store.InBucket(
                                BUCKET, new EndpointName(name, "s3"), "uploads"),
                        FOLDER,
                        new gotthard.inventory.Store.OnHost(
                                FOLDER, new EndpointName(name, "file-1"), "/srv/intake")),
                List.of());
    }
}
