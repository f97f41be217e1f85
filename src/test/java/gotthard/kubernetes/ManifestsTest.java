package gotthard.kubernetes;

import static org.assertj.core.api.Assertions.assertThat;

import gotthard.Golden;
import gotthard.action.Work;
import gotthard.problem.Checked;
import gotthard.problem.Problem;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import java.util.Map;
import java.util.stream.Collectors;

/// What is wrong with manifests, and where.
final class ManifestsTest {
    private Surroundings around;

    @BeforeEach
    void open() throws Exception {
        around = new Surroundings(Arena.inThisJvm());
    }

    @AfterEach
    void close() {
        around.close();
    }

    @Test
    void reportsAllProblemsAtOnce() {
        Checked<Work> work =
                bind(
                        "{to: zurich-1, manifests: [a.yaml]}",
                        """
                apiVersion: v1
                kind: ConfigMap
                metadata: {name: homeless}
                ---
                apiVersion: v1
                metadata: {namespace: intake}
                ---
                apiVersion: v1
                kind: Namespace
                metadata: {name: intake, namespace: other}
                ---
                - a list
                ---
                apiVersion: v1
                kind: ConfigMap
                metadata: {name: twice, namespace: intake}
                data: {country: NO}
                ---
                apiVersion: v1
                kind: ConfigMap
                metadata: {name: twice, namespace: intake}
                """);

        golden("manifest-problems", work);
    }

    @Test
    void reportsAnotherNamespaceThanTheStepsOwn() {
        golden(
                "manifest-namespace",
                bind(
                        "{to: zurich-1, namespace: intake, manifests: [a.yaml]}",
                        """
                apiVersion: v1
                kind: ConfigMap
                metadata: {name: one, namespace: other}
                """));
    }

    @Test
    void warnsOfASecretInThePlan() {
        Checked<Work> work =
                bind(
                        "{to: zurich-1, namespace: intake, manifests: [a.yaml]}",
                        """
                apiVersion: v1
                kind: Secret
                metadata: {name: token}
                stringData: {token: x}
                """);

        assertThat(work.isValid()).isTrue();
        golden("manifest-secret", work);
    }

    @Test
    void reportsAnEmptyFile() {
        golden("manifest-empty", bind("{to: zurich-1, manifests: [a.yaml]}", "# nothing\n"));
    }

    @Test
    void reportsWhatIsNoJobThatCanBeVerified() {
        golden(
                "job-vanishes",
                job(
                        KubernetesJobContract.JOB.replace(
                                "spec:\n  backoff",
                                "spec:\n  ttlSecondsAfterFinished: 1\n  backoff")));
        golden(
                "job-name",
                job(
                        KubernetesJobContract.JOB.replace(
                                "{name: count}", "{name: %s}".formatted("c".repeat(50)))));
        golden("job-other", job("apiVersion: v1\nkind: ConfigMap\nmetadata: {name: one}\n"));
    }

    private Checked<Work> bind(String with, String manifests) {
        return Steps.bind(new KubernetesApplyKind(), around, with, Map.of("a.yaml", manifests));
    }

    private Checked<Work> job(String manifest) {
        return Steps.bind(
                new KubernetesJobKind(),
                around,
                "{to: zurich-1, namespace: intake, manifest: job.yaml}",
                Map.of("job.yaml", manifest));
    }

    private static void golden(String name, Checked<Work> work) {
        Golden.assertMatches(
                "kubernetes/" + name + ".txt",
                work.problems().stream().map(Problem::render).collect(Collectors.joining("\n")));
    }
}
