package gotthard.preflight;

import static org.assertj.core.api.Assertions.assertThat;

import gotthard.Golden;
import gotthard.action.Scope;
import gotthard.action.Work;
import gotthard.inventory.CountryCode;
import gotthard.inventory.DataType;
import gotthard.inventory.DataTypeName;
import gotthard.inventory.Endpoint;
import gotthard.inventory.EndpointName;
import gotthard.inventory.Inventory;
import gotthard.inventory.RegionName;
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

import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/// What a step `preflight` looks at of a group whose data lie in buckets.
final class PreflightKindTest {
    private static final SiteName MOSCOW = new SiteName("moscow");
    private static final SiteName ZURICH = new SiteName("zurich-1");
    private static final DataTypeName UPLOADS = new DataTypeName("uploads");
    private static final StoreName BLOBS = new StoreName("blobs");
    private static final Optional<Scope.Group> GROUP =
            Optional.of(
                    new Scope.Group(
                            Set.of(new RegionName("europe")),
                            MOSCOW,
                            Map.of(UPLOADS, List.of(ZURICH))));

    @Test
    void takesTheRightsToTryAnObjectWhereItIsToArrive() {
        Golden.assertMatches(
                "preflight/access.txt", access("{headroom: 10%, probe: 1s, versions: all}"));
    }

    @Test
    void takesNoRightToWriteWhereNothingIsTried() {
        assertThat(access("{headroom: 10%, versions: all}")).doesNotContain("s3:PutObject");
    }

    @Test
    void refusesToLookAtVersionsOfNobodyKnowsWhat() {
        Checked<Work> bound = bind("{versions: all}", Optional.empty());

        assertThat(bound.problems())
                .extracting(Problem::message)
                .containsExactly("preflight does not know what is to be brought where");
    }

    @Test
    void takesTheRightsToRunMoversWhereDataLieInVolumes() {
        Golden.assertMatches(
                "preflight/volume-access.txt",
                access(
                        "{probe: 1s, movers: {user: 1000}}",
                        inventory(PreflightKindTest::inVolume)));
        assertThat(access("{clockSkew: 1s}", inventory(PreflightKindTest::inVolume))).isEmpty();
    }

    @Test
    void looksAtNoVolumesOfASandboxWhichRunsNoPrograms() {
        Inventory inventory = inventory(PreflightKindTest::inVolume);
        var sandbox =
                new Inventory(
                        inventory.name(),
                        Optional.of(Path.of("sandbox")),
                        inventory.sites(),
                        inventory.regions(),
                        inventory.data(),
                        Set.of(),
                        Map.of());

        assertThat(access("{probe: 1s}", sandbox)).isEmpty();
    }

    private static String access(String with) {
        return access(with, inventory());
    }

    private static String access(String with, Inventory inventory) {
        var work = (Work.Change) bind(with, GROUP, inventory).toOptional().orElseThrow();
        return work.action().declaration().access().stream()
                .map(one -> one.where() + " " + one)
                .sorted()
                .collect(Collectors.joining("\n"));
    }

    private static Checked<Work> bind(String with, Optional<Scope.Group> group) {
        return bind(with, group, inventory());
    }

    private static Checked<Work> bind(
            String with, Optional<Scope.Group> group, Inventory inventory) {
        var scope =
                new Scope(
                        inventory,
                        group,
                        Place.of("plan.yaml"),
                        (_, _) -> {
                            throw new AssertionError("no file is read");
                        });
        var kind = new PreflightKind();
        return YamlReader.read("plan.yaml", with)
                .flatMap(node -> kind.parameters().read(node, Names.unchecked()))
                .flatMap(parameters -> kind.bind(parameters, scope));
    }

    private static Inventory inventory() {
        return inventory(PreflightKindTest::site);
    }

    private static Inventory inventory(Function<SiteName, Site> sites) {
        var place = new DataType.Place(BLOBS, "uploads/${region}");
        var uploads =
                new DataType(
                        UPLOADS,
                        DataType.Mutability.APPEND_ONLY,
                        Map.of(MOSCOW, place, ZURICH, place));
        return new Inventory(
                "test",
                Optional.empty(),
                Map.of(MOSCOW, sites.apply(MOSCOW), ZURICH, sites.apply(ZURICH)),
                Map.of(),
                Map.of(UPLOADS, uploads),
                Set.of(),
                Map.of());
    }

    private static Site inVolume(SiteName name) {
        var cluster = EndpointName.cluster(name);
        return new Site(
                name,
                new CountryCode("CH"),
                Optional.of(new Endpoint.Cluster(cluster, name.value(), Optional.empty())),
                Map.of(),
                Map.of(
                        BLOBS,
                        new Store.OnVolume(
                                BLOBS,
                                cluster,
                                "intake-of-" + name,
                                new Store.Volume.Claim("uploads"),
                                "files")),
                List.of());
    }

    private static Site site(SiteName name) {
        var server = new EndpointName(name, "s3");
        return new Site(
                name,
                new CountryCode("CH"),
                Optional.empty(),
                Map.of(),
                Map.of(BLOBS, new Store.InBucket(BLOBS, server, "blobs-of-" + name)),
                List.of(
                        new Endpoint.Objects(
                                server,
                                URI.create("http://localhost/"),
                                "us-east-1",
                                Optional.empty(),
                                Optional.empty())),
                Optional.empty(),
                List.of(),
                Optional.empty());
    }
}
