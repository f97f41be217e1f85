package gotthard.objects;

import static org.assertj.core.api.Assertions.assertThat;

import gotthard.action.Action;
import gotthard.action.ActionContract;
import gotthard.action.Before;
import gotthard.action.Context;
import gotthard.action.Difference;
import gotthard.action.Outcome;
import gotthard.action.Unreachable;
import gotthard.action.Verdict;

import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.Test;

import java.util.Map;

/// `objects.copy` between two servers keeps what every action promises, and its own promises.
abstract class CopyContract extends ActionContract {
    static final Before NOTHING = new Before.Absent();

    abstract Store server(String name) throws Exception;

    @Override
    protected final Scene scene() throws Exception {
        return empty().filled();
    }

    final ObjectsScene empty() throws Exception {
        return new ObjectsScene(server("moscow"), server("zurich"));
    }

    @Test
    void bringsContentAttributesAndTags() throws Exception {
        try (ObjectsScene scene = empty().filled()) {
            scene.action().apply(scene.context(1), NOTHING);

            var head =
                    scene.to.headObject(
                            asked ->
                                    asked.bucket(ObjectsScene.TARGET)
                                            .key("europe/with käse & more.txt"));
            assertThat(head.contentType()).isEqualTo("text/markdown");
            assertThat(head.cacheControl()).isEqualTo("max-age=60");
            assertThat(head.metadata())
                    .containsEntry("owner", "records office")
                    .containsEntry("gotthard-key", scene.context(1).key().hex())
                    .containsKey("gotthard-sha256");
        }
    }

    @Test
    void leavesWhatOthersPutInTheWayAndNamesIt() throws Exception {
        try (ObjectsScene scene = empty().filled()) {
            ObjectsScene.write(
                    scene.to, ObjectsScene.TARGET, "europe/d1/object-1", scene.bytes(20_000));
            Map<String, String> world = scene.world();

            Assertions.assertThatThrownBy(() -> scene.action().apply(scene.context(1), NOTHING))
                    .isInstanceOf(Unreachable.class)
                    .hasMessageContaining("zurich-1/s3:blobs/europe/d1/object-1")
                    .hasMessageContaining("was not made by this step");

            assertThat(scene.world()).isEqualTo(world);
        }
    }

    @Test
    void takesWhatOthersBroughtAlreadyForGoodAndLeavesItBehind() throws Exception {
        try (ObjectsScene scene = empty().filled()) {
            ObjectsScene.write(
                    scene.to,
                    ObjectsScene.TARGET,
                    "europe/d1/object-1",
                    scene.from
                            .getObjectAsBytes(
                                    asked ->
                                            asked.bucket(ObjectsScene.SOURCE)
                                                    .key("europe/d1/object-1"))
                            .asByteArray());
            Map<String, String> world = scene.world();
            Context context = scene.context(1);

            scene.action().apply(context, NOTHING);
            Verdict copied = scene.action().verify(context);
            scene.action().rollback(context, NOTHING);

            assertThat(copied).isInstanceOf(Verdict.Holds.class);
            assertThat(scene.world()).isEqualTo(world);
        }
    }

    @Test
    void leavesWhatSomebodyWroteOverOrCopiedFromItsOwn() throws Exception {
        try (ObjectsScene scene = empty().filled()) {
            Context context = scene.context(1);
            scene.action().apply(context, NOTHING);
            scene.disturb();
            scene.to.copyObject(
                    asked ->
                            asked.sourceBucket(ObjectsScene.TARGET)
                                    .sourceKey("europe/d2/object-2")
                                    .destinationBucket(ObjectsScene.TARGET)
                                    .destinationKey("europe/copy of object-2"));

            Outcome undone = scene.action().rollback(context, NOTHING);

            assertThat(undone).isInstanceOf(Outcome.Changed.class);
            assertThat(ObjectsScene.bucket("", scene.to, ObjectsScene.TARGET).keySet())
                    .containsExactlyInAnyOrder(
                            " other/foreign.txt",
                            " europe/theirs",
                            " europe/d1/object-1",
                            " europe/copy of object-2");
        }
    }

    @Test
    void tellsWhatIsMissingAndWhatOnlyTheTargetHas() throws Exception {
        try (ObjectsScene scene = empty().filled()) {
            Context context = scene.context(1);
            Action action = scene.action();
            action.apply(context, NOTHING);
            Verdict before = action.verify(context);
            scene.to.deleteObject(asked -> asked.bucket(ObjectsScene.TARGET).key("europe/empty"));

            Verdict after = action.verify(context);

            assertThat(before)
                    .isInstanceOfSatisfying(
                            Verdict.Holds.class,
                            holds ->
                                    assertThat(holds.evidence().details())
                                            .anyMatch(line -> line.endsWith("such as theirs")));
            assertThat(after)
                    .isInstanceOfSatisfying(
                            Verdict.Differs.class,
                            differs ->
                                    assertThat(differs.differences())
                                            .extracting(Difference::toString)
                                            .containsExactly(
                                                    "zurich-1/s3:blobs/europe/empty: wanted 0 bytes, found missing"));
        }
    }

    @Test
    void resumesALargeObjectWithThePartsThatHaveArrived() throws Exception {
        try (ObjectsScene scene = empty().filled()) {
            Context context = scene.context(1);
            scene.cutOff(context, NOTHING);
            var uploads = scene.to.listMultipartUploads(asked -> asked.bucket(ObjectsScene.TARGET));
            assertThat(uploads.uploads()).hasSize(1);
            long before = scene.context(1).paced();

            scene.action().apply(context, NOTHING);

            assertThat(
                            scene.to
                                    .listMultipartUploads(
                                            asked -> asked.bucket(ObjectsScene.TARGET))
                                    .uploads())
                    .isEmpty();
            assertThat(scene.context(1).paced() - before)
                    .as("reads the large object once at most")
                    .isLessThanOrEqualTo(ObjectsScene.LARGE + 500_000);
            assertThat(scene.action().verify(context)).isInstanceOf(Verdict.Holds.class);
        }
    }
}
