package gotthard.objects;

import static org.assertj.core.api.Assertions.assertThat;

import gotthard.action.Context;
import gotthard.action.Verdict;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import software.amazon.awssdk.services.s3.model.BucketVersioningStatus;

import java.nio.file.Path;

/// Between two versitygw servers, which check signatures and keep tags and versions.
@Tag("lab")
final class CopyOnGatewayLabTest extends CopyContract {
    @TempDir Path folder;

    @Override
    Store server(String name) throws Exception {
        return new Gateway(folder.resolve(name));
    }

    @Test
    void bringsTags() throws Exception {
        try (ObjectsScene scene = empty().filled()) {
            Context context = scene.context(1);

            scene.action().apply(context, NOTHING);

            assertThat(
                            scene.to
                                    .getObjectTagging(
                                            asked ->
                                                    asked.bucket(ObjectsScene.TARGET)
                                                            .key("europe/with käse & more.txt"))
                                    .tagSet())
                    .extracting(tag -> tag.key() + "=" + tag.value())
                    .containsExactlyInAnyOrder("region=europe", "class=a b");
            assertThat(scene.action().verify(context)).isInstanceOf(Verdict.Holds.class);
        }
    }

    @Test
    void removesTheVersionsThatItMadeFromBelowLaterOnes() throws Exception {
        try (ObjectsScene scene = empty()) {
            scene.to.putBucketVersioning(
                    asked ->
                            asked.bucket(ObjectsScene.TARGET)
                                    .versioningConfiguration(
                                            to -> to.status(BucketVersioningStatus.ENABLED)));
            scene.filled();
            Context context = scene.context(1);
            scene.action().apply(context, NOTHING);
            scene.disturb();

            scene.action().rollback(context, NOTHING);

            assertThat(
                            scene.to
                                    .listObjectVersions(asked -> asked.bucket(ObjectsScene.TARGET))
                                    .versions())
                    .extracting(version -> version.key())
                    .containsExactlyInAnyOrder(
                            "other/foreign.txt", "europe/theirs", "europe/d1/object-1");
            assertThat(scene.action().restored(context, NOTHING)).isInstanceOf(Verdict.Holds.class);
        }
    }
}
