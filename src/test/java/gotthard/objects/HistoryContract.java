package gotthard.objects;

import static org.assertj.core.api.Assertions.assertThat;

import gotthard.action.Action;
import gotthard.action.ActionContract;
import gotthard.action.Context;
import gotthard.action.Difference;
import gotthard.action.Outcome;
import gotthard.action.Unreachable;
import gotthard.action.Verdict;

import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.Test;

import software.amazon.awssdk.core.sync.RequestBody;

import java.util.List;
import java.util.Map;

/// `objects.copy` of all versions keeps what every action promises, and its own promises.
abstract class HistoryContract extends ActionContract {
    abstract Store server(String name) throws Exception;

    @Override
    protected final HistoryScene scene() throws Exception {
        return empty().filled();
    }

    private HistoryScene empty() throws Exception {
        return new HistoryScene(server("moscow"), server("zurich"));
    }

    private static String version(HistoryScene scene, String object, int index) {
        return HistoryScene.versions(scene.objects.to, ObjectsScene.TARGET, object)
                .get(index)
                .version();
    }

    private static void delete(HistoryScene scene, String object, String version) {
        scene.objects.to.deleteObject(
                asked -> asked.bucket(ObjectsScene.TARGET).key(object).versionId(version));
    }

    @Test
    void showsTheSameHistory() throws Exception {
        try (HistoryScene scene = scene()) {
            scene.action().apply(scene.context(1), CopyContract.NOTHING);

            assertThat(scene.target()).isEqualTo(scene.source()).hasSize(16);
            assertThat(scene.action().verify(scene.context(1)))
                    .isInstanceOfSatisfying(
                            Verdict.Holds.class,
                            holds -> {
                                assertThat(holds.evidence().compared()).isEqualTo(16);
                                assertThat(holds.evidence().statement())
                                        .startsWith(
                                                "12 versions, 12.6 MB and 4 delete markers of 6 objects, in their order, equal by SHA-256");
                            });
        }
    }

    @Test
    void goesOnWhereTheSourceWasWrittenOverSince() throws Exception {
        try (HistoryScene scene = scene()) {
            scene.action().apply(scene.context(1), CopyContract.NOTHING);
            scene.write("plain", "new");
            scene.write("back", "again");

            Outcome outcome = scene.action().apply(scene.context(1), CopyContract.NOTHING);

            assertThat(outcome)
                    .isInstanceOfSatisfying(
                            Outcome.Changed.class,
                            changed -> assertThat(changed.evidence().compared()).isEqualTo(2));
            assertThat(scene.target()).isEqualTo(scene.source());
        }
    }

    @Test
    void bringsNothingTwiceAfterACut() throws Exception {
        try (HistoryScene scene = scene()) {
            scene.cutOff(scene.context(1), CopyContract.NOTHING);
            assertThat(scene.target()).hasSizeLessThan(16);

            scene.action().apply(scene.context(1), CopyContract.NOTHING);

            assertThat(scene.target()).isEqualTo(scene.source());
        }
    }

    @Test
    void namesAVersionThatIsMissingInTheMiddle() throws Exception {
        try (HistoryScene scene = scene()) {
            scene.action().apply(scene.context(1), CopyContract.NOTHING);
            delete(scene, "europe/plain", version(scene, "europe/plain", 1));
            delete(scene, "europe/back", version(scene, "europe/back", 4));

            Verdict verdict = scene.action().verify(scene.context(1));

            assertThat(verdict)
                    .isInstanceOfSatisfying(
                            Verdict.Differs.class,
                            differs ->
                                    assertThat(differs.differences())
                                            .extracting(Difference::toString)
                                            .containsExactly(
                                                    "zurich-1/s3:blobs/europe/back, version 5 of 5: wanted a delete marker, found missing",
                                                    "zurich-1/s3:blobs/europe/plain, version 2 of 3: wanted 3 bytes, found missing"));
        }
    }

    @Test
    void refusesToMakeAnotherHistoryOfWhatOthersWrote() throws Exception {
        try (HistoryScene scene = scene()) {
            scene.disturb();
            Map<String, String> world = scene.world();

            Assertions.assertThatThrownBy(
                            () -> scene.action().apply(scene.context(1), CopyContract.NOTHING))
                    .isInstanceOf(Unreachable.class)
                    .hasMessageContaining(
                            "zurich-1/s3:blobs/europe/plain, version 1 of 1, is not that of the source");

            assertThat(scene.world()).isEqualTo(world);
        }
    }

    @Test
    void takesTheFirstVersionsThatOthersBroughtForGoodAndLeavesThem() throws Exception {
        try (HistoryScene scene = scene()) {
            for (String content : List.of("one", "two")) {
                scene.objects.to.putObject(
                        asked -> asked.bucket(ObjectsScene.TARGET).key("europe/plain"),
                        RequestBody.fromString(content));
            }
            Map<String, String> world = scene.world();

            scene.action().apply(scene.context(1), CopyContract.NOTHING);
            List<String> copied = scene.target();
            Verdict verdict = scene.action().verify(scene.context(1));
            scene.action().rollback(scene.context(1), CopyContract.NOTHING);

            assertThat(copied).isEqualTo(scene.source());
            assertThat(verdict).isInstanceOf(Verdict.Holds.class);
            assertThat(scene.world()).isEqualTo(world);
        }
    }

    @Test
    void removesNoVersionAndNoMarkerOfOthers() throws Exception {
        try (HistoryScene scene = scene()) {
            Context context = scene.context(1);
            scene.action().apply(context, CopyContract.NOTHING);
            scene.disturb();
            scene.objects.to.deleteObject(
                    asked -> asked.bucket(ObjectsScene.TARGET).key("europe/large"));
            scene.objects.to.deleteObject(
                    asked -> asked.bucket(ObjectsScene.TARGET).key("europe/deleted"));

            scene.action().rollback(context, CopyContract.NOTHING);

            assertThat(scene.target())
                    .containsExactly(
                            "europe/deleted -", "europe/large -", "europe/plain theirs []");
            assertThat(scene.action().restored(context, CopyContract.NOTHING))
                    .isInstanceOf(Verdict.Holds.class);
        }
    }

    @Test
    void removesMarkersThatWereMadeRightBeforeACut() throws Exception {
        try (HistoryScene scene = scene()) {
            Context context = scene.context(1);
            Map<String, String> world = scene.world();
            scene.action().apply(context, CopyContract.NOTHING);
            forgetMarkers(scene);

            scene.action().rollback(context, CopyContract.NOTHING);

            assertThat(scene.world()).isEqualTo(world);
        }
    }

    /// As if the coordinator had died before it noted which versions they have.
    private static void forgetMarkers(HistoryScene scene) {
        for (var one :
                scene.objects
                        .to
                        .listObjectsV2(
                                asked -> asked.bucket(ObjectsScene.TARGET).prefix(Mark.START))
                        .contents()) {
            if (one.key().contains("/markers-")) {
                String[] lines =
                        scene.objects
                                .to
                                .getObjectAsBytes(
                                        asked -> asked.bucket(ObjectsScene.TARGET).key(one.key()))
                                .asUtf8String()
                                .split("\n");
                for (int i = 1; i < lines.length; i++) {
                    lines[i] = lines[i].replaceFirst(" .*", " -");
                }
                scene.objects.to.putObject(
                        asked -> asked.bucket(ObjectsScene.TARGET).key(one.key()),
                        RequestBody.fromString(String.join("\n", lines)));
            }
        }
    }

    @Test
    void comparesByRecordsAndByNumbersToo() throws Exception {
        try (HistoryScene scene = scene()) {
            Context context = scene.context(1);
            scene.action().apply(context, CopyContract.NOTHING);
            long before = scene.context(1).paced();

            for (Level level : List.of(Level.RECORDED, Level.COUNT)) {
                Action action = scene.objects.histories(level);

                assertThat(action.verify(context)).isInstanceOf(Verdict.Holds.class);
            }

            assertThat(scene.context(1).paced() - before)
                    .as("what is recorded is read at the target only")
                    .isLessThan(ObjectsScene.LARGE * 3L / 2);
        }
    }
}
