package gotthard.kubernetes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.fasterxml.jackson.databind.node.ObjectNode;

import gotthard.Golden;
import gotthard.action.Failure;
import gotthard.action.Fence;
import gotthard.action.Unreachable;

import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Optional;

/// An object that changes between a coordinator's read and its change.
abstract class FencedChangesContract {
    private static final String PREFIX = "gotthard.dev/";

    private Surroundings around;

    /// Where the cluster is.
    abstract Arena arena() throws Exception;

    @BeforeEach
    void open() throws Exception {
        around = new Surroundings(arena());
    }

    @AfterEach
    void close() {
        around.close();
    }

    @Test
    void isNotAppliedOverALaterCoordinators() throws Exception {
        Optional<ObjectNode> seen = Optional.of(apply(4, Optional.empty(), "quiet").object());
        apply(5, seen, "loud");

        Failure failure = failure(() -> apply(4, seen, "quiet"));

        assertThat(failure.kind()).isEqualTo(Failure.Kind.REFUSED);
        assertThat(mode()).isEqualTo("loud");
    }

    @Test
    void isNotMadeOverALaterCoordinators() throws Exception {
        apply(5, Optional.empty(), "loud");

        Failure failure = failure(() -> apply(4, Optional.empty(), "quiet"));

        assertThat(failure.kind()).isEqualTo(Failure.Kind.REFUSED);
        assertThat(mode()).isEqualTo("loud");
    }

    @Test
    void isNotMadeAgainWhereALaterOneHasDeletedIt() throws Exception {
        Optional<ObjectNode> seen = Optional.of(apply(4, Optional.empty(), "quiet").object());
        settings(5).delete(seen.orElseThrow());

        Failure failure = failure(() -> apply(4, seen, "quiet"));

        assertThat(failure.kind()).isEqualTo(Failure.Kind.TRANSIENT);
        assertThat(around.get("ConfigMap", "settings")).isEmpty();
    }

    @Test
    void isNotDeletedWhenALaterCoordinatorHasChangedIt() throws Exception {
        ObjectNode seen = apply(4, Optional.empty(), "quiet").object();
        apply(5, Optional.of(seen), "loud");

        Failure failure = failure(() -> settings(4).delete(seen));

        assertThat(failure.kind()).isEqualTo(Failure.Kind.REFUSED);
        assertThat(mode()).isEqualTo("loud");
    }

    /// A coordinator that was killed has begun it, and the object waits for what belongs to it.
    @Test
    void isNotDeletedASecondTime() throws Exception {
        ObjectNode going = apply(4, Optional.empty(), "quiet").object();
        going.withObject("/metadata").put("deletionTimestamp", "2026-01-01T00:00:00Z");
        var world = around.world();

        Answer answer = settings(5).delete(going);

        assertThat(answer.isGood()).isTrue();
        assertThat(around.world()).isEqualTo(world);
    }

    @Test
    void isLeftToALaterCoordinatorThatDeletesIt() throws Exception {
        ObjectNode going = apply(5, Optional.empty(), "loud").object();
        going.withObject("/metadata").put("deletionTimestamp", "2026-01-01T00:00:00Z");

        Failure failure = failure(() -> settings(4).delete(going));

        assertThat(failure.kind()).isEqualTo(Failure.Kind.REFUSED);
    }

    @Test
    void isNotMergedIntoWhenALaterCoordinatorHasChangedIt() throws Exception {
        ObjectNode seen = apply(4, Optional.empty(), "quiet").object();
        apply(5, Optional.of(seen), "loud");

        Failure failure =
                failure(
                        () ->
                                settings(4)
                                        .merge(
                                                seen,
                                                "gotthard-4",
                                                Yaml.object("{data: {mode: quiet}}")));

        assertThat(failure.kind()).isEqualTo(Failure.Kind.REFUSED);
        assertThat(mode()).isEqualTo("loud");
    }

    /// Its fence is gone with what was undone; the journal refuses another attempt.
    @Test
    void isLeftWhenALaterCoordinatorHasChangedItAndChangedItBack() throws Exception {
        around.post("ConfigMap", "{metadata: {name: settings}, data: {theirs: \"1\"}}");
        ObjectNode seen = around.get("ConfigMap", "settings").orElseThrow();
        ObjectNode changed = apply(5, Optional.of(seen), "loud").object();
        settings(5).apply(Optional.of(changed), OwnedFields.applied(seen));
        var world = around.world();

        Failure failure = failure(() -> apply(4, Optional.of(seen), "quiet"));

        assertThat(failure.kind()).isEqualTo(Failure.Kind.TRANSIENT);
        assertThat(around.world()).isEqualTo(world);
        Golden.assertMatches(
                "kubernetes/changed-meanwhile.txt",
                failure.toString().replace(around.namespace(), "intake"));
    }

    @Test
    void isChangedWhenItsStatusAloneHasMoved() throws Exception {
        around.post("Deployment", KubernetesScaleContract.DEPLOYMENT);
        ObjectNode seen = around.get("Deployment", "web").orElseThrow();
        awaitReady();

        Answer answer =
                new Fenced(target("Deployment", "web"), mark(4))
                        .merge(
                                seen,
                                "gotthard-4",
                                Yaml.object("{metadata: {labels: {team: ours}}}"));

        assertThat(answer.code()).as("%s", answer.message()).isEqualTo(200);
        assertThat(answer.body().at("/metadata/labels/team").asText()).isEqualTo("ours");
    }

    private void awaitReady() throws Exception {
        Instant end = Arena.CLOCK.instant().plusSeconds(60);
        while (!(Readiness.of(around.get("Deployment", "web").orElseThrow())
                instanceof Readiness.Ready)) {
            assertThat(Arena.CLOCK.instant()).isBefore(end);
            Thread.sleep(20);
        }
    }

    private Answer apply(long fence, Optional<ObjectNode> seen, String mode) throws Exception {
        ObjectNode wanted =
                Yaml.object(
                        "{apiVersion: v1, kind: ConfigMap, metadata: {name: settings}, data: {mode: %s}}"
                                .formatted(mode));
        mark(fence).changed(wanted);
        Answer answer = settings(fence).apply(seen, wanted);
        assertThat(answer.isGood()).as("%s", answer.message()).isTrue();
        return answer;
    }

    private Fenced settings(long fence) throws Exception {
        return new Fenced(target("ConfigMap", "settings"), mark(fence));
    }

    private Target target(String kind, String name) throws Exception {
        ResourceType type = Surroundings.type(kind);
        return new Target(around.cluster(), type, Manifest.named(type, around.namespace(), name));
    }

    private static Mark mark(long fence) {
        return new Mark(PREFIX, Arena.key(1), new Fence(fence));
    }

    private String mode() throws Exception {
        return around.get("ConfigMap", "settings").orElseThrow().at("/data/mode").asText();
    }

    private static Failure failure(ThrowingCallable call) {
        var failures = new ArrayList<Failure>();
        assertThatExceptionOfType(Unreachable.class)
                .isThrownBy(call)
                .satisfies(thrown -> failures.add(thrown.failure()));
        return failures.getFirst();
    }
}
