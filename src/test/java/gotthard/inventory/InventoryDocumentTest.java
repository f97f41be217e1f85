package gotthard.inventory;

import static org.assertj.core.api.Assertions.assertThat;

import gotthard.Golden;
import gotthard.problem.Checked;
import gotthard.problem.Problem;
import gotthard.secret.SecretRef;

import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

class InventoryDocumentTest {
    private static final String HEAD =
            """
            apiVersion: gotthard/v1
            kind: Inventory
            metadata: {name: tests}
            spec:
            """;

    /// Points of no use, in the form of keys.
    private static final String KEY =
            "ssh-ed25519 AAAAC3NzaC1lZDI1NTE5AAAAIAEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEB";

    private static final String OTHER_KEY =
            "ssh-ed25519 AAAAC3NzaC1lZDI1NTE5AAAAIAICAgICAgICAgICAgICAgICAgICAgICAgICAgICAgIC";

    private static Checked<Inventory> read(String spec) {
        return InventoryDocument.read("inventories/i.yaml", HEAD + spec.indent(2));
    }

    private static Inventory good(String spec) {
        return read(spec).toOptional().orElseThrow(() -> new AssertionError(problems(spec)));
    }

    private static String problems(String spec) {
        return read(spec).problems().stream()
                .map(Problem::render)
                .collect(Collectors.joining("\n"));
    }

    private static <E extends Endpoint> E endpoint(
            Inventory inventory, String local, Class<E> type) {
        var name = new EndpointName(new SiteName("moscow"), local);
        return type.cast(inventory.endpoint(name).orElseThrow());
    }

    @Nested
    class GoodInventory {
        @Test
        void knowsWhereACellLies() {
            var inventory =
                    good(
                            """
                            sandbox: {folder: s}
                            sites:
                              moscow:
                                country: RU
                                hosts: {files: [{name: file-1}]}
                                stores: {intake: {host: file-1, path: /srv/intake/}}
                            regions: {europe: {countries: [NO, CH]}}
                            data: {files: {kind: append-only, where: {moscow: {store: intake, folder: "f/${region}/"}}}}
                            """);

            var folder =
                    inventory.folder(
                            new SiteName("moscow"),
                            new RegionName("europe"),
                            new DataTypeName("files"));

            assertThat(folder)
                    .contains(
                            new Inventory.CellFolder(
                                    new EndpointName(new SiteName("moscow"), "file-1"),
                                    "/srv/intake/f/europe"));
        }

        @Test
        void knowsWhoActsForWhomAndUntilWhen() {
            var inventory =
                    good(
                            """
                            sites: {moscow: {country: RU}}
                            roles: [lead]
                            people:
                              a: {roles: [lead], keys: [%s my desk], delegates: [{to: b, role: lead, until: 2019-12-31}]}
                              b: {revoked: [{key: %s, since: 2019-11-01}]}
                            """
                                    .formatted(KEY, OTHER_KEY));
            var deputy = new PersonName("b");
            var lead = new RoleName("lead");
            var last = Instant.parse("2019-12-31T23:59:59Z");

            assertThat(inventory.rolesOf(deputy, last, Set.of())).containsExactly(lead);
            assertThat(inventory.rolesOf(deputy, last, Set.of(new PersonName("a")))).isEmpty();
            assertThat(inventory.rolesOf(deputy, last.plusSeconds(1), Set.of())).isEmpty();
            assertThat(inventory.people().get(new PersonName("a")).keys())
                    .containsExactly(KEY + " my desk");
            assertThat(inventory.people().get(deputy).revoked())
                    .containsExactly(new Person.Revoked(OTHER_KEY, LocalDate.parse("2019-11-01")));
        }

        @Test
        void takesNoForNorway() {
            var inventory =
                    good(
                            """
                            sites: {moscow: {country: RU}}
                            regions: {north: {countries: [NO, SE]}}
                            """);

            assertThat(inventory.regions().get(new RegionName("north")).countries())
                    .containsExactlyInAnyOrder(new CountryCode("NO"), new CountryCode("SE"));
        }

        @Test
        void findsItsFilesBesideItself() {
            var inventory =
                    good(
                            """
                            sites:
                              moscow:
                                country: RU
                                cluster: {context: m, kubeconfig: keys/config}
                                hosts:
                                  files:
                                    - {name: file-1, address: a, user: u, hostKeys: {knownHosts: /etc/known}, identity: {file: keys/id}}
                            """);

            var host = endpoint(inventory, "file-1", Endpoint.Host.class);
            var cluster = endpoint(inventory, "cluster", Endpoint.Cluster.class);

            assertThat(cluster.kubeconfig()).contains(Path.of("inventories/keys/config"));
            assertThat(host.hostKeys())
                    .isEqualTo(new Endpoint.HostKeys.KnownHosts(Path.of("/etc/known")));
            assertThat(host.identity())
                    .isEqualTo(Optional.of(new SecretRef.File(Path.of("inventories/keys/id"))));
            assertThat(host.port()).isEqualTo(22);
        }

        @Test
        void trustsNoKeyOfASandboxHostBeforeItHasStarted() {
            var inventory =
                    good(
                            """
                            sandbox: {folder: s}
                            sites: {moscow: {country: RU, cluster: {}, hosts: {files: [{name: file-1}]}, web: {status: {}}}}
                            """);

            var host = endpoint(inventory, "file-1", Endpoint.Host.class);

            assertThat(host.hostKeys()).isEqualTo(new Endpoint.HostKeys.Pinned(List.of()));
            assertThat(endpoint(inventory, "cluster", Endpoint.Cluster.class).context())
                    .isEqualTo("moscow");
        }
    }

    @Nested
    class Mistakes {
        @Test
        void inValuesAreReportedAllAtOnce() {
            var problems =
                    problems(
                            """
                            sites:
                              Moscow: {country: Russia, colour: red}
                              zurich-1:
                                country: ch
                                hosts: {files: [{name: file-1, port: 0, hostKeys: {pin: x}, identity: {env: A, file: b}}]}
                                stores:
                                  a: {host: file-1, path: srv}
                                  b: {host: file-1, path: /srv/../etc}
                                web: {status: {url: status}}
                            regions: {britain: {countries: [UK]}, nowhere: {countries: []}}
                            data:
                              files: {kind: append, where: {zurich-1: {store: a, folder: ../x}, zurch-1: {store: a, folder: x}}}
                            roles: [lead]
                            people: {somebody: {roles: [led]}}
                            """);

            Golden.assertMatches("documents/inventory-values.txt", problems);
        }

        @Test
        void betweenPartsAreReportedAllAtOnce() {
            var problems =
                    problems(
                            """
                            sites:
                              moscow:
                                country: RU
                                cluster: {}
                                hosts:
                                  files: [{name: file-1}, {name: status, address: a, user: u, hostKeys: {pinned: [k]}}]
                                  more: [{name: file-1, address: a, user: u, hostKeys: {pinned: [k]}}, {name: cluster, address: a, user: u, hostKeys: {pinned: [k]}}]
                                stores: {intake: {host: fil-1, path: /srv}, other: {host: x, path: /srv}}
                                web: {status: {}}
                              zurich-1: {country: CH, stores: {intake: {host: file-1, path: /srv}}}
                            regions: {europe: {countries: [CH, NO]}, north: {countries: [NO, SE, SE]}}
                            data:
                              files: {kind: append-only, where: {moscow: {store: intak, folder: "x/${region}"}, zurich-1: {store: disk, folder: "x/${region}"}}}
                              mails: {kind: mutable, where: {moscow: {store: intake, folder: all}, zurich-1: {store: intake, folder: "${regio}"}}}
                              notes: {kind: mutable, where: {moscow: {store: intake, folder: "n/${region}"}}}
                              texts: {kind: mutable, where: {moscow: {store: intake, folder: "n/${region}"}}}
                            roles: [lead, lead]
                            """);

            Golden.assertMatches("documents/inventory-parts.txt", problems);
        }

        @Test
        void ofPeopleAreReportedAllAtOnce() {
            var problems =
                    problems(
                            """
                            sandbox: {folder: s}
                            sites: {moscow: {country: RU}}
                            roles: [lead, supervisor]
                            people:
                              a: {roles: [lead], keys: [ssh-rsa AAAAB3NzaC1yc2E=]}
                              b: {roles: [lead], keys: [ssh-ed25519 AAAAC3NzaC1lZDI1NTE5AAAAIA==]}
                              c: {roles: [lead], revoked: [{key: ssh-ed25519, since: yesterday}]}
                              d: {roles: [lead], delegates: [{to: ee, role: leed, until: 2019-12-31}, {to: e, role: lead}]}
                              e: {roles: [supervisor]}
                            """);

            Golden.assertMatches("documents/inventory-people.txt", problems);
        }

        @Test
        void inWhatIsMeasured() {
            String problems =
                    problems(
                            """
                            sites:
                              moscow:
                                country: RU
                                web: {metrics: {url: "http://a.invalid"}}
                                metrics:
                                  prometheus: http://me:secret@b.invalid
                                  signals:
                                    p99: {query: x, above: high}
                                    disk: {query: x, above: 1, below: 2}
                                    lag: {query: x, for: 30}
                              zurich-1: {country: CH, web: {metrics: {url: "http://a.invalid"}}, metrics: {prometheus: "http://c.invalid", signals: {}}}
                            """);

            Golden.assertMatches("documents/inventory-metrics.txt", problems);
        }

        @Test
        void betweenPeopleAreReportedAllAtOnce() {
            var problems =
                    problems(
                            """
                            sandbox: {folder: s}
                            sites: {moscow: {country: RU}}
                            roles: [lead, supervisor]
                            people:
                              a: {roles: [lead], keys: [%1$s]}
                              b: {roles: [lead], keys: [%1$s other comment]}
                              c: {roles: [lead], keys: [%2$s], revoked: [{key: %2$s, since: 2019-11-01}]}
                              d: {roles: [lead], delegates: [{to: d, role: lead, until: 2019-12-31}, {to: a, role: supervisor, until: 2019-12-31}]}
                            """
                                    .formatted(KEY, OTHER_KEY));

            Golden.assertMatches("documents/inventory-between-people.txt", problems);
        }
    }
}
