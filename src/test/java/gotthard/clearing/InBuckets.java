package gotthard.clearing;

import gotthard.action.Before;
import gotthard.action.Context;
import gotthard.action.Kind;
import gotthard.action.Unreachable;
import gotthard.inventory.CountryCode;
import gotthard.inventory.Site;
import gotthard.inventory.SiteName;
import gotthard.inventory.StoreName;
import gotthard.objects.Store;

import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.services.s3.S3Client;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/// Two servers of objects in this process.
final class InBuckets extends ClearingScene {
    static final String BUCKET = "blobs";

    final S3Client here;
    private final Store moscow;
    private final Store zurich;
    private final S3Client there;

    InBuckets(Store moscow, Store zurich) throws Exception {
        this.moscow = moscow;
        this.zurich = zurich;
        here = moscow.client(endpoint(MOSCOW));
        there = zurich.client(endpoint(ZURICH));
        here.createBucket(asked -> asked.bucket(BUCKET));
        there.createBucket(asked -> asked.bucket(BUCKET));
    }

    private S3Client client(SiteName site) {
        return site.equals(MOSCOW) ? here : there;
    }

    @Override
    void put(SiteName site, String name, String content) {
        client(site)
                .putObject(
                        asked -> asked.bucket(BUCKET).key(name), RequestBody.fromString(content));
    }

    @Override
    Kind<?> copyKind() {
        return new gotthard.objects.CopyKind();
    }

    @Override
    void remove(SiteName site, String name) {
        client(site).deleteObject(asked -> asked.bucket(BUCKET).key(name));
    }

    /// Begins an upload in parts that nobody ends.
    void beginUpload(String name) {
        here.createMultipartUpload(asked -> asked.bucket(BUCKET).key(name));
    }

    @Override
    Map<String, String> stored(SiteName site) {
        Map<String, String> stored = all(site);
        stored.keySet().removeIf(name -> name.startsWith(".gotthard-"));
        return stored;
    }

    @Override
    Map<String, String> all(SiteName site) {
        var all = new TreeMap<String, String>();
        client(site)
                .listObjectsV2Paginator(asked -> asked.bucket(BUCKET))
                .contents()
                .forEach(
                        one ->
                                all.put(
                                        one.key(),
                                        client(site)
                                                .getObjectAsBytes(
                                                        asked ->
                                                                asked.bucket(BUCKET).key(one.key()))
                                                .asUtf8String()));
        return all;
    }

    @Override
    Site site(SiteName name, StoreName store) {
        Store server = name.equals(MOSCOW) ? moscow : zurich;
        return new Site(
                name,
                new CountryCode("CH"),
                Optional.empty(),
                Map.of(),
                Map.of(store, new gotthard.inventory.Store.InBucket(store, endpoint(name), BUCKET)),
                List.of(server.endpoint(endpoint(name))),
                Optional.empty(),
                List.of(),
                Optional.empty());
    }

    @Override
    public boolean cutOff(Context context, Before before) throws Exception {
        moscow.relay().cutAfter(70_000);
        try {
            action().apply(context, before);
        } catch (Unreachable _) {
            // as expected: the connection is cut
        }
        moscow.relay().heal();
        return true;
    }

    @Override
    public void close() {
        super.close();
        here.close();
        there.close();
        moscow.close();
        zurich.close();
    }
}
