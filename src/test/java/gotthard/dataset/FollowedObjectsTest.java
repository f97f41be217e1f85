package gotthard.dataset;

import static org.assertj.core.api.Assertions.assertThat;

import gotthard.action.Before;
import gotthard.action.Difference;
import gotthard.action.Outcome;
import gotthard.action.Route;
import gotthard.action.Verdict;
import gotthard.objects.Level;
import gotthard.objects.ObjectsScene;
import gotthard.objects.Proxy;
import gotthard.shape.ByteSize;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.nio.file.Path;
import java.time.Duration;

/// Passes of `dataset.follow` between two buckets, while somebody writes at the source.
final class FollowedObjectsTest {
    private static final Before NOTHING = new Before.Absent();
    private static final String OBJECT = "europe/d1/object-1";

    @TempDir Path folder;

    private ObjectsScene sites;

    @BeforeEach
    void fill() throws Exception {
        sites =
                new ObjectsScene(
                        new Proxy(folder.resolve("moscow")), new Proxy(folder.resolve("zurich")));
        for (int i = 0; i < 6; i++) {
            write("europe/d" + i % 3 + "/object-" + i, 2_000);
        }
    }

    @AfterEach
    void close() {
        sites.close();
    }

    private byte[] write(String name, int size) {
        byte[] bytes = sites.bytes(size);
        ObjectsScene.write(sites.from, ObjectsScene.SOURCE, name, bytes);
        return bytes;
    }

    private byte[] arrived(String name) {
        return sites.to
                .getObjectAsBytes(asked -> asked.bucket(ObjectsScene.TARGET).key(name))
                .asByteArray();
    }

    private Between context() {
        return new Between(sites.context(1));
    }

    private static FollowAction adding() {
        return FollowObjectsTest.action(Route.Manner.KEEP, Level.FULL, Lag.USUAL);
    }

    private static FollowAction replacing() {
        return FollowObjectsTest.action(Route.Manner.REPLACE, Level.FULL, Lag.USUAL);
    }

    @Test
    void bringsWhatCameBetweenPassesAndReadsNothingElse() throws Exception {
        var read = new long[2];
        Between context =
                context()
                        .after(
                                pass -> {
                                    if (pass == 1) {
                                        read[0] = sites.context(1).paced();
                                        write("europe/new", 700);
                                    }
                                    read[1] = sites.context(1).paced();
                                });

        Outcome outcome = adding().apply(context, NOTHING);

        assertThat(((Outcome.Changed) outcome).evidence().statement())
                .startsWith(
                        "7 objects, 12.7 kB, brought to zurich-1; pass 2 brought 700 bytes in 0s");
        assertThat(arrived("europe/new")).hasSize(700);
        assertThat(read[0]).isEqualTo(12_000);
        assertThat(read[1] - read[0]).as("content read by the second pass").isEqualTo(700);
    }

    @Test
    void replacesWhatChangedWhereDataMayChange() throws Exception {
        var content = new byte[1][];
        Between context =
                context()
                        .after(
                                pass -> {
                                    if (pass == 1) {
                                        content[0] = write(OBJECT, 2_000);
                                    }
                                });

        replacing().apply(context, NOTHING);

        assertThat(arrived(OBJECT)).isEqualTo(content[0]);
        assertThat(replacing().verify(sites.context(1))).isInstanceOf(Verdict.Holds.class);
    }

    @Test
    void refusesWhatChangedWhereDataAreOnlyAddedTo() throws Exception {
        byte[] before =
                sites.from
                        .getObjectAsBytes(asked -> asked.bucket(ObjectsScene.SOURCE).key(OBJECT))
                        .asByteArray();
        Between context =
                context()
                        .after(
                                pass -> {
                                    if (pass == 1) {
                                        write(OBJECT, 2_000);
                                    }
                                });

        Outcome outcome = adding().apply(context, NOTHING);

        assertThat(((Outcome.Failed) outcome).failure().what())
                .contains("moscow/s3:uploads/" + OBJECT, "since these data are only added to");
        assertThat(arrived(OBJECT)).isEqualTo(before);
    }

    @Test
    void takesTheSameContentWrittenAgainForTheSame() throws Exception {
        byte[] same =
                sites.from
                        .getObjectAsBytes(asked -> asked.bucket(ObjectsScene.SOURCE).key(OBJECT))
                        .asByteArray();
        Between context =
                context()
                        .after(
                                _ ->
                                        ObjectsScene.write(
                                                sites.from, ObjectsScene.SOURCE, OBJECT, same));

        Outcome outcome = adding().apply(context, NOTHING);

        assertThat(outcome).isInstanceOf(Outcome.Changed.class);
    }

    @Test
    void tellsWhatCameSinceThePassAsLag() throws Exception {
        adding().apply(context(), NOTHING);
        write("europe/new", 700);

        Verdict verdict = adding().verify(sites.context(1));

        assertThat(((Verdict.Holds) verdict).evidence().statement())
                .startsWith("as of 20")
                .contains(
                        "6 objects, 12.0 kB, equal by SHA-256 at moscow and zurich-1; lag 700 bytes, ");
    }

    @Test
    void differsWhereTheLagIsTooMuch() throws Exception {
        var lag = new Lag(new ByteSize(500), Duration.ofMinutes(5));
        adding().apply(context(), NOTHING);
        write("europe/new", 700);

        Verdict verdict =
                FollowObjectsTest.action(Route.Manner.KEEP, Level.COUNT, lag)
                        .verify(sites.context(1));

        assertThat(((Verdict.Differs) verdict).differences())
                .singleElement()
                .asString()
                .startsWith("the lag of zurich-1: wanted at most 500 bytes, 5m, found 700 bytes");
    }

    @Test
    void findsAFlippedBit() throws Exception {
        adding().apply(context(), NOTHING);
        byte[] content = arrived(OBJECT);
        content[7] ^= 1;
        ObjectsScene.write(sites.to, ObjectsScene.TARGET, OBJECT, content);

        Verdict verdict = adding().verify(sites.context(1));

        assertThat(((Verdict.Differs) verdict).differences())
                .singleElement()
                .extracting(Difference::owner)
                .isEqualTo(Difference.Owner.FOREIGN);
    }

    @Test
    void goesOnAfterTheCoordinatorDied() throws Exception {
        Between dying =
                context()
                        .after(
                                _ -> {
                                    throw new IllegalStateException("killed");
                                });
        org.assertj.core.api.Assertions.assertThatThrownBy(() -> adding().apply(dying, NOTHING))
                .hasMessage("killed");
        write("europe/new", 700);

        Outcome outcome = adding().apply(context(), NOTHING);

        assertThat(((Outcome.Changed) outcome).evidence().statement())
                .startsWith("7 objects")
                .contains("pass 2 brought 700 bytes");
    }
}
