package gotthard.web;

import static org.assertj.core.api.Assertions.assertThat;

import gotthard.journal.RunId;
import gotthard.overview.ProgrammeOverview;
import gotthard.overview.Stories;
import gotthard.overview.Story;
import gotthard.report.JsonReport;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.List;

/// What is answered about runs is what the journal has.
final class DashboardTest {
    @TempDir Path folder;
    private Scene scene;

    @BeforeEach
    void opens() throws Exception {
        scene = Scene.in(folder);
    }

    @AfterEach
    void closes() {
        scene.close();
    }

    @Test
    void tellsTheSameAsTheReport() throws Exception {
        Story story = Stories.rolledBack();
        RunId run = scene.write(story);

        HttpResponse<String> answer = scene.get("/api/v1/runs/" + run, Scene.OPERATOR);

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.body())
                .isEqualTo(JsonReport.line(ProgrammeOverview.of(List.of(scene.overview(run)))));
    }

    @Test
    void showsARunThatAppearsLater() throws Exception {
        assertThat(scene.get("/", Scene.OPERATOR).body()).contains("No run is known here yet");
        assertThat(scene.get("/api/v1/runs", Scene.OPERATOR).body())
                .isEqualTo("{\"gotthard\":\"runs/v1\",\"runs\":[]}");

        RunId run = scene.write(Stories.waiting());

        assertThat(scene.get("/api/v1/runs", Scene.OPERATOR).body()).contains("\"run\":\"" + run);
        assertThat(scene.get("/runs/" + run, Scene.OPERATOR).statusCode()).isEqualTo(200);
    }

    @Test
    void tellsWhatHasHappenedSince() throws Exception {
        Story story = Stories.waiting();
        RunId run = scene.write(story);
        long before = scene.last(run);
        scene.append(run, Scene.events(Stories.done(), (int) before));

        HttpResponse<String> answer =
                scene.get("/runs/" + run + "/parts?since=" + before, Scene.OPERATOR);

        assertThat(answer.headers().firstValue("X-Gotthard-Seq"))
                .hasValue(Long.toString(scene.last(run)));
        assertThat(answer.body())
                .startsWith("{\"gotthard\":\"parts/v1\",\"seq\":" + scene.last(run) + ",");
    }

    @Test
    void saysWhatHappenedToOneStep() throws Exception {
        RunId run = scene.write(Stories.rolledBack());

        HttpResponse<String> answer =
                scene.get("/api/v1/runs/" + run + "/steps/files%5Bzurich-1%5D", Scene.OPERATOR);

        assertThat(answer.body())
                .contains("\"kind\":\"step.ended/1\",\"state\":\"to be tried again\"")
                .contains("\"next\":\"check the network between here and zurich-1\"");
    }

    @Test
    void countsForPrometheus() throws Exception {
        scene.write(Stories.rolledBack());
        scene.write(Stories.waiting());

        HttpResponse<String> answer = scene.get("/metrics", Scene.METRICS);

        assertThat(answer.headers().firstValue("Content-Type"))
                .hasValue("text/plain; version=0.0.4; charset=utf-8");
        assertThat(answer.body())
                .contains("gotthard_runs{ending=\"rolled-back\"} 1\n")
                .contains("gotthard_runs{ending=\"underway\"} 1\n")
                .contains("gotthard_steps{plan=\"europe-files\",state=\"verified\"} 4\n")
                .contains("gotthard_waiting{plan=\"europe-files\"} 1\n")
                .contains("gotthard_compared_bytes{plan=\"europe-files\"} 72208000\n")
                .contains("gotthard_seconds_since_last_entry{plan=\"europe-files\"} 60\n")
                .contains("gotthard_open_streams 0\n");
        assertThat(answer.body().lines())
                .allMatch(
                        line ->
                                line.matches("# (HELP|TYPE) gotthard_[a-z_]+ .*")
                                        || line.matches(
                                                "gotthard_[a-z_]+(\\{[a-z]+=\"[^\"]*\"(,[a-z]+=\"[^\"]*\")*})? [0-9]+"));
    }

    @Test
    void letsBrowsersKeepItsFiles() throws Exception {
        HttpResponse<String> first = scene.get("/app.css");
        String tag = first.headers().firstValue("ETag").orElseThrow();

        HttpResponse<String> second =
                scene.send(
                        HttpRequest.newBuilder(scene.at("/app.css")).header("If-None-Match", tag));

        assertThat(first.headers().firstValue("Content-Type")).hasValue("text/css; charset=utf-8");
        assertThat(second.statusCode()).isEqualTo(304);
        assertThat(second.body()).isEmpty();
    }

    @Test
    void saysThatThereIsNothing() throws Exception {
        scene.write(Stories.waiting());

        assertThat(scene.get("/runs/nowhere", Scene.OPERATOR).statusCode()).isEqualTo(404);
        assertThat(scene.get("/api/v1/runs/nowhere", Scene.OPERATOR).body())
                .isEqualTo(
                        "{\"gotthard\":\"problem/v1\",\"what\":\"there is nothing at this address\",\"next\":\"see the list of runs\"}");
        assertThat(scene.get("/api/v1/runs/nowhere", Scene.OPERATOR).statusCode()).isEqualTo(404);
        assertThat(scene.get("/nowhere", Scene.OPERATOR).statusCode()).isEqualTo(404);
    }
}
