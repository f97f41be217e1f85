package gotthard.kubernetes;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// How an API server compares and changes in one moment, as far as this project relies on it. The sandbox has to pass what real ones pass.
abstract class PreconditionConformity {
    private static final String NEW = "1";

    private Surroundings around;
    private ClusterConnection cluster;

    /// Where the cluster is.
    abstract Arena arena() throws Exception;

    @BeforeEach
    void open() throws Exception {
        around = new Surroundings(arena());
        cluster = around.cluster();
    }

    @AfterEach
    void close() {
        around.close();
    }

    @Test
    void appliesOverTheVersionThatWasRead() throws Exception {
        ObjectNode made = apply(settings("quiet")).object();

        Answer answer = apply(over(made, settings("loud")));

        assertThat(answer.code()).isEqualTo(200);
        assertThat(mode()).isEqualTo("loud");
    }

    @Test
    void changesNothingByApplyingTheSameOverTheVersionThatWasRead() throws Exception {
        ObjectNode made = apply(settings("quiet")).object();

        Answer answer = apply(over(made, settings("quiet")));

        assertThat(answer.body().at("/metadata/resourceVersion"))
                .isEqualTo(made.at("/metadata/resourceVersion"));
    }

    @Test
    void refusesToApplyOverAnotherVersion() throws Exception {
        ObjectNode made = apply(settings("quiet")).object();
        around.patch("ConfigMap", "settings", "{data: {more: \"1\"}}");

        Answer answer = apply(over(made, settings("loud")));

        assertOutdated(answer);
        assertThat(mode()).isEqualTo("quiet");
    }

    @Test
    void refusesToApplyOverAnotherObjectOfThatName() throws Exception {
        ObjectNode made = apply(settings("quiet")).object();
        around.delete("ConfigMap", "settings");
        apply(settings("other"));

        Answer answer = apply(over(made, settings("loud")));

        assertOutdated(answer);
        assertThat(mode()).isEqualTo("other");
    }

    @Test
    void refusesToApplyOverWhatIsGone() throws Exception {
        ObjectNode made = apply(settings("quiet")).object();
        around.delete("ConfigMap", "settings");

        Answer answer = apply(over(made, settings("loud")));

        assertOutdated(answer);
        assertThat(around.get("ConfigMap", "settings")).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"ConfigMap", "Secret", "Service", "Deployment", "Job"})
    void makesWhateverTheVersionAndThenChangesNothing(String kind) throws Exception {
        ObjectNode wanted = ofKind(kind);
        wanted.withObject("/metadata").put("resourceVersion", NEW);
        String path = Surroundings.type(kind).path(around.namespace(), "one");

        Answer made = cluster.apply(path, wanted, false);
        Answer again = cluster.apply(path, wanted, false);

        assertThat(made.code()).as("%s", made.message()).isEqualTo(201);
        assertOutdated(again, "one");
    }

    @Test
    void refusesAMergeIntoAnotherVersion() throws Exception {
        ObjectNode made = apply(settings("quiet")).object();
        around.patch("ConfigMap", "settings", "{data: {more: \"1\"}}");

        Answer answer =
                cluster.merge(
                        path(), "gotthard", over(made, Yaml.object("{data: {mode: loud}}")), false);

        assertOutdated(answer);
        assertThat(mode()).isEqualTo("quiet");
    }

    @Test
    void refusesToDeleteAnotherVersion() throws Exception {
        ObjectNode made = apply(settings("quiet")).object();
        around.patch("ConfigMap", "settings", "{data: {more: \"1\"}}");

        Answer answer = cluster.delete(Surroundings.type("ConfigMap"), made);

        assertOutdated(answer);
        assertThat(mode()).isEqualTo("quiet");
    }

    @Test
    void deletesTheVersionThatWasRead() throws Exception {
        ObjectNode made = apply(settings("quiet")).object();

        Answer answer = cluster.delete(Surroundings.type("ConfigMap"), made);

        assertThat(answer.isGood()).isTrue();
    }

    @Test
    void keepsNoAnnotationsWhenTheLastIsTakenAway() throws Exception {
        apply(settings("quiet"));
        around.patch("ConfigMap", "settings", "{metadata: {annotations: {a: \"1\"}}}");

        around.patch("ConfigMap", "settings", "{metadata: {annotations: {a: null}}}");

        assertThat(around.get("ConfigMap", "settings").orElseThrow().path("metadata"))
                .noneMatch(field -> field.isObject() && field.isEmpty());
    }

    private static void assertOutdated(Answer answer) {
        assertOutdated(answer, "settings");
    }

    private static void assertOutdated(Answer answer, String name) {
        assertThat(answer.code()).as("%s", answer.message()).isEqualTo(409);
        assertThat(answer.body().path("reason").asText()).isEqualTo("Conflict");
        assertThat(answer.isOutdated(name)).isTrue();
    }

    private static ObjectNode over(ObjectNode seen, ObjectNode wanted) {
        wanted.withObject("/metadata")
                .put("resourceVersion", seen.at("/metadata/resourceVersion").asText())
                .put("uid", seen.at("/metadata/uid").asText());
        return wanted;
    }

    private static ObjectNode settings(String mode) {
        return Yaml.object(
                "{apiVersion: v1, kind: ConfigMap, metadata: {name: settings}, data: {mode: %s}}"
                        .formatted(mode));
    }

    private static ObjectNode ofKind(String kind) {
        String spec =
                switch (kind) {
                    case "Service" -> "{selector: {app: web}, ports: [{name: http, port: 80}]}";
                    case "Deployment" ->
                            "{replicas: 0, selector: {matchLabels: {app: web}}, template: {metadata: {labels: {app: web}}, spec: {containers: [{name: web, image: \"docker.io/lab/pause:1\"}]}}}";
                    case "Job" ->
                            "{suspend: true, template: {spec: {restartPolicy: Never, containers: [{name: count, image: \"docker.io/lab/busybox:1\"}]}}}";
                    default -> "";
                };
        ResourceType type = Surroundings.type(kind);
        return Yaml.object(
                "{apiVersion: %s, kind: %s, metadata: {name: one}%s}"
                        .formatted(
                                type.apiVersion(), kind, spec.isEmpty() ? "" : ", spec: " + spec));
    }

    private Answer apply(ObjectNode object) throws Exception {
        return cluster.apply(path(), object, false);
    }

    private String path() {
        return Surroundings.type("ConfigMap").path(around.namespace(), "settings");
    }

    private String mode() throws Exception {
        return around.get("ConfigMap", "settings").orElseThrow().at("/data/mode").asText();
    }
}
