package gotthard.clearing;

import static org.assertj.core.api.Assertions.assertThat;

import gotthard.Golden;
import gotthard.action.Access;
import gotthard.action.Declaration;
import gotthard.action.Scope;
import gotthard.action.Work;
import gotthard.inventory.CountryCode;
import gotthard.inventory.DataType;
import gotthard.inventory.DataTypeName;
import gotthard.inventory.EndpointName;
import gotthard.inventory.Inventory;
import gotthard.inventory.RegionName;
import gotthard.inventory.Selection;
import gotthard.inventory.Site;
import gotthard.inventory.SiteName;
import gotthard.inventory.Store;
import gotthard.inventory.StoreName;
import gotthard.problem.Checked;
import gotthard.problem.Place;
import gotthard.problem.Problem;
import gotthard.shape.Names;
import gotthard.world.CellId;
import gotthard.world.Effect;
import gotthard.yaml.YamlReader;

import org.junit.jupiter.api.Test;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// What a plan says of `dataset.delete`.
final class DeleteKindTest {
    private static final SiteName MOSCOW = new SiteName("moscow");
    private static final SiteName ZURICH = new SiteName("zurich-1");
    private static final SiteName BERN = new SiteName("bern");

    @Test
    void isAPointOfNoReturnWithWhatItNeeds() {
        Declaration declaration =
                declaration("{data: hosts, at: moscow, regions: [europe], covered: [zurich-1]}");

        assertThat(declaration.summary()).isEqualTo("delete europe/hosts at moscow");
        assertThat(declaration.reversal()).isEqualTo(Declaration.Reversal.IRREVERSIBLE);
        assertThat(declaration.effects())
                .containsExactly(
                        new Effect.Delete(
                                new CellId(new RegionName("europe"), new DataTypeName("hosts")),
                                MOSCOW));
        assertThat(declaration.sites()).containsExactlyInAnyOrder(MOSCOW, ZURICH);
        Golden.assertMatches("clearing/rights-hosts.txt", rights(declaration));
    }

    @Test
    void needsRightsToDeleteObjectsAndToReadTheListsOfOthers() {
        Golden.assertMatches(
                "clearing/rights-buckets.txt",
                rights(
                        declaration(
                                "{data: shared, at: moscow, regions: [europe], covered: [zurich-1], versions: all}")));
    }

    @Test
    void isCoveredByTheTargetsOfTheGroup() {
        var group =
                new Scope.Group(
                        Set.of(new RegionName("europe")),
                        MOSCOW,
                        Map.of(new DataTypeName("hosts"), List.of(ZURICH, MOSCOW)));

        Work work =
                bind("{data: hosts, at: moscow}", Optional.of(group)).toOptional().orElseThrow();

        assertThat(((Work.Change) work).declaration().sites())
                .containsExactlyInAnyOrder(MOSCOW, ZURICH);
    }

    @Test
    void isToldWhatIsWrong() {
        String problems =
                Stream.of(
                                "{data: hosts, at: moscow}",
                                "{data: hosts, at: moscow, regions: [europe], covered: [moscow]}",
                                "{data: hosts, at: moscow, regions: [europe], covered: [bern]}",
                                "{data: volumes, at: moscow, regions: [europe], covered: [zurich-1]}",
                                "{data: mixed, at: moscow, regions: [europe], covered: [zurich-1]}",
                                "{data: volumes, at: moscow, regions: [europe], covered: [zurich-1], versions: all}",
                                "{data: hosts, at: moscow, regions: [europe], covered: [zurich-1], versions: all}",
                                "{data: hosts, at: moscow, regions: [europe], covered: [zurich-1], versions: some}")
                        .flatMap(with -> bind(with, Optional.empty()).problems().stream())
                        .map(Problem::render)
                        .collect(Collectors.joining("\n"));

        Golden.assertMatches("clearing/kind.txt", problems);
    }

    private static String rights(Declaration declaration) {
        return declaration.access().stream()
                .map(one -> one.where() + ": " + one + " for " + phases(one))
                .sorted()
                .collect(Collectors.joining("\n"));
    }

    private static String phases(Access one) {
        return one.phases().stream().sorted().map(Enum::name).collect(Collectors.joining(", "));
    }

    private static Declaration declaration(String with) {
        Work work = bind(with, Optional.empty()).toOptional().orElseThrow();
        return ((Work.Change) work).declaration();
    }

    private static Checked<Work> bind(String with, Optional<Scope.Group> group) {
        var scope =
                new Scope(
                        inventory(),
                        group,
                        Place.of("plan.yaml"),
                        (_, _) -> {
                            throw new AssertionError("no file is read");
                        });
        var kind = new DeleteKind();
        return YamlReader.read("plan.yaml", with)
                .flatMap(node -> kind.parameters().read(node, Names.unchecked()))
                .flatMap(parameters -> kind.bind(parameters, scope));
    }

    private static Inventory inventory() {
        var types = new HashMap<DataTypeName, DataType>();
        for (String store : List.of("hosts", "volumes")) {
            type(store, new DataType.Place(new StoreName(store), "files/${region}"), types);
        }
        type(
                "shared",
                new DataType.Place(
                        new StoreName("buckets"),
                        "all",
                        new Selection.Listed("lists/${region}.txt")),
                types);
        var mixed = new DataTypeName("mixed");
        types.put(
                mixed,
                new DataType(
                        mixed,
                        DataType.Mutability.APPEND_ONLY,
                        Map.of(
                                MOSCOW,
                                new DataType.Place(new StoreName("volumes"), "mixed/${region}"),
                                ZURICH,
                                new DataType.Place(new StoreName("hosts"), "mixed/${region}"))));
        return new Inventory(
                "test",
                Optional.empty(),
                Map.of(MOSCOW, site(MOSCOW), ZURICH, site(ZURICH), BERN, site(BERN)),
                ClearingScene.regions("europe", "russia"),
                types,
                Set.of(),
                Map.of());
    }

    private static void type(String name, DataType.Place place, Map<DataTypeName, DataType> types) {
        var type = new DataTypeName(name);
        types.put(
                type,
                new DataType(
                        type,
                        DataType.Mutability.APPEND_ONLY,
                        Map.of(MOSCOW, place, ZURICH, place)));
    }

    private static Site site(SiteName name) {
        return new Site(
                name,
                new CountryCode("CH"),
                Optional.empty(),
                Map.of(),
                Stream.of(
                                new Store.OnHost(
                                        new StoreName("hosts"),
                                        new EndpointName(name, "files-1"),
                                        "/srv"),
                                new Store.OnVolume(
                                        new StoreName("volumes"),
                                        EndpointName.cluster(name),
                                        "intake",
                                        new Store.Volume.Claim("uploads"),
                                        ""),
                                new Store.InBucket(
                                        new StoreName("buckets"),
                                        new EndpointName(name, "s3"),
                                        "uploads"))
                        .collect(Collectors.toMap(Store::name, store -> store)),
                List.of());
    }
}
