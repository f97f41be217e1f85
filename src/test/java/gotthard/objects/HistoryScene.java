package gotthard.objects;

import gotthard.action.Action;
import gotthard.action.Before;
import gotthard.action.Context;
import gotthard.action.DeclarationContract;
import gotthard.action.LentContext;
import gotthard.action.Sight;
import gotthard.transfer.Sha256;
import gotthard.world.Cell;
import gotthard.world.Level;

import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.BucketVersioningStatus;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/// Two servers with a bucket each that keeps versions: objects of Europe that were written over and deleted in one, and somebody else's in
/// the other.
final class HistoryScene implements DeclarationContract.Scene {
    private static final int SHORT = 50;

    final ObjectsScene objects;

    HistoryScene(Store source, Store target) throws Exception {
        objects = new ObjectsScene(source, target);
        write("null", "before versions were kept");
        keepVersions(objects.from, ObjectsScene.SOURCE);
        keepVersions(objects.to, ObjectsScene.TARGET);
    }

    static void keepVersions(S3Client client, String bucket) {
        client.putBucketVersioning(
                asked ->
                        asked.bucket(bucket)
                                .versioningConfiguration(
                                        to -> to.status(BucketVersioningStatus.ENABLED)));
    }

    HistoryScene filled() {
        write("null", "after");
        for (String content : List.of("one", "two", "six")) {
            write("plain", content);
        }
        write("deleted", "one");
        delete("deleted");
        write("back", "one");
        delete("back");
        delete("back");
        write("back", "two");
        delete("back");
        described("described", "older", "first");
        described("described", "newer", "second");
        ObjectsScene.write(
                objects.from,
                ObjectsScene.SOURCE,
                "europe/large",
                objects.bytes(ObjectsScene.LARGE));
        write("large", "small now");
        ObjectsScene.write(objects.from, ObjectsScene.SOURCE, "russia/object", new byte[1]);
        ObjectsScene.write(objects.to, ObjectsScene.TARGET, "europe/theirs", new byte[1]);
        return this;
    }

    void write(String name, String content) {
        ObjectsScene.write(
                objects.from,
                ObjectsScene.SOURCE,
                "europe/" + name,
                content.getBytes(StandardCharsets.UTF_8));
    }

    private void delete(String name) {
        objects.from.deleteObject(asked -> asked.bucket(ObjectsScene.SOURCE).key("europe/" + name));
    }

    private void described(String name, String content, String owner) {
        boolean tags = objects.source().keepsTags() && objects.target().keepsTags();
        objects.from.putObject(
                asked ->
                        asked.bucket(ObjectsScene.SOURCE)
                                .key("europe/" + name)
                                .contentType("text/markdown")
                                .metadata(Map.of("owner", owner))
                                .tagging(tags ? "turn=" + owner : null),
                RequestBody.fromString(content));
    }

    /// One version as it was read: names of versions of these servers sort by the time of their making.
    record Seen(String object, String version, String content) {}

    static List<Seen> versions(S3Client client, String bucket, String prefix) {
        var all = new ArrayList<Seen>();
        var listed = client.listObjectVersions(asked -> asked.bucket(bucket).prefix(prefix));
        listed.deleteMarkers().forEach(one -> all.add(new Seen(one.key(), one.versionId(), "-")));
        listed.versions().forEach(one -> all.add(read(client, bucket, one.key(), one.versionId())));
        all.sort(
                Comparator.comparing(Seen::object)
                        .thenComparing(one -> one.version().equals("null") ? "" : one.version()));
        return all;
    }

    private static Seen read(S3Client client, String bucket, String object, String version) {
        var read =
                client.getObjectAsBytes(
                        asked -> asked.bucket(bucket).key(object).versionId(version));
        Attributes attributes = Answers.head(read.response()).attributes();
        byte[] bytes = read.asByteArrayUnsafe();
        var digest = Sha256.begin();
        digest.update(bytes);
        String content = bytes.length < SHORT ? read.asUtf8String() : Sha256.end(digest).brief();
        return new Seen(object, version, content + " " + Stamp.without(attributes.own()).values());
    }

    /// What each side keeps of each object, the oldest first, without the names of versions.
    static List<String> history(S3Client client, String bucket) {
        return versions(client, bucket, "europe/").stream()
                .map(one -> one.object() + " " + one.content())
                .toList();
    }

    List<String> source() {
        return history(objects.from, ObjectsScene.SOURCE);
    }

    List<String> target() {
        return history(objects.to, ObjectsScene.TARGET).stream()
                .filter(line -> !line.startsWith("europe/theirs"))
                .toList();
    }

    @Override
    public Action action() {
        return objects.histories(gotthard.objects.Level.FULL);
    }

    @Override
    public LentContext context(int run) {
        return objects.context(run);
    }

    @Override
    public Map<String, String> world() {
        var world = new TreeMap<String, String>();
        versions(objects.from, ObjectsScene.SOURCE, "")
                .forEach(
                        one ->
                                world.put(
                                        "source " + one.object() + " " + one.version(),
                                        one.content()));
        versions(objects.to, ObjectsScene.TARGET, "")
                .forEach(
                        one ->
                                world.put(
                                        "target " + one.object() + " " + one.version(),
                                        one.content()));
        objects.to
                .listMultipartUploads(asked -> asked.bucket(ObjectsScene.TARGET))
                .uploads()
                .forEach(one -> world.put("target upload of " + one.key(), one.uploadId()));
        return world;
    }

    @Override
    public List<Cell> cells() {
        return objects.cells();
    }

    @Override
    public Map<Sight, Level> levels() {
        List<String> source = source();
        List<String> target = target();
        return Map.of(
                new Sight(ObjectsScene.cell("europe"), ObjectsScene.MOSCOW, Sight.Quality.STORED),
                Level.FULL,
                new Sight(ObjectsScene.cell("europe"), ObjectsScene.ZURICH, Sight.Quality.STORED),
                target.isEmpty() ? Level.NONE : target.equals(source) ? Level.FULL : Level.HALF);
    }

    @Override
    public String leaving(String thing, String now) {
        return now.equals("-")
                ? "delete markers above versions that have arrived, each noted in a mark of the step"
                : objects.leaving(thing, now);
    }

    @Override
    public void disturb() {
        ObjectsScene.write(
                objects.to,
                ObjectsScene.TARGET,
                "europe/plain",
                "theirs".getBytes(StandardCharsets.UTF_8));
    }

    @Override
    public boolean cutOff(Context context, Before before) throws Exception {
        objects.cutWhile(() -> action().apply(context, before));
        return true;
    }

    @Override
    public void close() {
        objects.close();
    }
}
