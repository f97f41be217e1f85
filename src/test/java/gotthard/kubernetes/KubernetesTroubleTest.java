package gotthard.kubernetes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import gotthard.Golden;
import gotthard.action.Action;
import gotthard.action.Before;
import gotthard.action.Captured;
import gotthard.action.Failure;
import gotthard.action.Forecast;
import gotthard.action.Outcome;
import gotthard.action.Prediction;
import gotthard.action.Unreachable;
import gotthard.action.Verdict;
import gotthard.sandbox.cluster.SandboxCluster;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

import java.util.Map;

/// What goes wrong at a cluster, and what the user is told.
final class KubernetesTroubleTest {
    private static final String SETTINGS =
            """
            apiVersion: v1
            kind: ConfigMap
            metadata: {name: settings}
            data: {mode: quiet}
            """;
    private static final String WEB =
            "apiVersion: apps/v1\nkind: Deployment\n" + KubernetesScaleContract.DEPLOYMENT;

    private Surroundings around;
    private SandboxCluster cluster;

    @BeforeEach
    void open() throws Exception {
        around = new Surroundings(Arena.inThisJvm());
        cluster = around.arena().sandbox().orElseThrow();
    }

    @AfterEach
    void close() {
        around.close();
    }

    @Nested
    class AFieldOfAnotherManager {
        @Test
        void holdsTheStepAndIsNotTaken() throws Exception {
            around.post("ConfigMap", "{metadata: {name: settings}, data: {mode: loud}}");
            Action action = apply(SETTINGS);

            Verdict verdict = action.verify(around.context(1));
            Outcome outcome = action.apply(around.context(1), new Before.Absent());

            assertThat(verdict)
                    .isInstanceOfSatisfying(
                            Verdict.Differs.class,
                            differs ->
                                    assertThat(differs.differences())
                                            .singleElement()
                                            .hasToString(
                                                    "zurich-1/cluster ConfigMap %s/settings .data.mode: wanted the manifest's value, found the value of manager \"stranger\""
                                                            .formatted(around.namespace())));
            assertThat(outcome).isInstanceOf(Outcome.Failed.class);
            assertThat(around.get("ConfigMap", "settings").orElseThrow().at("/data/mode").asText())
                    .isEqualTo("loud");
        }

        @Test
        void isNamedWhenPredicting() throws Exception {
            around.post("ConfigMap", "{metadata: {name: settings}, data: {mode: loud}}");

            Prediction prediction = apply(SETTINGS).predict(around.context(1), Forecast.EMPTY);

            golden("conflict", obstacle(prediction));
        }

        @Test
        void setAfterApplyingStaysWhenRollingBack() throws Exception {
            around.post("ConfigMap", "{metadata: {name: settings}, data: {theirs: \"1\"}}");
            Action action = apply(SETTINGS);
            Before before = captured(action);
            action.apply(around.context(1), before);
            around.patch("ConfigMap", "settings", "{data: {mode: theirs, more: \"2\"}}");

            action.rollback(around.context(1), before);

            assertThat(around.get("ConfigMap", "settings").orElseThrow().path("data").toString())
                    .isEqualTo("{\"theirs\":\"1\",\"mode\":\"theirs\",\"more\":\"2\"}");
            assertThat(action.restored(around.context(1), before))
                    .isInstanceOf(Verdict.Holds.class);
        }
    }

    @Nested
    class AMissingRight {
        @Test
        void refusesAndNamesIt() throws Exception {
            cluster.refuse("patch", "configmaps");

            Outcome outcome = apply(SETTINGS).apply(around.context(1), new Before.Absent());

            golden("forbidden", refused(outcome));
        }

        @Test
        void isFoundByTheInspector() throws Exception {
            cluster.refuse("patch", "configmaps");
            var access = apply(SETTINGS).declaration().access();

            var findings =
                    new ClusterInspector()
                            .inspect(
                                    around.context(1),
                                    around.arena().endpoint(),
                                    java.util.List.copyOf(access));

            assertThat(findings.stream().map(finding -> finding.subject()))
                    .containsExactly("reachable", "version", "clock", "rights");
            golden("rights", findings.getLast().toString());
        }
    }

    @Nested
    class ACrashInTheMiddle {
        @Test
        void isTransientAndResumes() throws Exception {
            Action action = apply(SETTINGS + "---\n" + WEB);
            Before before = captured(action);
            var interrupted = new CutContext(around.context(1), 2, cluster::crash);

            assertThatExceptionOfType(Unreachable.class)
                    .isThrownBy(() -> action.apply(interrupted, before))
                    .satisfies(
                            thrown -> {
                                assertThat(thrown.failure().kind())
                                        .isEqualTo(Failure.Kind.TRANSIENT);
                                golden("refuses-connections", thrown.failure().toString());
                            });
            cluster.revive();

            assertThat(action.verify(around.context(1))).isInstanceOf(Verdict.Differs.class);
            assertThat(action.apply(around.context(1), before)).isInstanceOf(Outcome.Changed.class);
            assertThat(action.verify(around.context(1))).isInstanceOf(Verdict.Holds.class);
        }
    }

    @Nested
    class WhatTheServerRefuses {
        @Test
        void anImmutableFieldSaysSo() throws Exception {
            apply(WEB).apply(around.context(1), new Before.Absent());
            String other = WEB.replace("app: web", "app: other");

            Prediction prediction = apply(other).predict(around.context(2), Forecast.EMPTY);

            golden("immutable", obstacle(prediction));
        }

        @Test
        void aMissingNamespaceIsAnObstacle() throws Exception {
            Action action =
                    Steps.action(
                            new KubernetesApplyKind(),
                            around,
                            "{to: zurich-1, namespace: nowhere, manifests: [a.yaml]}",
                            Map.of("a.yaml", SETTINGS));

            golden("no-namespace", obstacle(action.predict(around.context(1), Forecast.EMPTY)));
        }

        @Test
        void theContentOfASecretIsNeverOverwrittenNorShown() throws Exception {
            around.post("Secret", "{metadata: {name: token}, data: {token: b2xk}}");
            Action action =
                    apply(
                            "apiVersion: v1\nkind: Secret\nmetadata: {name: token}\ndata: {token: bmV3, second: bmV3}");

            Captured captured = action.capture(around.context(1));

            assertThat(captured)
                    .isInstanceOfSatisfying(
                            Captured.Failed.class,
                            failed ->
                                    assertThat(failed.failure().toString())
                                            .doesNotContain("b2xk", "bmV3"));
        }

        @Test
        void aSecretsNewKeyIsPredictedWithoutItsValue() throws Exception {
            around.post("Secret", "{metadata: {name: token}}");
            Action action =
                    apply(
                            "apiVersion: v1\nkind: Secret\nmetadata: {name: token}\ndata: {token: bmV3}");

            Prediction prediction = action.predict(around.context(1), Forecast.EMPTY);

            assertThat(prediction.toString()).contains("(secret)").doesNotContain("bmV3");
        }
    }

    @Nested
    class AFailedJob {
        @Test
        void endsWithItsLastLines() throws Exception {
            Action action =
                    Steps.action(
                            new KubernetesJobKind(),
                            around,
                            KubernetesJobContract.WITH.formatted(around.namespace()),
                            Map.of(
                                    "job.yaml",
                                    KubernetesJobContract.JOB.formatted("echo disk full; exit 3")));

            Outcome outcome = action.apply(around.context(1), new Before.Absent());

            golden("failed-job", refused(outcome));
            assertThat(around.context(1).kept().values().iterator().next().text())
                    .contains("2000 files counted");
        }
    }

    @Nested
    class AScaleThatOthersChanged {
        @Test
        void isLeftAndReported() throws Exception {
            around.post("Deployment", KubernetesScaleContract.DEPLOYMENT);
            Action action =
                    Steps.action(
                            new KubernetesScaleKind(),
                            around,
                            KubernetesScaleContract.WITH.formatted(around.namespace()),
                            Map.of());
            Before before = captured(action);
            action.apply(around.context(1), before);
            around.patch("Deployment", "web", "{spec: {replicas: 5}}");

            action.rollback(around.context(1), before);

            assertThat(around.get("Deployment", "web").orElseThrow().at("/spec/replicas").asInt())
                    .isEqualTo(5);
            assertThat(action.restored(around.context(1), before))
                    .isInstanceOfSatisfying(
                            Verdict.Differs.class,
                            differs ->
                                    golden(
                                            "scaled-by-others",
                                            differs.differences().getFirst().toString()));
        }
    }

    private Action apply(String manifests) {
        return Steps.action(
                new KubernetesApplyKind(),
                around,
                "{to: zurich-1, namespace: %s, manifests: [a.yaml], wait: 20s}"
                        .formatted(around.namespace()),
                Map.of("a.yaml", manifests));
    }

    private Before captured(Action action) throws Exception {
        return switch (action.capture(around.context(1))) {
            case Captured.Found(var before) -> before;
            case Captured.Recovered(var before, _) -> before;
            case Captured.Failed(var failure) -> throw new AssertionError(failure);
        };
    }

    private static String obstacle(Prediction prediction) {
        return switch (prediction) {
            case Prediction.Obstacle(var failure) -> failure.toString();
            case Prediction.Nothing _, Prediction.Changes _ -> throw new AssertionError(prediction);
        };
    }

    private static String refused(Outcome outcome) {
        return switch (outcome) {
            case Outcome.Failed(var failure) -> {
                assertThat(failure.kind()).isEqualTo(Failure.Kind.REFUSED);
                yield failure.toString();
            }
            case Outcome.Changed _, Outcome.AlreadyDone _, Outcome.Unclear _ ->
                    throw new AssertionError(outcome);
        };
    }

    private void golden(String name, String text) {
        Golden.assertMatches(
                "kubernetes/" + name + ".txt",
                text.replace(around.namespace(), "intake")
                        .replaceAll("127\\.0\\.0\\.1:[0-9]+", "127.0.0.1:6443"));
    }
}
