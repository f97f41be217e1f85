package gotthard.files;

import gotthard.Golden;
import gotthard.action.Scope;
import gotthard.action.Work;
import gotthard.inventory.CountryCode;
import gotthard.inventory.DataType;
import gotthard.inventory.DataTypeName;
import gotthard.inventory.EndpointName;
import gotthard.inventory.Inventory;
import gotthard.inventory.Site;
import gotthard.inventory.SiteName;
import gotthard.inventory.Store;
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

/// What is said of a step `files.copy` that a plan writes wrongly.
final class CopyKindTest {
    private static final SiteName MOSCOW = new SiteName("moscow");
    private static final SiteName ZURICH = new SiteName("zurich-1");
    private static final DataTypeName FILES = new DataTypeName("files");
    private static final StoreName STORE = new StoreName("intake");
    private static final List<String> WRONG =
            List.of(
                    "{data: files, to: zurich-1, regions: [europe]}",
                    "{data: files, from: moscow, to: zurich-1}",
                    "{data: files, from: moscow, to: moscow, regions: [europe]}",
                    "{data: files, from: moscow, to: zurich-2, regions: [europe]}",
                    "{data: statistics, from: moscow, to: zurich-1, regions: [europe]}",
                    "{data: files, from: moscow, to: zurich-1, regions: [europe], level: half}",
                    "{data: files, from: moscow, regions: [europe]}",
                    "{data: files, form: moscow, to: zurich-1, regions: [europe]}");

    @Test
    void tellsWhatIsWrongAndWhatToDo() {
        String problems =
                WRONG.stream()
                        .flatMap(with -> bind(with).problems().stream())
                        .map(Problem::render)
                        .collect(Collectors.joining("\n"));

        Golden.assertMatches("files/problems.txt", problems);
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
        var place = new DataType.Place(STORE, "files/${region}");
        var type =
                new DataType(
                        FILES,
                        DataType.Mutability.APPEND_ONLY,
                        Map.of(MOSCOW, place, ZURICH, place));
        return new Inventory(
                "test",
                Optional.empty(),
                Map.of(MOSCOW, site(MOSCOW), ZURICH, site(ZURICH)),
                Map.of(),
                Map.of(FILES, type),
                Set.of(),
                Map.of());
    }

    private static Site site(SiteName name) {
        var store = new Store.OnHost(STORE, new EndpointName(name, "file-1"), "/srv/intake");
        return new Site(
                name,
                new CountryCode("CH"),
                Optional.empty(),
                Map.of(),
                Map.of(STORE, store),
                List.of());
    }
}
