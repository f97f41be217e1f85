package gotthard.kubernetes;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

import gotthard.action.LentContext;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import java.util.List;
import java.util.stream.StreamSupport;

/// How an API server behaves, as far as this project relies on it. The sandbox has to pass what real ones pass.
abstract class Conformity {
    private static final String APPLY = "application/apply-patch+yaml";
    private static final String MERGE = "application/merge-patch+json";

    private Arena arena;
    private Surroundings around;
    private ClusterConnection cluster;
    private LentContext context;

    /// Where the cluster is.
    abstract Arena arena() throws Exception;

    @BeforeEach
    void open() throws Exception {
        arena = arena();
        around = new Surroundings(arena);
        context = arena.context(1);
        cluster = Targets.open(context, Arena.CLUSTER);
    }

    @AfterEach
    void close() throws Exception {
        context.close();
        around.close();
    }

    @Test
    void tellsItsVersionAndDate() throws Exception {
        Answer answer = cluster.get("/version");

        assertThat(answer.body().path("gitVersion").asText()).startsWith("v1.");
        assertThat(answer.date()).isPresent();
    }

    @Test
    void listsTheResourcesOfAGroup() throws Exception {
        assertThat(names(cluster.get("/apis/apps/v1").body().path("resources"), "name"))
                .contains("deployments", "statefulsets");
    }

    @Test
    void answersNotFoundWithAStatus() throws Exception {
        Answer answer = cluster.get(path("configmaps", "nothing"));

        assertThat(answer.code()).isEqualTo(404);
        assertThat(answer.body().path("reason").asText()).isEqualTo("NotFound");
        assertThat(answer.message()).isEqualTo("configmaps \"nothing\" not found");
    }

    @Test
    void refusesToMakeAnObjectTwice() throws Exception {
        ObjectNode object = configMap("one", "{a: \"1\"}");
        create(object);

        Answer again = create(object);

        assertThat(again.code()).isEqualTo(409);
        assertThat(again.body().path("reason").asText()).isEqualTo("AlreadyExists");
    }

    @Test
    void refusesToMakeAnObjectInAMissingNamespace() throws Exception {
        Answer answer =
                cluster.apply(
                        "/api/v1/namespaces/nowhere/configmaps/one",
                        configMap("one", "{a: \"1\"}"),
                        false);

        assertThat(answer.code()).isEqualTo(404);
        assertThat(answer.message()).isEqualTo("namespaces \"nowhere\" not found");
    }

    @Test
    void makesAnObjectByApplying() throws Exception {
        Answer made = apply("gotthard", configMap("one", "{a: \"1\"}"));

        assertThat(made.code()).isEqualTo(201);
        assertThat(managers(made)).containsExactly("gotthard Apply {\"f:data\":{\"f:a\":{}}}");
    }

    @Test
    void changesNothingByApplyingTwice() throws Exception {
        Answer made = apply("gotthard", configMap("one", "{a: \"1\"}"));

        Answer again = apply("gotthard", configMap("one", "{a: \"1\"}"));

        assertThat(again.code()).isEqualTo(200);
        assertThat(again.body().at("/metadata/resourceVersion"))
                .isEqualTo(made.body().at("/metadata/resourceVersion"));
    }

    @Test
    void keepsNothingOfADryRun() throws Exception {
        Answer trial =
                cluster.apply(path("configmaps", "one"), configMap("one", "{a: \"1\"}"), true);

        assertThat(trial.code()).isEqualTo(201);
        assertThat(cluster.get(path("configmaps", "one")).code()).isEqualTo(404);
    }

    @Test
    void removesWhatAManagerAppliedAndAppliesNoMore() throws Exception {
        apply("gotthard", configMap("one", "{a: \"1\", b: \"2\"}"));
        apply("other", configMap("one", "{b: \"2\", c: \"3\"}"));

        Answer answer = apply("gotthard", configMap("one", "{a: \"1\"}"));

        assertThat(answer.body().path("data").toString())
                .isEqualTo("{\"a\":\"1\",\"b\":\"2\",\"c\":\"3\"}");
        assertThat(apply("other", configMap("one", "{c: \"3\"}")).body().path("data").toString())
                .isEqualTo("{\"a\":\"1\",\"c\":\"3\"}");
    }

    @Test
    void refusesAFieldOfAnotherManagerAndNamesBoth() throws Exception {
        apply("other", configMap("one", "{a: \"1\"}"));

        Answer answer = apply("gotthard", configMap("one", "{a: \"2\"}"));

        assertThat(answer.code()).isEqualTo(409);
        assertThat(answer.conflicts()).containsExactly(new Answer.Conflict("other", ".data.a"));
        assertThat(answer.message())
                .isEqualTo("Apply failed with 1 conflict: conflict with \"other\": .data.a");
    }

    @Test
    void sharesAFieldThatBothWantAlike() throws Exception {
        apply("other", configMap("one", "{a: \"1\"}"));

        Answer answer = apply("gotthard", configMap("one", "{a: \"1\"}"));

        assertThat(answer.code()).isEqualTo(200);
        assertThat(managers(answer))
                .containsExactlyInAnyOrder(
                        "gotthard Apply {\"f:data\":{\"f:a\":{}}}",
                        "other Apply {\"f:data\":{\"f:a\":{}}}");
    }

    @Test
    void takesAFieldByForce() throws Exception {
        apply("other", configMap("one", "{a: \"1\", b: \"1\"}"));

        Answer answer =
                send(
                        "PATCH",
                        "configmaps",
                        "one",
                        "?fieldManager=gotthard&force=true",
                        APPLY,
                        configMap("one", "{a: \"2\"}"));

        assertThat(answer.body().at("/data/a").asText()).isEqualTo("2");
        assertThat(managers(answer)).contains("other Apply {\"f:data\":{\"f:b\":{}}}");
    }

    @Test
    void givesAFieldToWhoUpdatesIt() throws Exception {
        apply("gotthard", configMap("one", "{a: \"1\", b: \"1\"}"));
        send(
                "PATCH",
                "configmaps",
                "one",
                "?fieldManager=stranger",
                MERGE,
                Yaml.object("{data: {a: \"2\"}}"));

        Answer answer = apply("gotthard", configMap("one", "{a: \"1\", b: \"1\"}"));

        assertThat(answer.conflicts()).containsExactly(new Answer.Conflict("stranger", ".data.a"));
    }

    @Test
    void mergesContainersByTheirNames() throws Exception {
        around.post("Deployment", KubernetesScaleContract.DEPLOYMENT);
        ObjectNode config =
                Yaml.object(
                        """
                apiVersion: apps/v1
                kind: Deployment
                metadata: {name: web}
                spec: {template: {spec: {containers: [{name: web, env: [{name: MODE, value: quiet}]}]}}}
                """);

        Answer answer = cluster.apply(deployment("web"), config, false);

        JsonNode containers = answer.body().at("/spec/template/spec/containers");
        assertThat(containers.size()).isEqualTo(1);
        assertThat(containers.at("/0/image").asText()).isEqualTo("docker.io/lab/pause:1");
        assertThat(containers.at("/0/env/0/value").asText()).isEqualTo("quiet");
        assertThat(managers(answer))
                .contains(
                        "gotthard Apply {\"f:spec\":{\"f:template\":{\"f:spec\":{\"f:containers\":{"
                                + "\"k:{\\\"name\\\":\\\"web\\\"}\":{\".\":{},\"f:env\":{\"k:{\\\"name\\\":\\\"MODE\\\"}\":"
                                + "{\".\":{},\"f:name\":{},\"f:value\":{}}},\"f:name\":{}}}}}}}");
    }

    @Test
    void refusesToChangeASelector() throws Exception {
        around.post("Deployment", KubernetesScaleContract.DEPLOYMENT);
        ObjectNode patch =
                Yaml.object(
                        "{spec: {selector: {matchLabels: {app: x}}, template: {metadata: {labels: {app: x}}}}}");

        Answer answer = cluster.merge(deployment("web"), "stranger", patch, false);

        assertThat(answer.code()).isEqualTo(422);
        assertThat(answer.fields()).contains("spec.selector");
        assertThat(answer.message()).contains("field is immutable");
    }

    @Test
    void scalesBySubresource() throws Exception {
        around.post("Deployment", KubernetesScaleContract.DEPLOYMENT);

        Answer answer =
                cluster.merge(
                        deployment("web") + "/scale",
                        "scaler",
                        Yaml.object("{spec: {replicas: 3}}"),
                        false);

        assertThat(answer.body().path("kind").asText()).isEqualTo("Scale");
        ObjectNode live = cluster.get(deployment("web")).object();
        assertThat(live.at("/spec/replicas").asInt()).isEqualTo(3);
        assertThat(OwnedFields.updater(live, "spec", "replicas")).contains("scaler");
    }

    @Test
    void refusesAnUpdateOfAnOldVersion() throws Exception {
        Answer made = create(configMap("one", "{a: \"1\"}"));
        around.patch("ConfigMap", "one", "{data: {a: \"2\"}}");

        Answer answer = send("PUT", "configmaps", "one", "", "application/json", made.object());

        assertThat(answer.code()).isEqualTo(409);
        assertThat(answer.body().path("reason").asText()).isEqualTo("Conflict");
    }

    @Test
    void refusesToDeleteAnotherObjectOfThatName() throws Exception {
        ObjectNode made = create(configMap("one", "{a: \"1\"}")).object();
        made.withObject("/metadata").put("uid", "00000000-0000-0000-0000-000000000000");

        Answer answer = cluster.delete(Surroundings.type("ConfigMap"), made);

        assertThat(answer.code()).isEqualTo(409);
        assertThat(cluster.get(path("configmaps", "one")).code()).isEqualTo(200);
    }

    @Test
    void selectsByLabels() throws Exception {
        create(
                Yaml.object(
                        "{apiVersion: v1, kind: ConfigMap, metadata: {name: one, labels: {a: x, b: y}}}"));
        create(
                Yaml.object(
                        "{apiVersion: v1, kind: ConfigMap, metadata: {name: two, labels: {a: x}}}"));

        Answer answer = cluster.get(path("configmaps", "") + "?labelSelector=a%3Dx,b%3Dy");

        assertThat(names(answer.body().path("items"), "/metadata/name")).containsExactly("one");
    }

    @Test
    void reviewsAccess() throws Exception {
        ObjectNode review =
                Yaml.object(
                        """
                apiVersion: authorization.k8s.io/v1
                kind: SelfSubjectAccessReview
                spec: {resourceAttributes: {verb: patch, resource: configmaps, namespace: default}}
                """);

        Answer answer =
                cluster.post("/apis/authorization.k8s.io/v1/selfsubjectaccessreviews", review);

        assertThat(answer.body().at("/status/allowed").asBoolean()).isTrue();
    }

    private Answer create(ObjectNode object) throws Exception {
        return send("POST", "configmaps", "", "?fieldManager=stranger", "application/json", object);
    }

    private Answer apply(String manager, ObjectNode object) throws Exception {
        String name = object.at("/metadata/name").asText();
        return send("PATCH", "configmaps", name, "?fieldManager=" + manager, APPLY, object);
    }

    private Answer send(
            String method, String plural, String name, String query, String type, ObjectNode body)
            throws Exception {
        return cluster.send(method, path(plural, name) + query, type, Json.write(body));
    }

    private String path(String plural, String name) {
        return "/api/v1/namespaces/"
                + around.namespace()
                + "/"
                + plural
                + (name.isEmpty() ? "" : "/" + name);
    }

    private String deployment(String name) {
        return "/apis/apps/v1/namespaces/" + around.namespace() + "/deployments/" + name;
    }

    private static ObjectNode configMap(String name, String data) {
        return Yaml.object(
                "{apiVersion: v1, kind: ConfigMap, metadata: {name: %s}, data: %s}"
                        .formatted(name, data));
    }

    private static List<String> names(JsonNode list, String field) {
        return StreamSupport.stream(list.spliterator(), false)
                .map(
                        one ->
                                field.startsWith("/")
                                        ? one.at(field).asText()
                                        : one.path(field).asText())
                .toList();
    }

    private static List<String> managers(Answer answer) {
        return answer.body()
                .at("/metadata/managedFields")
                .valueStream()
                .map(
                        entry ->
                                entry.path("manager").asText()
                                        + " "
                                        + entry.path("operation").asText()
                                        + " "
                                        + entry.path("fieldsV1"))
                .toList();
    }
}
