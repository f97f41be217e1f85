package gotthard.clearing;

import static gotthard.clearing.ClearingScene.MOSCOW;
import static gotthard.clearing.ClearingScene.ZURICH;

import static org.assertj.core.api.Assertions.assertThat;

import gotthard.action.Evidence;
import gotthard.action.Verdict;
import gotthard.objects.Gateway;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.services.s3.model.BucketVersioningStatus;
import software.amazon.awssdk.services.s3.model.ObjectVersion;

import java.nio.file.Path;

/// On versitygw, which keeps tags and versions.
@Tag("lab")
final class DeleteOnGatewayLabTest extends DeleteContract {
    @TempDir Path folder;

    @Override
    InBuckets empty() throws Exception {
        return new InBuckets(
                new Gateway(folder.resolve("moscow")), new Gateway(folder.resolve("zurich")));
    }

    @Override
    String kept() {
        return ".gotthard-other/europe/fence";
    }

    private InBuckets versioned() throws Exception {
        InBuckets scene = empty();
        scene.here.putBucketVersioning(
                asked ->
                        asked.bucket(InBuckets.BUCKET)
                                .versioningConfiguration(
                                        to -> to.status(BucketVersioningStatus.ENABLED)));
        scene.put(MOSCOW, "files/europe/d0/file-00", "older");
        scene.filled();
        return scene;
    }

    private static long versions(InBuckets scene) {
        return scene
                .here
                .listObjectVersionsPaginator(
                        asked -> asked.bucket(InBuckets.BUCKET).prefix("files/europe/"))
                .versions()
                .stream()
                .map(ObjectVersion::key)
                .count();
    }

    @Test
    void saysWhichVersionsItDoesNotReach() throws Exception {
        try (InBuckets scene = versioned()) {
            Evidence evidence = changed(scene.action().apply(scene.context(1), NOTHING));

            assertThat(scene.stored(MOSCOW)).containsOnlyKeys("files/russia/r");
            assertThat(versions(scene)).isEqualTo(31);
            assertThat(evidence.details())
                    .contains(
                            "moscow/blobs-1:blobs/files/europe keeps versions: 31 of these names and 30 delete markers");
            assertThat(scene.action().verify(scene.context(1))).isInstanceOf(Verdict.Holds.class);
        }
    }

    @Test
    void deletesVersionsWhereThatIsWritten() throws Exception {
        try (InBuckets scene = versioned()) {
            var action = scene.action(false, DeleteKind.Versions.ALL, "europe");

            Evidence evidence = changed(action.apply(scene.context(1), NOTHING));

            assertThat(versions(scene)).isZero();
            assertThat(scene.stored(MOSCOW)).containsOnlyKeys("files/russia/r");
            assertThat(evidence.details())
                    .contains(
                            "61 older versions and delete markers, which nobody compared, were deleted, too")
                    .noneMatch(line -> line.contains("keeps versions"));
        }
    }

    /// What is deleted before what hides it never comes to light.
    @Test
    void deletesManyVersionsOfEachName() throws Exception {
        try (InBuckets scene = versioned()) {
            for (int i = 0; i < 6; i++) {
                scene.filled();
            }
            var action = scene.action(false, DeleteKind.Versions.ALL, "europe");

            changed(action.apply(scene.context(1), NOTHING));

            assertThat(versions(scene)).isZero();
            assertThat(scene.stored(MOSCOW)).containsOnlyKeys("files/russia/r");
        }
    }

    @Test
    void leavesWhatHasTheTagOfAnother() throws Exception {
        try (InBuckets scene = empty()) {
            scene.tagged();
            for (String region : new String[] {"europe", "russia"}) {
                String name = "all/" + region;
                scene.put(ZURICH, name, region);
                scene.here.putObject(
                        asked ->
                                asked.bucket(InBuckets.BUCKET)
                                        .key(name)
                                        .tagging("region=" + region),
                        RequestBody.fromString(region));
            }
            scene.put(MOSCOW, "all/nobody", "nobody's");

            changed(scene.action().apply(scene.context(1), NOTHING));

            assertThat(scene.stored(MOSCOW)).containsOnlyKeys("all/russia", "all/nobody");
            assertThat(scene.copyOfRussia().verify(scene.context(2)))
                    .isInstanceOf(Verdict.Holds.class);
        }
    }
}
