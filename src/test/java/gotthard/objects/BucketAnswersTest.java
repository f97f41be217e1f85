package gotthard.objects;

import static org.assertj.core.api.Assertions.assertThat;

import gotthard.Golden;
import gotthard.action.Context;
import gotthard.action.ForwardingContext;
import gotthard.action.Inspector.Finding;
import gotthard.action.Inspector.Measure;
import gotthard.action.Question;
import gotthard.shape.ByteSize;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.stream.Collectors;

/// What preflight hears of a bucket that is to be read or to receive.
final class BucketAnswersTest {
    private static final Duration TWO_WEEKS = Duration.ofDays(14);

    @TempDir Path folder;
    private ObjectsScene scene;

    @BeforeEach
    void startServers() throws Exception {
        scene = new ObjectsScene(new Proxy(folder.resolve("a")), new Proxy(folder.resolve("b")));
    }

    @AfterEach
    void stopServers() {
        scene.close();
    }

    private List<Finding> ask(Question question) throws Exception {
        return ask(scene.context(1), question);
    }

    private List<Finding> ask(Context context, Question question) throws Exception {
        return new ObjectsInspector()
                .answer(context, scene.target().endpoint(ObjectsScene.TO), question);
    }

    private void write(String name, int bytes) {
        ObjectsScene.write(scene.to, ObjectsScene.TARGET, name, new byte[bytes]);
    }

    @Test
    void countsObjectsBytesAndWhatHasComeLately() throws Exception {
        write("europe/a", 10);
        write("europe/b/c", 5);
        write(".gotthard-other/fence", 3);

        assertThat(ask(new Question.Holds("blobs/europe", TWO_WEEKS, false)))
                .containsExactly(holds("blobs/europe", 2, 15));
        assertThat(ask(new Question.Holds("blobs/none", TWO_WEEKS, false)))
                .containsExactly(holds("blobs/none", 0, 0));
    }

    @Test
    void countsOlderVersionsWhereTheyAreToBeBrought() throws Exception {
        HistoryScene.keepVersions(scene.to, ObjectsScene.TARGET);
        write("europe/a", 10);
        write("europe/a", 20);

        assertThat(ask(new Question.Holds("blobs/europe", TWO_WEEKS, false)))
                .containsExactly(holds("blobs/europe", 1, 20));
        assertThat(ask(new Question.Holds("blobs/europe", TWO_WEEKS, true)))
                .containsExactly(holds("blobs/europe", 2, 30));
    }

    private static Finding holds(String folder, long objects, long bytes) {
        return new Finding.Measured(
                "holds",
                new Measure.Holds(
                        folder, objects, new ByteSize(bytes), objects, new ByteSize(bytes)));
    }

    @Test
    void triesAnObjectAndLeavesNothingOfIt() throws Exception {
        var keeps = new Question.Keeps("blobs/europe", Duration.ofMillis(1));
        List<Finding> plain = ask(keeps);
        HistoryScene.keepVersions(scene.to, ObjectsScene.TARGET);
        List<Finding> versioned = ask(keeps);

        assertThat(plain).hasOnlyElementsOfType(Finding.Good.class).isEqualTo(versioned);
        assertThat(HistoryScene.versions(scene.to, ObjectsScene.TARGET, ""))
                .extracting(HistoryScene.Seen::object)
                .containsExactly("other/foreign.txt");
    }

    @Test
    void saysWhatWasFound() throws Exception {
        var keeps = new Question.Keeps("blobs/europe", Duration.ofMillis(1));
        var said = ask(keeps).stream().map(Finding::toString).collect(Collectors.toList());
        said.add(first(new Question.Versioned("blobs")));
        HistoryScene.keepVersions(scene.to, ObjectsScene.TARGET);
        said.add(first(new Question.Versioned("blobs")));
        said.add(first(new Question.Keeps("none/europe", Duration.ofMillis(1))));

        Golden.assertMatches("objects/answers.txt", String.join("\n", said));
        assertThat(ask(new Question.Room("blobs"))).isEmpty();
    }

    private String first(Question question) throws Exception {
        return ask(question).getFirst().toString();
    }

    @Test
    void seesThatAnObjectDoesNotStay() throws Exception {
        var keeps = new Question.Keeps("blobs/europe", Duration.ofMillis(1));

        List<Finding> findings = ask(new Scanned(scene.context(1)), keeps);

        assertThat(findings)
                .singleElement()
                .isInstanceOfSatisfying(
                        Finding.Bad.class,
                        bad ->
                                assertThat(bad.found())
                                        .contains(
                                                "was gone within 0 s at zurich-1/s3:blobs/europe"));
    }

    /// A context under which a scanner takes away what it dislikes while it is given time.
    private final class Scanned extends ForwardingContext {
        private Scanned(Context context) {
            super(context);
        }

        @Override
        public void pause(Duration duration) {
            scene.to
                    .listObjectsV2(
                            asked ->
                                    asked.bucket(ObjectsScene.TARGET)
                                            .prefix("europe/.gotthard-probe-"))
                    .contents()
                    .forEach(
                            one ->
                                    scene.to.deleteObject(
                                            asked ->
                                                    asked.bucket(ObjectsScene.TARGET)
                                                            .key(one.key())));
        }
    }
}
