package gotthard.inventory;

import static org.assertj.core.api.Assertions.assertThat;

import gotthard.Golden;
import gotthard.problem.Checked;
import gotthard.problem.Problem;

import org.junit.jupiter.api.Test;

import java.util.Optional;
import java.util.stream.Collectors;

class StoreTest {
    private static final SiteName MOSCOW = new SiteName("moscow");

    private static Checked<Inventory> read(String site) {
        String document =
                """
                apiVersion: gotthard/v1
                kind: Inventory
                metadata: {name: tests}
                spec:
                  sandbox: {folder: s}
                  sites:
                    moscow:
                      country: RU
                """
                        + site.indent(6)
                        + """
                  regions: {europe: {countries: [NO, CH]}, russia: {countries: [RU]}}
                  data: {files: {kind: append-only, where: {moscow: {store: intake, folder: "files/${region}"}}}}
                """;
        return InventoryDocument.read("inventories/i.yaml", document);
    }

    private static Optional<CellPlace> place(String site) {
        return read(site)
                .toOptional()
                .orElseThrow(() -> new AssertionError(problems(site)))
                .place(MOSCOW, new RegionName("europe"), new DataTypeName("files"));
    }

    private static String problems(String site) {
        return read(site).problems().stream()
                .map(Problem::render)
                .collect(Collectors.joining("\n"));
    }

    private static CellPlace in(Store store) {
        return new CellPlace(store, "files/europe");
    }

    @Test
    void liesOnAHost() {
        var place =
                place(
                        """
                        hosts: {files: [{name: file-1}]}
                        stores: {intake: {host: file-1, path: /srv/intake/}}
                        """);

        assertThat(place)
                .contains(
                        in(
                                new Store.OnHost(
                                        new StoreName("intake"),
                                        new EndpointName(MOSCOW, "file-1"),
                                        "/srv/intake")));
    }

    @Test
    void liesInAVolumeThatPodsMount() {
        var claim =
                place(
                        """
                        cluster: {}
                        stores: {intake: {volume: {namespace: intake, claim: uploads}}}
                        """);
        var folder =
                place(
                        """
                        cluster: {}
                        stores: {intake: {volume: {namespace: intake, folder: /srv/bulk}, path: /a/b/}}
                        """);

        var cluster = EndpointName.cluster(MOSCOW);
        assertThat(claim)
                .contains(
                        in(
                                new Store.OnVolume(
                                        new StoreName("intake"),
                                        cluster,
                                        "intake",
                                        new Store.Volume.Claim("uploads"),
                                        "")));
        assertThat(folder)
                .contains(
                        in(
                                new Store.OnVolume(
                                        new StoreName("intake"),
                                        cluster,
                                        "intake",
                                        new Store.Volume.HostFolder("/srv/bulk"),
                                        "a/b")));
    }

    @Test
    void liesInABucket() {
        var place =
                place(
                        """
                        objects: {s3: {}}
                        stores: {intake: {bucket: uploads, server: s3}}
                        """);

        assertThat(place)
                .contains(
                        in(
                                new Store.InBucket(
                                        new StoreName("intake"),
                                        new EndpointName(MOSCOW, "s3"),
                                        "uploads")));
    }

    @Test
    void knowsWhereMoversAreReached() {
        var inventory =
                read("""
                                cluster: {}
                                movers: {address: 10.0.0.1, image: "mover:1"}
                                stores: {intake: {volume: {namespace: intake, claim: uploads}}}
                                """)
                        .toOptional()
                        .orElseThrow();

        assertThat(inventory.sites().get(MOSCOW).movers())
                .contains(new Movers("10.0.0.1", Optional.of("mover:1")));
    }

    @Test
    void saysWhatIsWrongWithEachStore() {
        Golden.assertMatches(
                "documents/stores.txt",
                problems(
                        """
                        objects: {s3: {}}
                        stores:
                          intake: {volume: {namespace: intake, claim: uploads}}
                          nowhere: {path: /srv}
                          twice: {host: file-1, bucket: b, server: s3, path: /srv}
                          bare: {host: file-1}
                          alone: {bucket: b}
                          deep: {bucket: b, server: s3, path: /x}
                          both: {volume: {namespace: intake, claim: c, folder: /srv}}
                          none: {volume: {namespace: intake}}
                        """));
    }

    @Test
    void saysWhichOfThemLieOnWhatTheSiteLacks() {
        Golden.assertMatches(
                "documents/stores-on-nothing.txt",
                problems(
                        """
                        objects: {s3: {}}
                        stores:
                          intake: {volume: {namespace: intake, claim: uploads}}
                          other: {bucket: b, server: s4}
                          more: {host: file-1, path: /srv}
                        """));
    }
}
