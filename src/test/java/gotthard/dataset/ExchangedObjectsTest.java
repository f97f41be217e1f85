package gotthard.dataset;

import static org.assertj.core.api.Assertions.assertThat;

import gotthard.action.Before;
import gotthard.action.Outcome;
import gotthard.action.Route;
import gotthard.action.Verdict;
import gotthard.inventory.EndpointName;
import gotthard.inventory.Store;
import gotthard.inventory.StoreName;
import gotthard.objects.ObjectRoute;
import gotthard.objects.ObjectsScene;
import gotthard.objects.Proxy;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import software.amazon.awssdk.services.s3.S3Client;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/// `dataset.exchange` between two buckets.
final class ExchangedObjectsTest {
    private static final Before NOTHING = new Before.Absent();

    @TempDir Path folder;

    private ObjectsScene sites;

    @BeforeEach
    void fill() throws Exception {
        sites =
                new ObjectsScene(
                        new Proxy(folder.resolve("moscow")), new Proxy(folder.resolve("zurich")));
        byte[] common = sites.bytes(900);
        write(sites.from, ObjectsScene.SOURCE, "common", common);
        write(sites.to, ObjectsScene.TARGET, "common", common);
        write(sites.from, ObjectsScene.SOURCE, "of-moscow", sites.bytes(500));
        write(sites.to, ObjectsScene.TARGET, "of-zurich", sites.bytes(600));
    }

    @AfterEach
    void close() {
        sites.close();
    }

    private static void write(S3Client client, String bucket, String name, byte[] bytes) {
        ObjectsScene.write(client, bucket, "europe/" + name, bytes);
    }

    private ExchangeAction action() {
        var moscow = end(ObjectsScene.FROM, ObjectsScene.SOURCE);
        var zurich = end(ObjectsScene.TO, ObjectsScene.TARGET);
        return new ExchangeAction(
                new ExchangeAction.Sites(ObjectsScene.MOSCOW, ObjectsScene.ZURICH),
                List.of(
                        new ObjectRoute(
                                ObjectsScene.cell("europe"),
                                moscow,
                                zurich,
                                gotthard.objects.Level.FULL,
                                Route.Manner.MERGE)),
                List.of(
                        new ObjectRoute(
                                ObjectsScene.cell("europe"),
                                zurich,
                                moscow,
                                gotthard.objects.Level.COUNT,
                                Route.Manner.RETURN)),
                Level.FULL);
    }

    private static ObjectRoute.End end(EndpointName server, String bucket) {
        return new ObjectRoute.End(
                new Store.InBucket(new StoreName("intake"), server, bucket), "europe");
    }

    @Test
    void givesBothWhatEitherHasAndTakesItAwayAgain() throws Exception {
        Map<String, String> before = sites.world();

        Outcome outcome = action().apply(sites.context(1), NOTHING);
        Verdict verdict = action().verify(sites.context(1));
        Map<String, String> between = sites.world();
        action().rollback(sites.context(1), NOTHING);

        assertThat(((Outcome.Changed) outcome).evidence().statement())
                .isEqualTo("2 objects, 1,100 bytes, exchanged between moscow and zurich-1");
        assertThat(((Verdict.Holds) verdict).evidence().statement())
                .isEqualTo("3 objects, 2,000 bytes, equal by SHA-256 at moscow and zurich-1");
        assertThat(between).containsKeys("source europe/of-zurich", "target europe/of-moscow");
        assertThat(sites.world()).isEqualTo(before);
        assertThat(action().restored(sites.context(1), NOTHING)).isInstanceOf(Verdict.Holds.class);
    }

    @Test
    void bringsNothingWhereBothHaveOneNameWithDifferentContent() throws Exception {
        write(sites.to, ObjectsScene.TARGET, "common", sites.bytes(900));
        Map<String, String> before = sites.world();

        Outcome outcome = action().apply(sites.context(1), NOTHING);

        assertThat(((Outcome.Failed) outcome).failure().what())
                .contains("zurich-1/s3:blobs/europe/common", "nothing is overwritten");
        assertThat(action().verify(sites.context(1))).isInstanceOf(Verdict.Differs.class);
        assertThat(sites.world()).isEqualTo(before);
    }
}
