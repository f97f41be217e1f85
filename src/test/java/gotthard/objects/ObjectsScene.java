package gotthard.objects;

import gotthard.action.Action;
import gotthard.action.Before;
import gotthard.action.Context;
import gotthard.action.DeclarationContract;
import gotthard.action.Key;
import gotthard.action.LentContext;
import gotthard.action.Sight;
import gotthard.action.Unreachable;
import gotthard.inventory.CountryCode;
import gotthard.inventory.DataTypeName;
import gotthard.inventory.Endpoint;
import gotthard.inventory.EndpointName;
import gotthard.inventory.Inventory;
import gotthard.inventory.RegionName;
import gotthard.inventory.Site;
import gotthard.inventory.SiteName;
import gotthard.transfer.Sha256;
import gotthard.world.Cell;
import gotthard.world.CellId;
import gotthard.world.Level;

import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.services.s3.S3Client;

import java.time.Clock;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;

/// Two servers with a bucket each: objects of Europe in one, and somebody else's objects in the other.
public final class ObjectsScene implements DeclarationContract.Scene {
    public static final SiteName MOSCOW = new SiteName("moscow");
    public static final SiteName ZURICH = new SiteName("zurich-1");
    public static final EndpointName FROM = new EndpointName(MOSCOW, "s3");
    public static final EndpointName TO = new EndpointName(ZURICH, "s3");
    public static final String SOURCE = "uploads";
    public static final String TARGET = "blobs";

    /// In two parts.
    public static final int LARGE = 12 << 20;

    private static final int SMALL = 12;

    public final S3Client from;
    public final S3Client to;
    private final Store source;
    private final Store target;
    private final Map<Integer, LentContext> contexts = new HashMap<>();
    private final Random random = new Random(7);

    public ObjectsScene(Store source, Store target) throws Exception {
        this.source = source;
        this.target = target;
        from = source.client(FROM);
        to = target.client(TO);
        from.createBucket(asked -> asked.bucket(SOURCE));
        to.createBucket(asked -> asked.bucket(TARGET));
        write(to, TARGET, "other/foreign.txt", bytes(100));
    }

    /// Twelve small objects, an empty one and a large one; the target has one more that the source has not.
    public ObjectsScene filled() {
        for (int i = 0; i < SMALL; i++) {
            write(from, SOURCE, "europe/d" + i % 3 + "/object-" + i, bytes(20_000));
        }
        write(from, SOURCE, "europe/empty", new byte[0]);
        write(from, SOURCE, "europe/large", bytes(LARGE));
        write(from, SOURCE, "russia/object", bytes(100));
        described();
        write(to, TARGET, "europe/theirs", bytes(100));
        return this;
    }

    private void described() {
        boolean tags = source.keepsTags() && target.keepsTags();
        from.putObject(
                asked ->
                        asked.bucket(SOURCE)
                                .key("europe/with käse & more.txt")
                                .contentType("text/markdown")
                                .cacheControl("max-age=60")
                                .contentLanguage("de-CH")
                                .contentDisposition("attachment; filename=\"a b\"")
                                .metadata(Map.of("owner", "records office", "gotthard-key", "old"))
                                .tagging(tags ? "region=europe&class=a%20b" : null),
                RequestBody.fromString("described"));
    }

    public static void write(S3Client client, String bucket, String name, byte[] bytes) {
        client.putObject(asked -> asked.bucket(bucket).key(name), RequestBody.fromBytes(bytes));
    }

    public byte[] bytes(int count) {
        var bytes = new byte[count];
        random.nextBytes(bytes);
        return bytes;
    }

    public static CellId cell(String region) {
        return new CellId(new RegionName(region), new DataTypeName("uploads"));
    }

    @Override
    public Action action() {
        return action(gotthard.objects.Level.FULL);
    }

    Action action(gotthard.objects.Level level) {
        return new CopyAction(MOSCOW, ZURICH, List.of(shelves()), CopyKind.Versions.CURRENT, level);
    }

    Action histories(gotthard.objects.Level level) {
        return new CopyAction(MOSCOW, ZURICH, List.of(shelves()), CopyKind.Versions.ALL, level);
    }

    static CellShelves shelves() {
        return new CellShelves(
                cell("europe"), new Shelf(FROM, SOURCE, "europe"), new Shelf(TO, TARGET, "europe"));
    }

    @Override
    public LentContext context(int run) {
        return contexts.computeIfAbsent(
                run, number -> context(number, source.endpoint(FROM), target.endpoint(TO)));
    }

    static LentContext context(int run, Endpoint.Objects from, Endpoint.Objects to) {
        return new LentContext(
                inventory(from, to),
                Key.of("run-" + run, "objects", 1),
                Clock.systemUTC(),
                Duration.ofMinutes(1));
    }

    /// Names with the content and the attributes of all objects, and the uploads that go on.
    @Override
    public Map<String, String> world() {
        var world = new TreeMap<String, String>();
        world.putAll(bucket("source", from, SOURCE));
        world.putAll(bucket("target", to, TARGET));
        return world;
    }

    static Map<String, String> bucket(String as, S3Client client, String bucket) {
        var world = new TreeMap<String, String>();
        client.listObjectsV2Paginator(asked -> asked.bucket(bucket))
                .contents()
                .forEach(
                        one -> {
                            var read =
                                    client.getObjectAsBytes(
                                            asked -> asked.bucket(bucket).key(one.key()));
                            var digest = Sha256.begin();
                            digest.update(read.asByteArrayUnsafe());
                            world.put(
                                    as + " " + one.key(),
                                    Sha256.end(digest).brief()
                                            + " "
                                            + Answers.head(read.response()).attributes());
                        });
        client.listMultipartUploads(asked -> asked.bucket(bucket))
                .uploads()
                .forEach(one -> world.put(as + " upload of " + one.key(), one.uploadId()));
        return world;
    }

    @Override
    public List<Cell> cells() {
        return List.of(
                new Cell(
                        cell("europe"),
                        false,
                        List.of(MOSCOW),
                        List.of(ZURICH),
                        List.of(),
                        Set.of()));
    }

    @Override
    public Map<Sight, Level> levels() {
        Map<String, String> source = bucket("", from, SOURCE);
        Map<String, String> target = bucket("", to, TARGET);
        source.keySet().removeIf(name -> !name.startsWith(" europe/"));
        long there = source.keySet().stream().filter(target::containsKey).count();
        return Map.of(
                new Sight(cell("europe"), MOSCOW, Sight.Quality.STORED),
                Level.FULL,
                new Sight(cell("europe"), ZURICH, Sight.Quality.STORED),
                there == 0 ? Level.NONE : there == source.size() ? Level.FULL : Level.HALF);
    }

    @Override
    public String leaving(String thing, String now) {
        if (thing.contains(" .gotthard-")) {
            return "marks of the step in .gotthard-… in the target bucket";
        }
        return thing.contains(" upload of ")
                ? "uploads in parts that have not come to their end"
                : "objects that have arrived, each with the key of the step in its metadata";
    }

    @Override
    public void disturb() {
        write(to, TARGET, "europe/d1/object-1", bytes(20_000));
    }

    @Override
    public boolean cutOff(Context context, Before before) throws Exception {
        cutWhile(() -> action().apply(context, before));
        return true;
    }

    /// Breaks the way to the target in the middle of the large object, and calls.
    public void cutWhile(Attempt attempt) throws Exception {
        target.relay().cutAfter(LARGE / 2);
        try {
            attempt.run();
        } catch (Unreachable _) {
            // as expected: the connection is cut
        }
        target.relay().heal();
    }

    /// What is cut off.
    public interface Attempt {
        void run() throws Exception;
    }

    public Store target() {
        return target;
    }

    Store source() {
        return source;
    }

    @Override
    public void close() {
        contexts.values().forEach(LentContext::close);
        from.close();
        to.close();
        source.close();
        target.close();
    }

    private static Inventory inventory(Endpoint.Objects from, Endpoint.Objects to) {
        return new Inventory(
                "test",
                Optional.empty(),
                Map.of(MOSCOW, site(MOSCOW, from), ZURICH, site(ZURICH, to)),
                Map.of(),
                Map.of(),
                Set.of(),
                Map.of());
    }

    private static Site site(SiteName name, Endpoint.Objects server) {
        return new Site(
                name,
                new CountryCode("CH"),
                Optional.empty(),
                Map.of(),
                Map.of(),
                List.of(server),
                Optional.empty(),
                List.of(),
                Optional.empty());
    }
}
