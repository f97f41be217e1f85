package gotthard.clearing;

import static org.assertj.core.api.Assertions.assertThat;

import gotthard.action.Evidence;
import gotthard.objects.Proxy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.nio.file.Path;

/// In buckets of S3Proxy.
final class DeleteInBucketsTest extends DeleteContract {
    @TempDir Path folder;

    @Override
    InBuckets empty() throws Exception {
        return new InBuckets(
                new Proxy(folder.resolve("moscow")), new Proxy(folder.resolve("zurich")));
    }

    @Override
    String kept() {
        return ".gotthard-other/europe/fence";
    }

    @Test
    void saysWhichUploadsHaveNotComeToTheirEnd() throws Exception {
        try (var scene = empty()) {
            scene.filled();
            scene.beginUpload("files/europe/d0/file-00");

            Evidence evidence = changed(scene.action().apply(scene.context(1), NOTHING));

            assertThat(evidence.details())
                    .contains(
                            "moscow/blobs-1:blobs/files/europe keeps the parts of 1 upload of these names that has not come to an end");
        }
    }
}
