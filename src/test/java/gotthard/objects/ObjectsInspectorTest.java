package gotthard.objects;

import static org.assertj.core.api.Assertions.assertThat;

import gotthard.action.Access;
import gotthard.action.Inspector;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.nio.file.Path;
import java.util.List;

/// What preflight sees of a server of objects.
final class ObjectsInspectorTest {
    private static final Access THERE =
            new Access.Objects(
                    ObjectsScene.FROM, Rights.LISTING, ObjectsScene.SOURCE, Access.Phase.ALL);
    private static final Access NOT_THERE =
            new Access.Objects(ObjectsScene.FROM, Rights.LISTING, "elsewhere", Access.Phase.ALL);

    @TempDir Path folder;
    private final ObjectsInspector inspector = new ObjectsInspector();
    private ObjectsScene scene;

    @BeforeEach
    void startServers() throws Exception {
        scene = new ObjectsScene(new Proxy(folder.resolve("a")), new Proxy(folder.resolve("b")));
    }

    @AfterEach
    void stopServers() {
        scene.close();
    }

    @Test
    void looksAtTheClockAndAtEachBucket() throws Exception {
        var endpoint = scene.source().endpoint(ObjectsScene.FROM);

        List<Inspector.Finding> findings =
                inspector.inspect(scene.context(1), endpoint, List.of(NOT_THERE, THERE));

        assertThat(findings)
                .contains(
                        new Inspector.Finding.Bad(
                                "bucket elsewhere",
                                "moscow/s3 has no bucket elsewhere",
                                "make the bucket, or correct the store in the inventory"),
                        new Inspector.Finding.Good(
                                "bucket uploads", "answers and keeps no versions"));
    }

    @Test
    void tellsWhichRightLacks() throws Exception {
        var endpoint = scene.source().endpoint(ObjectsScene.FROM);

        List<Inspector.Lack> lacking =
                inspector.lacking(scene.context(1), endpoint, List.of(NOT_THERE, THERE));

        assertThat(lacking)
                .extracting(Inspector.Lack::right)
                .containsExactly("s3:ListBucket on elsewhere");
    }
}
