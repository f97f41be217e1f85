package gotthard.kubernetes;

import static org.assertj.core.api.Assertions.assertThat;

import gotthard.Golden;
import gotthard.action.Action;
import gotthard.action.Before;
import gotthard.action.Forecast;
import gotthard.action.Locator;
import gotthard.action.Outcome;
import gotthard.action.Prediction;
import gotthard.action.Verdict;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import java.util.List;
import java.util.Map;

/// A step that makes a namespace, and what is in it.
final class NamespaceApplyTest {
    private static final String MANIFESTS =
            """
            apiVersion: v1
            kind: Namespace
            metadata: {name: fresh}
            ---
            apiVersion: v1
            kind: ConfigMap
            metadata: {name: settings, namespace: fresh}
            data: {mode: quiet}
            """;

    private Surroundings around;
    private Action action;

    @BeforeEach
    void open() throws Exception {
        around = new Surroundings(Arena.inThisJvm());
        action =
                Steps.action(
                        new KubernetesApplyKind(),
                        around,
                        "{to: zurich-1, manifests: [a.yaml]}",
                        Map.of("a.yaml", MANIFESTS));
    }

    @AfterEach
    void close() {
        around.close();
    }

    @Test
    void isSimulatedWhereTheNamespaceIsStillToCome() throws Exception {
        Prediction prediction = action.predict(around.context(1), Forecast.EMPTY);

        assertThat(prediction)
                .isInstanceOfSatisfying(
                        Prediction.Changes.class,
                        changes -> {
                            assertThat(changes.certainty())
                                    .isEqualTo(Prediction.Certainty.SIMULATED);
                            assertThat(changes.changes()).hasSize(2);
                        });
    }

    @Test
    void isSimulatedWhereAnEarlierStepMakesIt() throws Exception {
        Action later =
                Steps.action(
                        new KubernetesApplyKind(),
                        around,
                        "{to: zurich-1, namespace: fresh, manifests: [b.yaml]}",
                        Map.of(
                                "b.yaml",
                                "apiVersion: v1\nkind: ConfigMap\nmetadata: {name: other}\n"));
        var change =
                new Prediction.Change(
                        Prediction.Sign.CREATE,
                        new Locator(Arena.CLUSTER, "Namespace fresh"),
                        "is made",
                        List.of());

        Prediction prediction =
                later.predict(around.context(1), Forecast.EMPTY.and(List.of(change)));

        assertThat(prediction).isInstanceOf(Prediction.Changes.class);
    }

    @Test
    void goesAwayWithAllThatTheStepMade() throws Exception {
        action.apply(around.context(1), new Before.Absent());
        assertThat(action.verify(around.context(1))).isInstanceOf(Verdict.Holds.class);

        Outcome outcome = action.rollback(around.context(1), new Before.Absent());

        assertThat(outcome).isInstanceOf(Outcome.Changed.class);
        assertThat(around.cluster().get("/api/v1/namespaces/fresh").code()).isEqualTo(404);
    }

    @Test
    void staysWhileOthersHaveThingsInIt() throws Exception {
        action.apply(around.context(1), new Before.Absent());
        around.cluster()
                .post(
                        "/api/v1/namespaces/fresh/configmaps",
                        Yaml.object("{metadata: {name: theirs}}"));

        Outcome outcome = action.rollback(around.context(1), new Before.Absent());

        assertThat(outcome)
                .isInstanceOfSatisfying(
                        Outcome.Failed.class,
                        failed ->
                                Golden.assertMatches(
                                        "kubernetes/namespace-of-others.txt",
                                        failed.failure().toString()));
        assertThat(around.cluster().get("/api/v1/namespaces/fresh/configmaps/theirs").code())
                .isEqualTo(200);
    }
}
