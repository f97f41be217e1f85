package gotthard.migration;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;

import gotthard.Granted;
import gotthard.Lab;
import gotthard.sandbox.cluster.Right;

import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.Namespace;
import io.fabric8.kubernetes.api.model.authorization.v1.SelfSubjectAccessReviewBuilder;
import io.fabric8.kubernetes.api.model.rbac.ClusterRole;
import io.fabric8.kubernetes.api.model.rbac.PolicyRule;
import io.fabric8.kubernetes.api.model.rbac.Role;
import io.fabric8.kubernetes.client.Config;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.KubernetesClientBuilder;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;

/// Europe's files moved by a user who has exactly the roles that `gotthard access` prints; the API servers' own audit logs tell what of
/// them was used, and what was refused.
@Tag("lab")
final class AccessOnLabTest extends OnGround {
    private static final String USER = "mover";
    private static final String ROLES = "gotthard-europe-files";
    private static final long MOST_MILLIS = 30_000;
    private static final Set<String> READING = Set.of("get", "list", "watch");

    @TempDir private Path keys = Path.of("");
    private final Map<String, Long> audited = new TreeMap<>();
    private String inventory = "";

    @Override
    Ground ground(Path below) throws IOException {
        return new LabGround(below);
    }

    @Override
    int files() {
        return 60;
    }

    @BeforeEach
    void give() throws Exception {
        Path kubeconfig = kubeconfig();
        inventory =
                Inventories.changed(
                        keys,
                        "mover.yaml",
                        shipped ->
                                shipped.replace(
                                        lab().kubeconfig().toString(), kubeconfig.toString()));
        for (String site : Ground.ZURICH) {
            documents(site).stream()
                    .filter(Namespace.class::isInstance)
                    .forEach(document -> ground().cluster(site).resource(document).create());
            documents(site).stream()
                    .filter(document -> !(document instanceof Namespace))
                    .forEach(document -> ground().cluster(site).resource(document).create());
            awaitAll(site);
        }
    }

    @AfterEach
    void take() {
        for (String site : Ground.ZURICH) {
            ground().cluster(site).rbac().clusterRoleBindings().withName(ROLES).delete();
            ground().cluster(site).rbac().clusterRoles().withName(ROLES).delete();
        }
    }

    @Test
    void succeedsWithRollbackAndUsesEveryRightButNoOther() throws Exception {
        markAudit();

        approvedAtTheGate(tool.start("apply", EUROPE, "-i", inventory, "--wait")).ended(0);
        hasArrived();
        tool.run("verify", run()).ended(0);
        tool.run("rollback", run()).ended(0);

        for (String site : Ground.ZURICH) {
            List<JsonNode> asked = asked(site);
            assertThat(asked).as(site).isNotEmpty();
            assertThat(asked.stream().filter(AccessOnLabTest::isRefused).map(JsonNode::toString))
                    .as("refused at %s", site)
                    .isEmpty();
            assertThat(
                            Granted.by(documents(site)).stream()
                                    .filter(
                                            right ->
                                                    asked.stream()
                                                            .noneMatch(one -> isUse(one, right))))
                    .as("given at %s and never used", site)
                    .isEmpty();
        }
        ledger().isIntact();
    }

    @Test
    void beginsNothingWhereAnyRuleLacks() throws Exception {
        String site = "zurich-1";
        List<HasMetadata> all = documents(site);
        int taken = 0;
        for (HasMetadata role : all) {
            for (int rule = 0; rule < rules(role).size(); rule++) {
                List<Right> gone = Granted.by(List.of(only(role, rule))).stream().toList();
                ground().cluster(site).resource(without(role, rule)).update();
                await(site, gone.getFirst(), false);
                markAudit();

                Ran refused = tool.run("apply", EUROPE, "-i", inventory, "--wait");

                refused.ended(1);
                assertThat(refused.err())
                        .contains("nothing was begun", site, gone.getFirst().resource());
                assertThat(ledger().run()).as("%s", gone).isEmpty();
                for (String one : Ground.ZURICH) {
                    assertThat(asked(one).stream().map(entry -> entry.path("verb").asText()))
                            .as("%s at %s", gone, one)
                            .allMatch(READING::contains);
                }
                ground().cluster(site).resource(role).update();
                await(site, gone.getFirst(), true);
                taken++;
            }
        }
        assertThat(taken).isEqualTo(7);
    }

    private Lab lab() {
        return ((LabGround) ground()).lab();
    }

    /// With a certificate for the user, signed by each site.
    private Path kubeconfig() throws Exception {
        var clusters = new StringBuilder();
        var users = new StringBuilder();
        var contexts = new StringBuilder();
        for (String site : List.of("moscow", "zurich-1", "zurich-2")) {
            Path pki = lab().kubeconfig().resolveSibling(site).resolve("pki");
            run(
                    keys,
                    "openssl req -newkey ec -pkeyopt ec_paramgen_curve:P-256 -nodes -keyout %1$s.key -out %1$s.csr -subj /CN=%2$s"
                            .formatted(site, USER));
            run(
                    keys,
                    "openssl x509 -req -in %1$s.csr -CA %2$s/ca.crt -CAkey %2$s/ca.key -CAcreateserial -out %1$s.crt -days 30"
                            .formatted(site, pki));
            String server = Config.fromKubeconfig(site, lab().kubeconfig().toFile()).getMasterUrl();
            clusters.append(
                    "- {name: %1$s, cluster: {server: \"%2$s\", certificate-authority: %3$s/ca.crt}}\n"
                            .formatted(site, server, pki));
            users.append(
                    "- {name: %1$s, user: {client-certificate: %2$s/%1$s.crt, client-key: %2$s/%1$s.key}}\n"
                            .formatted(site, keys));
            contexts.append(
                    "- {name: %1$s, context: {cluster: %1$s, user: %1$s}}\n".formatted(site));
        }
        return Files.writeString(
                keys.resolve("kubeconfig"),
                "apiVersion: v1\nkind: Config\nclusters:\n%susers:\n%scontexts:\n%s"
                        .formatted(clusters, users, contexts));
    }

    private static void run(Path folder, String command) throws Exception {
        Process process =
                new ProcessBuilder(command.split(" ", -1))
                        .directory(folder.toFile())
                        .redirectErrorStream(true)
                        .redirectOutput(folder.resolve("openssl.log").toFile())
                        .start();
        assertThat(process.waitFor()).as(command).isZero();
    }

    private List<HasMetadata> documents(String site) throws Exception {
        Ran printed =
                tool.run(
                        "access",
                        EUROPE,
                        "-i",
                        inventory,
                        "--site",
                        site,
                        "--output",
                        "yaml",
                        "--subject",
                        "user:" + USER);
        printed.ended(0);
        return ground().cluster(site)
                .load(new ByteArrayInputStream(printed.out().getBytes(StandardCharsets.UTF_8)))
                .items();
    }

    private static List<PolicyRule> rules(HasMetadata document) {
        return switch (document) {
            case Role role -> role.getRules();
            case ClusterRole role -> role.getRules();
            default -> List.of();
        };
    }

    private static HasMetadata without(HasMetadata document, int rule) {
        var rest = new ArrayList<>(rules(document));
        rest.remove(rule);
        return with(document, rest);
    }

    private static HasMetadata only(HasMetadata document, int rule) {
        return with(document, List.of(rules(document).get(rule)));
    }

    private static HasMetadata with(HasMetadata document, List<PolicyRule> rules) {
        return switch (document) {
            case Role role -> role.toBuilder().withRules(rules).build();
            case ClusterRole role -> role.toBuilder().withRules(rules).build();
            default -> throw new IllegalArgumentException("no role: " + document);
        };
    }

    private void awaitAll(String site) throws Exception {
        for (Right right : Granted.by(documents(site))) {
            await(site, right, true);
        }
    }

    /// API servers hear of changed roles a moment later.
    private void await(String site, Right right, boolean isAllowed) throws Exception {
        String[] resource = right.resource().split("/", 2);
        var review =
                new SelfSubjectAccessReviewBuilder()
                        .withNewSpec()
                        .withNewResourceAttributes()
                        .withVerb(right.verb())
                        .withGroup(right.group())
                        .withResource(resource[0])
                        .withSubresource(resource.length > 1 ? resource[1] : "")
                        .withNamespace(right.namespace())
                        .withName(right.name().orElse(""))
                        .endResourceAttributes()
                        .endSpec()
                        .build();
        Config config = Config.fromKubeconfig(site, keys.resolve("kubeconfig").toFile());
        config.setClientKeyAlgo("EC");
        try (KubernetesClient client = new KubernetesClientBuilder().withConfig(config).build()) {
            long end = System.currentTimeMillis() + MOST_MILLIS;
            while (client.authorization()
                            .v1()
                            .selfSubjectAccessReview()
                            .create(review)
                            .getStatus()
                            .getAllowed()
                    != isAllowed) {
                assertThat(System.currentTimeMillis()).as("%s", right).isLessThan(end);
                Thread.sleep(50);
            }
        }
    }

    private void markAudit() throws IOException {
        for (String site : Ground.ZURICH) {
            audited.put(site, Files.size(lab().audit(site)));
        }
    }

    /// What the user asked for since [#markAudit], but for reviews of its own rights and what needs no right.
    private List<JsonNode> asked(String site) throws IOException {
        var json = new ObjectMapper();
        var asked = new ArrayList<JsonNode>();
        byte[] log = Files.readAllBytes(lab().audit(site));
        int start = Optional.ofNullable(audited.get(site)).orElse(0L).intValue();
        String text = new String(log, start, log.length - start, StandardCharsets.UTF_8);
        for (String line : text.lines().toList()) {
            JsonNode entry = json.readTree(line);
            if (entry.at("/user/username").asText().equals(USER)
                    && entry.has("objectRef")
                    && !entry.at("/objectRef/resource")
                            .asText()
                            .equals("selfsubjectaccessreviews")) {
                asked.add(entry);
            }
        }
        return asked;
    }

    private static boolean isRefused(JsonNode entry) {
        return entry.at("/responseStatus/code").asInt() == 403;
    }

    /// A patch that made an object was a creation, too: the API server asks for both rights.
    private static boolean isUse(JsonNode entry, Right right) {
        JsonNode object = entry.path("objectRef");
        String subresource = object.path("subresource").asText();
        String resource =
                object.path("resource").asText() + (subresource.isEmpty() ? "" : "/" + subresource);
        String verb = entry.path("verb").asText();
        boolean hasMade = verb.equals("patch") && entry.at("/responseStatus/code").asInt() == 201;
        return Stream.of(verb, hasMade ? "create" : verb).anyMatch(right.verb()::equals)
                && object.path("apiGroup").asText().equals(right.group())
                && resource.equals(right.resource())
                && (right.namespace().isEmpty()
                        || object.path("namespace").asText().equals(right.namespace()))
                && (right.name().isEmpty()
                        || object.path("name").asText().equals(right.name().get()));
    }
}
