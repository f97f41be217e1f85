package gotthard.cli;

import static org.assertj.core.api.Assertions.assertThat;

import gotthard.Golden;
import gotthard.Granted;
import gotthard.sandbox.SandboxHost;
import gotthard.sandbox.cluster.Right;
import gotthard.sandbox.cluster.SandboxCluster;

import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.Namespace;
import io.fabric8.kubernetes.client.Config;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.KubernetesClientBuilder;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// A site that allows exactly what `gotthard access` prints, or one right less.
final class AccessOnSandboxTest {
    private static final List<String> READING = List.of("get", "list");
    private static final String PLAN =
            """
            apiVersion: gotthard/v1
            kind: Plan
            metadata: {name: exact, owner: platform, title: Needs no more than it says}
            spec:
              inventory: site.yaml
              steps:
                - {id: workloads, action: kubernetes.apply, with: {to: zurich-1, manifests: [intake.yaml]}}
                - {id: count, needs: [workloads], action: kubernetes.job, with: {to: zurich-1, manifest: count.yaml}}
                - id: process
                  needs: [count]
                  action: kubernetes.scale
                  with: {to: zurich-1, namespace: intake, kind: Deployment, name: analysis, replicas: 2}
                - id: mark
                  needs: [process]
                  action: ssh.run
                  with: {at: zurich-1, hosts: files, run: [touch, marked], check: [test, -f, marked], undo: [rm, marked]}
            """;

    @TempDir private Path folder = Path.of("");
    private Optional<SandboxCluster> cluster = Optional.empty();
    private Optional<SandboxHost> host = Optional.empty();
    private int states;

    @BeforeEach
    void start() throws IOException {
        var settings =
                new SandboxCluster.Settings("zurich-1", Clock.systemUTC(), Duration.ofMillis(5));
        cluster = Optional.of(SandboxCluster.start(folder.resolve("cluster"), settings));
        SandboxHost started = SandboxHost.start(folder.resolve("host"));
        host = Optional.of(started);
        Files.writeString(folder.resolve("plan.yaml"), PLAN);
        Files.copy(Path.of("plans/manifests/intake.yaml"), folder.resolve("intake.yaml"));
        Files.copy(Path.of("plans/manifests/count.yaml"), folder.resolve("count.yaml"));
        Files.writeString(
                folder.resolve("site.yaml"),
                """
                apiVersion: gotthard/v1
                kind: Inventory
                metadata: {name: one}
                spec:
                  sites:
                    zurich-1:
                      country: CH
                      cluster: {context: zurich-1, kubeconfig: %s}
                      hosts:
                        files:
                          - name: files-1
                            address: %s
                            port: %d
                            user: %s
                            hostKeys: {pinned: ["%s"]}
                            identity: {file: %s}
                """
                        .formatted(
                                cluster().kubeconfig(),
                                started.address(),
                                started.port(),
                                started.user(),
                                started.hostKey(),
                                started.identity()));
    }

    @AfterEach
    void end() throws IOException {
        host.ifPresent(SandboxHost::close);
        cluster().close();
    }

    @Test
    void succeedsWithRollbackUnderThePrintedRolesAndUsesEachOfThem() throws Exception {
        Set<Right> granted = give();

        String state = state();
        assertThat(type(state, "apply", plan()).exit()).isEqualTo(Exit.DONE);
        assertThat(type(state, "verify").exit()).isEqualTo(Exit.DONE);
        assertThat(type(state, "rollback").exit()).isEqualTo(Exit.DONE);

        assertThat(cluster().refused()).isEmpty();
        assertThat(unused(granted)).isEmpty();
    }

    @Test
    void beginsNothingWhereOneRightLacks() throws Exception {
        Set<Right> granted = give();
        assertThat(granted).hasSizeGreaterThan(15);

        for (Right taken : granted) {
            var rest = new HashSet<>(granted);
            rest.remove(taken);
            cluster().allowOnly(rest);

            Typed refused = type(state(), "apply", plan());

            assertThat(refused.exit()).as("%s", taken).isEqualTo(Exit.FAILED);
            assertThat(refused.err())
                    .contains("nothing was begun", taken.verb() + " " + taken.resource());
            assertThat(cluster().used()).as("%s", taken).allMatch(AccessOnSandboxTest::reads);
        }
    }

    @Test
    void verifiesUnderTheRolesForVerifyingAlone() throws Exception {
        Set<Right> all = give();
        String state = state();
        assertThat(type(state, "apply", plan()).exit()).isEqualTo(Exit.DONE);
        Set<Right> looking = Granted.by(documents("--for", "verify"));
        cluster().allowOnly(looking);

        assertThat(type(state, "verify").exit()).isEqualTo(Exit.DONE);

        assertThat(cluster().refused()).isEmpty();
        assertThat(unused(looking)).isEmpty();
        assertThat(looking.size()).isLessThan(all.size());
    }

    @Test
    void seesUnderTheRolesForVerifyingThatSomethingIsGone() throws Exception {
        give();
        String state = state();
        assertThat(type(state, "apply", plan()).exit()).isEqualTo(Exit.DONE);
        cluster().allowAll();
        try (KubernetesClient client = client()) {
            client.configMaps().inNamespace("intake").withName("intake").delete();
        }
        cluster().allowOnly(Granted.by(documents("--for", "verify")));

        Typed verified = type(state, "verify");

        assertThat(verified.exit()).isEqualTo(Exit.CHANGES);
        assertThat(verified.out()).contains("ConfigMap intake/intake");
    }

    @Test
    void undoesUnderTheRolesForRollbackAlone() throws Exception {
        give();
        String state = state();
        assertThat(type(state, "apply", plan()).exit()).isEqualTo(Exit.DONE);
        Set<Right> back = Granted.by(documents("--for", "rollback"));
        cluster().allowOnly(back);

        assertThat(type(state, "rollback").exit()).isEqualTo(Exit.DONE);

        assertThat(cluster().refused()).isEmpty();
    }

    @Test
    void makesItsNamespaceWhereItMayDoEverything() {
        String state = state();

        assertThat(type(state, "apply", plan()).exit()).isEqualTo(Exit.DONE);
        assertThat(type(state, "rollback").exit()).isEqualTo(Exit.DONE);
    }

    @Test
    void tellsWhatLacksWhereWhyAndWhatToDo() throws Exception {
        var rest = new HashSet<>(give());
        rest.removeIf(right -> right.resource().equals("deployments") && !reads(right));
        cluster().allowOnly(rest);

        Typed refused = type(state(), "apply", plan());
        Typed checked = type(state(), "access", plan(), "--check");

        Golden.assertMatches(
                "cli/access/missing.txt",
                (refused.transcript() + checked.transcript()).replace(folder.toString(), "FOLDER"));
    }

    @Test
    void letsNobodyBeginWhoIsNotLetIn() throws Exception {
        Files.writeString(
                cluster().kubeconfig(),
                Files.readString(cluster().kubeconfig())
                        .replaceFirst("token: \"[0-9a-f]+\"", "token: \"other\""));

        Typed refused = type(state(), "apply", plan());

        assertThat(refused.exit()).isEqualTo(Exit.FAILED);
        assertThat(refused.err()).contains("zurich-1/cluster does not accept the credentials");
    }

    @Test
    void asksForProgramsToo() throws Exception {
        give();
        Files.writeString(
                folder.resolve("plan.yaml"),
                PLAN.replace("[touch, marked]", "[frobnicate, marked]")
                        .replace("needs: [process]", "needs: []"));

        Typed refused = type(state(), "apply", plan());

        assertThat(refused.err())
                .contains("zurich-1/files-1: run frobnicate (it is missing), for step mark");
    }

    private static boolean reads(Right right) {
        return READING.contains(right.verb());
    }

    /// Gives exactly what is printed, as whoever owns the cluster would.
    private Set<Right> give() throws IOException {
        List<HasMetadata> documents = documents();
        try (KubernetesClient client = client()) {
            documents.stream()
                    .filter(Namespace.class::isInstance)
                    .forEach(document -> client.resource(document).create());
        }
        Set<Right> granted = Granted.by(documents);
        cluster().allowOnly(granted);
        return granted;
    }

    private KubernetesClient client() {
        return new KubernetesClientBuilder()
                .withConfig(Config.fromKubeconfig("zurich-1", cluster().kubeconfig().toFile()))
                .build();
    }

    private List<HasMetadata> documents(String... more) {
        var words = new ArrayList<>(List.of("access", plan(), "--output", "yaml"));
        words.addAll(List.of(more));
        Typed printed = Typed.command(words.toArray(String[]::new));
        assertThat(printed.exit()).as(printed.err()).isEqualTo(Exit.DONE);
        assertThat(printed.out()).doesNotContain("*");
        try (KubernetesClient offline = new KubernetesClientBuilder().build()) {
            return offline.load(
                            new ByteArrayInputStream(
                                    printed.out().getBytes(StandardCharsets.UTF_8)))
                    .items();
        }
    }

    private List<Right> unused(Set<Right> granted) {
        List<Right> used = cluster().used();
        return granted.stream()
                .filter(right -> used.stream().noneMatch(one -> isBy(one, right)))
                .toList();
    }

    private static boolean isBy(Right used, Right granted) {
        return used.verb().equals(granted.verb())
                && used.group().equals(granted.group())
                && used.resource().equals(granted.resource())
                && (granted.namespace().isEmpty() || granted.namespace().equals(used.namespace()))
                && (granted.name().isEmpty() || granted.name().equals(used.name()));
    }

    private Typed type(String state, String... words) {
        var all = new ArrayList<>(List.of(words));
        all.addAll(List.of("--state", state));
        return Typed.command(all.toArray(String[]::new));
    }

    private SandboxCluster cluster() {
        return cluster.orElseThrow();
    }

    private String plan() {
        return folder.resolve("plan.yaml").toString();
    }

    private String state() {
        states++;
        return folder.resolve("state-" + states).toString();
    }
}
