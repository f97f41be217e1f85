package gotthard.objects;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import software.amazon.awssdk.services.s3.model.Tag;

import java.nio.file.Path;
import java.util.List;

/// Between two versitygw servers, which keep tags of each version.
@org.junit.jupiter.api.Tag("lab")
final class HistoryOnGatewayLabTest extends HistoryContract {
    @TempDir Path folder;

    @Override
    Store server(String name) throws Exception {
        return new Gateway(folder.resolve(name));
    }

    @Test
    void bringsTheTagsOfEachVersion() throws Exception {
        try (HistoryScene scene = scene()) {
            scene.action().apply(scene.context(1), CopyContract.NOTHING);

            assertThat(
                            HistoryScene.versions(
                                            scene.objects.to,
                                            ObjectsScene.TARGET,
                                            "europe/described")
                                    .stream()
                                    .flatMap(one -> tags(scene, one).stream()))
                    .extracting(Tag::value)
                    .containsExactly("first", "second");
        }
    }

    private static List<Tag> tags(HistoryScene scene, HistoryScene.Seen one) {
        return scene.objects
                .to
                .getObjectTagging(
                        asked ->
                                asked.bucket(ObjectsScene.TARGET)
                                        .key(one.object())
                                        .versionId(one.version()))
                .tagSet();
    }
}
