package gotthard.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;

import gotthard.action.Checkpoint;
import gotthard.action.Progress;
import gotthard.graph.StepId;
import gotthard.journal.Event;
import gotthard.journal.RunId;
import gotthard.overview.Stories;
import gotthard.overview.Story;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Random;
import java.util.stream.LongStream;
import java.util.stream.Stream;

/// Each entry comes once, in order, to everybody who listens.
final class EventsTest {
    private static final StepId FILES = new StepId("files[zurich-1]");

    @TempDir Path folder;
    private Scene scene;
    private RunId run;
    private String events;

    @BeforeEach
    void opens() throws Exception {
        scene = Scene.in(folder);
        Story story = Stories.underway();
        run = scene.write(story);
        events = "/api/v1/runs/" + run + "/events";
    }

    @AfterEach
    void closes() {
        scene.close();
    }

    @Test
    void tellWhatWasAndThenWhatComes() throws Exception {
        try (var listener = listen(Optional.empty())) {
            assertThat(ids(listener.next("entry", 4))).containsExactly(1L, 2L, 3L, 4L);

            scene.append(run, checkpoints(3));
            scene.tick();

            assertThat(ids(listener.next("entry", 3))).containsExactly(5L, 6L, 7L);
        }
    }

    @Test
    void fitTheirPublishedSchema() throws Exception {
        Schema schema =
                SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
                        .getSchema(
                                Files.readString(
                                        Path.of(
                                                "src/main/resources/gotthard/cli/events.schema.json")));
        Story story = Stories.rolledBack();
        RunId other = scene.write(story);
        scene.writer()
                .progress(
                        other,
                        FILES,
                        new Progress(17, OptionalLong.of(20), Progress.Unit.FILES, "copies"),
                        Scene.NOW);
        for (String token : List.of(Scene.OPERATOR, Scene.VIEWER)) {
            String path = "/api/v1/runs/" + other + "/events";
            try (var listener = Listener.to(scene, path, token, Optional.empty())) {
                List<Listener.Heard> heard =
                        new ArrayList<>(listener.next("entry", story.entries().size()));
                heard.addAll(listener.next("progress", 1));

                for (Listener.Heard one : heard) {
                    assertThat(schema.validate(one.data(), InputFormat.JSON))
                            .as(one.data())
                            .isEmpty();
                    assertThat(one.data().contains("\"says\""))
                            .as(one.data())
                            .isIn(token.equals(Scene.OPERATOR), false);
                }
            }
        }
    }

    @Test
    void areNeitherLostNorRepeatedWhereConnectionsAreCut() throws Exception {
        var random = new Random(7);
        List<Long> heard = new ArrayList<>();
        long written = 4;
        while (heard.size() < 300) {
            Optional<String> last = heard.stream().reduce((_, it) -> it).map(String::valueOf);
            try (var listener = listen(last)) {
                int more = random.nextInt(1, 20);
                scene.append(run, checkpoints(more));
                written += more;
                scene.tick();
                int taken = random.nextInt(1, (int) (written - heard.size()) + 1);
                heard.addAll(ids(listener.next("entry", taken)));
            }
        }

        assertThat(heard)
                .containsExactlyElementsOf(
                        LongStream.rangeClosed(1, heard.size()).boxed().toList());
    }

    @Test
    void reachWhoReadsSlowlyFromTheJournal() throws Exception {
        int many = Feed.RECENT * 3;
        try (var slow = listen(Optional.of("4"));
                var quick = listen(Optional.of("4"))) {
            for (int i = 0; i < many / 256; i++) {
                scene.append(run, checkpoints(256));
                scene.tick();
                quick.next("entry", 256);
            }

            assertThat(ids(slow.next("entry", many)))
                    .containsExactlyElementsOf(
                            LongStream.rangeClosed(5, many + 4).boxed().toList());
        }
    }

    @Test
    void beginAfterTheEntryInTheAddress() throws Exception {
        try (var listener =
                Listener.to(scene, events + "?after=2", Scene.OPERATOR, Optional.empty())) {
            assertThat(ids(listener.next("entry", 2))).containsExactly(3L, 4L);
        }
    }

    @Test
    void tellProgressAtMostOnceASecond() throws Exception {
        try (var listener = listen(Optional.empty())) {
            listener.next("entry", 4);
            reach(1);
            scene.tick();
            assertThat(listener.next("progress", 1).getFirst().data()).contains("\"done\":1,");

            reach(2);
            scene.tick();
            reach(3);
            scene.tick();
            scene.tick();
            scene.pass(Duration.ofSeconds(1));
            scene.tick();

            Listener.Heard next = listener.next("progress", 1).getFirst();
            assertThat(next.data()).contains("\"done\":3,");
            assertThat(next.id()).isEmpty();
        }
    }

    @Test
    void sayThatTheyAreAliveWhereNothingHappens() throws Exception {
        try (var listener = listen(Optional.of("4"))) {
            assertThat(listener.next()).isPresent();
            scene.pass(Duration.ofSeconds(10));
            scene.tick();

            assertThat(listener.next().map(Listener.Heard::name)).hasValue(": alive");
        }
    }

    @Test
    void endWithTheDashboard() throws Exception {
        try (var listener = listen(Optional.of("4"))) {
            listener.next();

            scene.closeDashboard();

            assertThat(listener.next()).isEmpty();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"x", "-1", "1.5", "99999999999999999999"})
    void areRefusedAfterWhatIsNoNumber(String last) throws Exception {
        try (var listener = listen(Optional.of(last))) {
            assertThat(listener.status()).isEqualTo(400);
        }
    }

    @Test
    void areRefusedAfterAnEntryThatIsNotThere() throws Exception {
        try (var listener = listen(Optional.of("5"))) {
            assertThat(listener.status()).isEqualTo(409);
        }
    }

    private Listener listen(Optional<String> last) throws IOException, InterruptedException {
        return Listener.to(scene, events, Scene.OPERATOR, last);
    }

    private void reach(long done) {
        scene.writer()
                .progress(
                        run,
                        FILES,
                        new Progress(done, OptionalLong.empty(), Progress.Unit.FILES, "copies"),
                        Scene.NOW);
    }

    private static List<Event> checkpoints(int count) {
        return Stream.<Event>generate(
                        () -> new Event.StepCheckpointed(FILES, new Checkpoint("here")))
                .limit(count)
                .toList();
    }

    private static List<Long> ids(List<Listener.Heard> heard) {
        return heard.stream().map(one -> Long.parseLong(one.id())).toList();
    }
}
