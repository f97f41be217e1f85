package gotthard.files;

import static org.assertj.core.api.Assertions.assertThat;

import gotthard.Golden;
import gotthard.action.Scope;
import gotthard.action.Work;
import gotthard.inventory.CountryCode;
import gotthard.inventory.DataType;
import gotthard.inventory.DataTypeName;
import gotthard.inventory.EndpointName;
import gotthard.inventory.Inventory;
import gotthard.inventory.Movers;
import gotthard.inventory.Selection;
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

import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// Which way files go, by where the inventory keeps them.
final class WaysTest {
    private static final SiteName MOSCOW = new SiteName("moscow");
    private static final SiteName ZURICH = new SiteName("zurich-1");
    private static final SiteName BERN = new SiteName("bern");

    @Test
    void areGivenByTheStores() {
        assertThat(summary("{data: hosts, from: moscow, to: zurich-1, regions: [europe]}"))
                .isEqualTo("copy europe/hosts from moscow to zurich-1");
        assertThat(summary("{data: volumes, from: moscow, to: zurich-1, regions: [europe]}"))
                .isEqualTo("copy europe/volumes from moscow to zurich-1 by movers");
        assertThat(summary("{data: shared, from: moscow, to: zurich-1, regions: [europe]}"))
                .isEqualTo("copy europe/shared from moscow to zurich-1 by movers");
    }

    @Test
    void leadToNoMoverInASandbox() {
        Checked<Work> bound =
                bind(
                        "{data: volumes, from: moscow, to: zurich-1, regions: [europe]}",
                        Optional.of(Path.of("sandbox")));

        assertThat(bound.problems())
                .extracting(Problem::render)
                .containsExactly(
                        "plan.yaml: no mover runs in the clusters of a sandbox, which run no programs; keep the files on hosts there");
    }

    @Test
    void areToldWhereThereIsNone() {
        String problems =
                Stream.of(
                                "{data: mixed, from: moscow, to: zurich-1, regions: [europe]}",
                                "{data: hosts, from: moscow, to: zurich-1, regions: [europe], via: jobs}",
                                "{data: volumes, from: moscow, to: zurich-1, regions: [europe], via: ssh}",
                                "{data: volumes, from: moscow, to: bern, regions: [europe]}",
                                "{data: buckets, from: moscow, to: zurich-1, regions: [europe]}",
                                "{data: volumes, from: moscow, to: zurich-1, regions: [europe], shards: 65}",
                                "{data: volumes, from: moscow, to: zurich-1, regions: [europe], via: rsync}")
                        .flatMap(with -> bind(with).problems().stream())
                        .map(Problem::render)
                        .collect(Collectors.joining("\n"));

        Golden.assertMatches("files/ways.txt", problems);
    }

    private static String summary(String with) {
        Work work = bind(with).toOptional().orElseThrow();
        return ((Work.Change) work).declaration().summary();
    }

    private static Checked<Work> bind(String with) {
        return bind(with, Optional.empty());
    }

    private static Checked<Work> bind(String with, Optional<Path> sandbox) {
        var scope =
                new Scope(
                        inventory(sandbox),
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

    private static Inventory inventory(Optional<Path> sandbox) {
        var types = new HashMap<DataTypeName, DataType>();
        Map.of(
                        "hosts", List.of("host", "host"),
                        "volumes", List.of("volume", "volume"),
                        "mixed", List.of("host", "volume"),
                        "buckets", List.of("bucket", "bucket"))
                .forEach(
                        (name, stores) ->
                                types.put(
                                        new DataTypeName(name),
                                        type(name, stores.getFirst(), stores.getLast())));
        var shared =
                new DataType.Place(
                        new StoreName("volume"),
                        "files",
                        new Selection.Listed("lists/${region}.txt"));
        types.put(
                new DataTypeName("shared"),
                new DataType(
                        new DataTypeName("shared"),
                        DataType.Mutability.APPEND_ONLY,
                        Map.of(MOSCOW, shared, ZURICH, place("volume"))));
        return new Inventory(
                "test",
                sandbox,
                Map.of(
                        MOSCOW,
                        site(MOSCOW, Optional.empty()),
                        ZURICH,
                        site(ZURICH, Optional.of(new Movers("10.77.2.1", Optional.empty()))),
                        BERN,
                        site(BERN, Optional.empty())),
                Map.of(),
                types,
                Set.of(),
                Map.of());
    }

    private static DataType type(String name, String from, String to) {
        return new DataType(
                new DataTypeName(name),
                DataType.Mutability.APPEND_ONLY,
                Map.of(MOSCOW, place(from), ZURICH, place(to), BERN, place(to)));
    }

    private static DataType.Place place(String store) {
        return new DataType.Place(new StoreName(store), "files/${region}");
    }

    private static Site site(SiteName name, Optional<Movers> movers) {
        return new Site(
                name,
                new CountryCode("CH"),
                Optional.empty(),
                Map.of(),
                Stream.of(
                                new Store.OnHost(
                                        new StoreName("host"),
                                        new EndpointName(name, "files-1"),
                                        "/srv/files"),
                                new Store.OnVolume(
                                        new StoreName("volume"),
                                        EndpointName.cluster(name),
                                        "intake",
                                        new Store.Volume.Claim("uploads"),
                                        "files"),
                                new Store.InBucket(
                                        new StoreName("bucket"),
                                        new EndpointName(name, "s3"),
                                        "uploads"))
                        .collect(Collectors.toMap(Store::name, store -> store)),
                List.of(),
                movers,
                List.of(),
                Optional.empty());
    }
}
