package gotthard.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;

import gotthard.journal.RunId;
import gotthard.overview.Stories;
import gotthard.web.pages.Pages;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Iterator;
import java.util.List;
import java.util.TreeSet;
import java.util.regex.Pattern;

/// What is published of the interface is what is answered.
final class OpenApiTest {
    private static final Pattern ROUTE =
            Pattern.compile("routes\\.(get|post)\\(\\s*(\"([^\"]+)\"|Gate\\.SIGN_IN)");

    @TempDir Path folder;
    private Scene scene;
    private RunId run;
    private JsonNode document;

    @BeforeEach
    void opens() throws Exception {
        scene = Scene.in(folder);
        run = scene.write(Stories.rolledBack());
        scene.write(Stories.waiting());
        document =
                new ObjectMapper().readTree(scene.get("/api/v1/openapi.json", Scene.VIEWER).body());
    }

    @AfterEach
    void closes() {
        scene.close();
    }

    @Test
    void namesEveryRouteAndNoOther() throws Exception {
        var built = new TreeSet<String>();
        ROUTE.matcher(Files.readString(Path.of("src/main/java/gotthard/web/Routes.java")))
                .results()
                .map(route -> route.group(3) == null ? Gate.SIGN_IN : route.group(3))
                .forEach(built::add);
        Pages.SCRIPTS.forEach(script -> built.add("/" + script));

        var named = new TreeSet<String>();
        document.get("paths").fieldNames().forEachRemaining(named::add);

        assertThat(document.get("openapi").textValue()).startsWith("3.1.");
        assertThat(named).isEqualTo(built);
    }

    @Test
    void declaresTheShapeOfWhatIsAnswered() throws Exception {
        Iterator<String> paths = document.get("paths").fieldNames();
        while (paths.hasNext()) {
            String path = paths.next();
            if (!path.endsWith("/events")) {
                fits(path, filled(path, run.value()), Scene.OPERATOR, 200);
                fits(path, filled(path, run.value()), Scene.VIEWER, 200);
            }
        }
    }

    @Test
    void declaresTheShapeOfWhatIsRefused() throws Exception {
        Iterator<String> paths = document.get("paths").fieldNames();
        while (paths.hasNext()) {
            String path = paths.next();
            JsonNode responses = operation(path).get("responses");
            if (responses.has("401")) {
                fits(path, filled(path, run.value()), "nobody", 401);
            }
            if (responses.has("403") && !path.equals("/metrics")) {
                fits(path, filled(path, run.value()), Scene.METRICS, 403);
            }
            if (responses.has("404")) {
                fits(path, filled(path, "nowhere"), Scene.VIEWER, 404);
            }
        }
        fits(
                "/runs/{run}/parts",
                filled("/runs/{run}/parts", run.value()) + "?since=x",
                Scene.VIEWER,
                400);
        fits(
                "/api/v1/runs/{run}/events",
                filled("/api/v1/runs/{run}/events", run.value()) + "?after=999",
                Scene.VIEWER,
                409);
    }

    @Test
    void knowsAnswersOfAnotherShape() throws Exception {
        Schema runs =
                schema(
                        operation("/api/v1/runs")
                                .at("/responses/200/content/application~1json/schema"));

        for (String wrong :
                List.of(
                        "{}",
                        "{\"gotthard\":\"runs/v2\",\"runs\":[]}",
                        "{\"gotthard\":\"runs/v1\",\"runs\":[{}]}")) {
            assertThat(runs.validate(wrong, InputFormat.JSON)).as(wrong).isNotEmpty();
        }
    }

    private JsonNode operation(String path) {
        return document.get("paths").get(path).get("get");
    }

    private static String filled(String path, String run) {
        return path.replace("{run}", run).replace("{step}", "files%5Bzurich-1%5D");
    }

    private void fits(String path, String address, String token, int status)
            throws IOException, InterruptedException {
        HttpResponse<String> answer =
                scene.send(
                        HttpRequest.newBuilder(scene.at(address))
                                .header("Authorization", "Bearer " + token));
        String what = address + " for " + token + ": " + answer.body();
        assertThat(answer.statusCode()).as(what).isEqualTo(status);
        JsonNode response = operation(path).get("responses").get(Integer.toString(status));
        JsonNode declared =
                response.has("$ref")
                        ? document.at(response.get("$ref").textValue().substring(1))
                        : response;
        String type = answer.headers().firstValue("Content-Type").orElse("").split(";", 2)[0];
        JsonNode content = declared.get("content").get(type);
        assertThat(content).as(what + " is " + type).isNotNull();
        if (type.equals("application/json")) {
            assertThat(schema(content.get("schema")).validate(answer.body(), InputFormat.JSON))
                    .as(what)
                    .isEmpty();
        }
    }

    /// A schema of the document, with the components that it refers to.
    private Schema schema(JsonNode schema) {
        ObjectNode alone = schema.deepCopy();
        alone.set("components", document.get("components"));
        return SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
                .getSchema(alone.toString());
    }
}
