package gotthard.kubernetes;

import static org.assertj.core.api.Assertions.assertThat;

import gotthard.action.Action;
import gotthard.action.Before;
import gotthard.action.ByHand;
import gotthard.action.Captured;
import gotthard.action.Kind;
import gotthard.action.LabTypist;
import gotthard.action.Prompt;
import gotthard.action.Typist;
import gotthard.action.Verdict;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/// What runbooks tell people to type for steps in clusters, typed as it stands there, at a real cluster with its own `kubectl`.
@Tag("lab")
final class RunbookLabTest {
    private static final String WEB =
            "{to: zurich-1, namespace: %s, manifests: [web.yaml], wait: 60s}";

    @TempDir Path folder;
    private Surroundings around;

    @BeforeEach
    void opens() throws Exception {
        around = new Surroundings(Arena.lab());
    }

    @AfterEach
    void closes() {
        around.close();
    }

    @Test
    void appliesObjectsWhereThereWereNone() throws Exception {
        Action action = apply(KubernetesApplyContract.MANIFESTS);
        ByHand.Told told = told(action);
        Map<String, String> first = around.world();
        Before before = before(action);

        typist().types(told.act());
        typist().types(told.check());

        assertThat(action.verify(around.context(1))).isInstanceOf(Verdict.Holds.class);
        assertThat(around.world().keySet())
                .contains("ConfigMap settings", "Service web", "Secret token", "Deployment web");

        typist().types(told.undo());

        awaitAsAtFirst(first);
        assertThat(action.restored(around.context(1), before)).isInstanceOf(Verdict.Holds.class);
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void putsBackWhatStoodThereAndDeletesTheRest(boolean isWorkload) throws Exception {
        around.post(
                "ConfigMap",
                "{metadata: {name: shared, labels: {team: theirs}}, data: {theirs: \"1\"}}");
        if (isWorkload) {
            around.post("Deployment", KubernetesScaleContract.DEPLOYMENT);
            new Workloads(around, 1, 2).await(1);
        }
        Action action = apply(KubernetesApplyContract.MANIFESTS.replace("  replicas: 2\n", ""));
        ByHand.Told told = told(action);
        Map<String, String> first = around.world();
        Before before = before(action);

        typist().types(told.act());
        typist().types(told.check());

        assertThat(action.verify(around.context(1))).isInstanceOf(Verdict.Holds.class);
        assertThat(around.get("ConfigMap", "shared").orElseThrow().path("data").toString())
                .contains("ours");

        typist().types(told.undo());

        awaitAsAtFirst(first);
        assertThat(action.restored(around.context(1), before)).isInstanceOf(Verdict.Holds.class);
    }

    @Test
    void seesInTheCheckWhatHasBecomeAnother() throws Exception {
        ByHand.Told told = told(apply(KubernetesApplyContract.MANIFESTS));
        typist().types(told.act());
        around.patch("ConfigMap", "settings", "{data: {mode: loud}}");

        assertThat(typist().tries(told.check()).exit()).isNotZero();
    }

    @Test
    void makesANamespaceAndWhatIsInIt() throws Exception {
        String other = Arena.namespace();
        String manifests =
                """
                apiVersion: v1
                kind: Namespace
                metadata: {name: %1$s}
                ---
                apiVersion: v1
                kind: ConfigMap
                metadata: {name: settings, namespace: %1$s}
                data: {mode: quiet}
                ---
                apiVersion: v1
                kind: ConfigMap
                metadata: {name: more}
                data: {mode: loud}
                """
                        .formatted(other);
        Files.writeString(folder.resolve("web.yaml"), manifests);
        Action action =
                Steps.action(
                        new KubernetesApplyKind(),
                        around,
                        WEB.formatted(other),
                        Map.of("web.yaml", manifests));
        ByHand.Told told = told(action);
        Before before = before(action);

        typist().types(told.act());
        typist().types(told.check());

        assertThat(action.verify(around.context(1))).isInstanceOf(Verdict.Holds.class);

        typist().types(told.undo());

        assertThat(action.restored(around.context(1), before)).isInstanceOf(Verdict.Holds.class);
    }

    @Test
    void scalesUpAndBack() throws Exception {
        around.post("Deployment", KubernetesScaleContract.DEPLOYMENT);
        var workloads = new Workloads(around, 1, 3);
        workloads.await(1);
        Action action =
                action(new KubernetesScaleKind(), KubernetesScaleContract.WITH, "unused", "");
        ByHand.Told told = told(action);
        Before before = before(action);

        assertThat(typist().tries(told.check()).exit()).as("the check before").isNotZero();
        typist().types(told.act());
        typist().types(told.check());

        assertThat(action.verify(around.context(1))).isInstanceOf(Verdict.Holds.class);

        typist().types(told.undo());

        assertThat(action.restored(around.context(1), before)).isInstanceOf(Verdict.Holds.class);
    }

    @Test
    void runsAJobAndTakesItAway() throws Exception {
        ByHand.Told told = told(job("exit 0"));
        Map<String, String> first = around.world();

        typist().types(told.act());
        String checked = typist().types(told.check());

        assertThat(checked).contains("2000 files counted");
        assertThat(around.get("Job", "count").orElseThrow().at("/status/succeeded").asInt())
                .isEqualTo(1);

        typist().types(told.undo());

        awaitAsAtFirst(first);
    }

    @Test
    void seesInTheCheckThatAJobHasFailed() throws Exception {
        ByHand.Told told = told(job("exit 3"));
        typist().types(told.act());

        Typist.Typed checked = typist().tries(told.check());

        assertThat(checked.exit()).as(checked.said()).isNotZero();
    }

    private Action apply(String manifests) throws IOException {
        return action(new KubernetesApplyKind(), WEB, "web.yaml", manifests);
    }

    private Action job(String end) throws IOException {
        return action(
                new KubernetesJobKind(),
                KubernetesJobContract.WITH.replace("60s", "20s"),
                "job.yaml",
                KubernetesJobContract.JOB.formatted(end));
    }

    private <W> Action action(Kind<W> kind, String with, String file, String text)
            throws IOException {
        Files.writeString(folder.resolve(file), text);
        return Steps.action(kind, around, with.formatted(around.namespace()), Map.of(file, text));
    }

    private ByHand.Told told(Action action) {
        return (ByHand.Told)
                action.byHand(new Prompt(around.arena().inventory(), "step[zurich-1]"));
    }

    private Before before(Action action) throws Exception {
        return ((Captured.Found) action.capture(around.context(1))).before();
    }

    private Typist typist() {
        return LabTypist.in(folder);
    }

    private void awaitAsAtFirst(Map<String, String> first) throws Exception {
        around.await(() -> List.of(first).contains(around.world()), "all is as it was: " + first);
    }
}
