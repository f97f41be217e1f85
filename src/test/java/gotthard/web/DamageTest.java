package gotthard.web;

import static org.assertj.core.api.Assertions.assertThat;

import gotthard.journal.RunId;
import gotthard.overview.Stories;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.Statement;

/// A journal that was edited is shown to nobody, and all are told.
final class DamageTest {
    @TempDir Path folder;
    private Scene scene;
    private RunId damaged;
    private RunId whole;

    @BeforeEach
    void opens() throws Exception {
        scene = Scene.in(folder);
        whole = scene.write(Stories.rolledBack());
        damaged = scene.write(Stories.waiting());
        try (Connection sql =
                        DriverManager.getConnection("jdbc:sqlite:" + folder.resolve("journal.db"));
                Statement statement = sql.createStatement()) {
            statement.execute(
                    "update event set body = cast(replace(cast(body as text), '\"seq\":5', '\"seq\":6') as blob) where seq = 5 and run = '"
                            + damaged
                            + "'");
        }
    }

    @AfterEach
    void closes() {
        scene.close();
    }

    @Test
    void isToldWhereTheRunIsAskedFor() throws Exception {
        for (String path :
                new String[] {"/api/v1/runs/" + damaged, "/api/v1/runs/" + damaged + "/events"}) {
            var answer = scene.get(path, Scene.VIEWER);

            assertThat(answer.statusCode()).isEqualTo(503);
            assertThat(answer.body())
                    .contains("the journal of " + damaged + " is damaged at entry 5")
                    .contains("\"next\":\"restore the journal from a backup");
        }
        assertThat(scene.get("/runs/" + damaged, Scene.VIEWER).body())
                .contains("is damaged at entry 5");
        assertThat(scene.get("/", Scene.VIEWER).body()).contains("is damaged at entry 5");
    }

    @Test
    void leavesOtherRunsAlone() throws Exception {
        assertThat(scene.get("/runs/" + whole, Scene.VIEWER).statusCode()).isEqualTo(200);
        assertThat(scene.get("/api/v1/runs", Scene.VIEWER).body())
                .contains("\"run\":\"" + whole + "\",\"seq\":")
                .contains("\"run\":\"" + damaged + "\",\"damaged\":");
        assertThat(scene.get("/metrics", Scene.METRICS).body())
                .contains("gotthard_damaged_runs 1\n");
        assertThat(scene.get("/readyz").statusCode()).isEqualTo(200);
    }
}
