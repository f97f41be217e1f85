package gotthard.kubernetes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import gotthard.Golden;
import gotthard.action.Action;
import gotthard.action.Before;
import gotthard.action.Captured;
import gotthard.action.Failure;
import gotthard.action.Forecast;
import gotthard.action.Key;
import gotthard.action.LentContext;
import gotthard.action.Outcome;
import gotthard.action.Prediction;
import gotthard.action.Unreachable;
import gotthard.action.Verdict;

import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/// A cluster that two coordinators of one run change: the one that was overtaken changes nothing that the later one has changed.
abstract class FencedActionsContract {
    private final List<LentContext> contexts = new ArrayList<>();
    private Surroundings around;

    /// Where the cluster is.
    abstract Arena arena() throws Exception;

    /// What two coordinators do.
    enum Doing {
        APPLY,
        SCALE,
        JOB
    }

    @BeforeEach
    void open() throws Exception {
        around = new Surroundings(arena());
        around.post("ConfigMap", "{metadata: {name: shared}, data: {theirs: \"1\"}}");
        around.post("Deployment", KubernetesScaleContract.DEPLOYMENT);
    }

    @AfterEach
    void close() {
        contexts.forEach(LentContext::close);
        around.close();
    }

    @ParameterizedTest
    @EnumSource
    void refuseTheOneThatWasOvertaken(Doing doing) throws Exception {
        Action action = action(doing);
        Before before = captured(action, by(4));
        action.apply(by(5), before);
        Map<String, String> world = around.world();

        Failure applied = refusal(() -> action.apply(by(4), before));
        Failure undone = refusal(() -> action.rollback(by(4), before));

        assertThat(around.world()).isEqualTo(world);
        assertThat(undone).isEqualTo(applied);
        Golden.assertMatches(
                "kubernetes/overtaken-" + doing.name().toLowerCase(java.util.Locale.ROOT) + ".txt",
                applied.toString()
                        .replace(around.namespace(), "intake")
                        .replaceAll("[0-9a-f]{20}", "KEY"));
    }

    @ParameterizedTest
    @EnumSource
    void obeyTheOneThatCameLater(Doing doing) throws Exception {
        Action action = action(doing);
        Map<String, String> world = around.world();
        Before before = captured(action, by(4));
        action.apply(by(4), before);

        Outcome again = action.apply(by(5), before);
        Verdict verdict = action.verify(by(6));
        Prediction prediction = action.predict(by(6), Forecast.EMPTY);
        Outcome undone = action.rollback(by(6), before);

        assertThat(again).isInstanceOf(Outcome.AlreadyDone.class);
        assertThat(verdict).isInstanceOf(Verdict.Holds.class);
        assertThat(prediction).isInstanceOf(Prediction.Nothing.class);
        assertThat(undone).isInstanceOf(Outcome.Changed.class);
        assertThat(around.world()).isEqualTo(world);
        assertThat(action.restored(by(7), before)).isInstanceOf(Verdict.Holds.class);
    }

    @Test
    void refuseTheOvertakenOneWhereTheLaterOneHasGoneOnWithWhatItBegan() throws Exception {
        Action action = action(Doing.APPLY);
        Before before = captured(action, by(4));
        action.apply(by(4), before);
        action.apply(by(5), before);
        Map<String, String> world = around.world();

        refusal(() -> action.rollback(by(4), before));

        assertThat(around.world()).isEqualTo(world);
    }

    @Test
    void goOnWithObjectsThatWereMarkedBeforeThereWereFences() throws Exception {
        Action action = action(Doing.APPLY);
        Before before = captured(action, by(4));
        action.apply(by(4), before);
        around.patch(
                "ConfigMap", "settings", "{metadata: {annotations: {gotthard.dev/fence: null}}}");

        Outcome outcome = action.rollback(by(5), before);

        assertThat(outcome).isInstanceOf(Outcome.Changed.class);
        assertThat(around.get("ConfigMap", "settings")).isEmpty();
    }

    @Test
    void compareFencesOfOneRunAlone() throws Exception {
        Action action = action(Doing.APPLY);
        LentContext other = context(Key.of("run-2", "step", 1), 9);
        action.apply(other, captured(action, other));
        Map<String, String> world = around.world();

        Outcome outcome = action.apply(by(1), captured(action, by(1)));

        assertThat(outcome).isInstanceOf(Outcome.AlreadyDone.class);
        assertThat(around.world()).isEqualTo(world);
    }

    @Test
    void handAnEarlierStepsObjectBackUnderTheFenceOfTheOneThatUndid() throws Exception {
        Action first = settings("quiet");
        Action second = settings("loud");
        Before before = captured(first, by(4));
        first.apply(by(4), before);
        Key key = Key.of("run-1", "second", 1);
        Before between = captured(second, context(key, 5));
        second.apply(context(key, 5), between);

        second.rollback(context(key, 6), between);

        assertThat(first.verify(by(6))).isInstanceOf(Verdict.Holds.class);
        refusal(() -> first.rollback(by(5), before));
        assertThat(first.rollback(by(6), before)).isInstanceOf(Outcome.Changed.class);
        assertThat(around.get("ConfigMap", "settings")).isEmpty();
    }

    @Test
    void applyAgainWhatALaterStepHasScaled() throws Exception {
        Action applying =
                applying(
                        "apiVersion: apps/v1\nkind: Deployment\nmetadata: {name: web, labels: {a: b}}\n");
        Before before = captured(applying, by(4));
        applying.apply(by(4), before);
        LentContext scaling = context(Key.of("run-1", "scale", 1), 4);
        Action scale = action(Doing.SCALE);
        Before unscaled = captured(scale, scaling);
        scale.apply(scaling, unscaled);

        Outcome outcome = applying.apply(by(5), before);

        assertThat(outcome).isInstanceOf(Outcome.AlreadyDone.class);
        refusal(() -> scale.rollback(scaling, unscaled));
    }

    private Action action(Doing doing) {
        return switch (doing) {
            case APPLY -> settings("quiet");
            case SCALE ->
                    Steps.action(
                            new KubernetesScaleKind(),
                            around,
                            KubernetesScaleContract.WITH.formatted(around.namespace()),
                            Map.of());
            case JOB ->
                    Steps.action(
                            new KubernetesJobKind(),
                            around,
                            KubernetesJobContract.WITH.formatted(around.namespace()),
                            Map.of("job.yaml", KubernetesJobContract.JOB.formatted("exit 0")));
        };
    }

    private Action settings(String mode) {
        return applying(
                """
                apiVersion: v1
                kind: ConfigMap
                metadata: {name: settings}
                data: {mode: %s}
                ---
                apiVersion: v1
                kind: ConfigMap
                metadata: {name: shared}
                data: {ours: added}
                """
                        .formatted(mode));
    }

    private Action applying(String manifests) {
        return Steps.action(
                new KubernetesApplyKind(),
                around,
                "{to: zurich-1, namespace: %s, manifests: [a.yaml], wait: 60s}"
                        .formatted(around.namespace()),
                Map.of("a.yaml", manifests));
    }

    private LentContext by(long fence) {
        return context(Arena.key(1), fence);
    }

    private LentContext context(Key key, long fence) {
        LentContext context =
                new LentContext(around.arena().inventory(), key, Arena.CLOCK, Duration.ofMinutes(2))
                        .withFence(fence);
        contexts.add(context);
        return context;
    }

    private static Before captured(Action action, LentContext context) throws Exception {
        return ((Captured.Found) action.capture(context)).before();
    }

    private static Failure refusal(ThrowingCallable call) {
        var failures = new ArrayList<Failure>();
        assertThatExceptionOfType(Unreachable.class)
                .isThrownBy(call)
                .satisfies(thrown -> failures.add(thrown.failure()));
        assertThat(failures.getFirst().kind()).isEqualTo(Failure.Kind.REFUSED);
        assertThat(failures.getFirst().what()).contains("another coordinator");
        return failures.getFirst();
    }
}
