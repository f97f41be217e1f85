package gotthard.objects;

import static gotthard.objects.Answers.orNull;
import static gotthard.objects.Answers.text;

import gotthard.action.Failure;
import gotthard.action.Unreachable;
import gotthard.inventory.EndpointName;
import gotthard.transfer.Refused;

import software.amazon.awssdk.core.ResponseBytes;
import software.amazon.awssdk.core.sync.ResponseTransformer;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.GetObjectResponse;
import software.amazon.awssdk.services.s3.model.ListObjectsV2Response;

import java.io.IOException;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/// A connection to an S3-compatible server. Each request is tried again a few times by itself, with a growing pause.
final class ObjectServer implements AutoCloseable {
    private final S3Client client;
    private final Requests requests;
    private final Uploads uploads;

    ObjectServer(EndpointName name, S3Client client) {
        this.client = client;
        requests = new Requests(name);
        uploads = new Uploads(client, requests);
    }

    EndpointName name() {
        return requests.server();
    }

    /// What it keeps beside what is current.
    Versions versions() {
        return new Versions(client, requests);
    }

    /// Removes the current object where it is the one of this tag; servers that don't look at such a condition remove any.
    ///
    /// @return false where another stands there
    boolean deleteOnly(String bucket, String object, String tag)
            throws Unreachable, InterruptedException {
        return new Deletion(client, requests).deleteOnly(bucket, object, tag);
    }

    /// What is made of parts.
    Uploads uploads() {
        return uploads;
    }

    /// Objects whose names begin so, in pages.
    ///
    /// @param page from [Listed#next] of the page before; empty for the first
    private Listed list(String bucket, String prefix, String page)
            throws Unreachable, InterruptedException {
        ListObjectsV2Response found =
                requests.ask(
                        "list",
                        bucket,
                        () ->
                                client.listObjectsV2(
                                        asked ->
                                                asked.bucket(bucket)
                                                        .prefix(prefix)
                                                        .continuationToken(orNull(page))));
        return new Listed(
                found.contents().stream().map(Answers::listed).toList(),
                text(found.nextContinuationToken()));
    }

    /// What the time is there, if it says so, to the second. Asks for the first name in a bucket.
    Optional<Instant> clock(String bucket) throws Unreachable, InterruptedException {
        return requests.ask(
                        "list",
                        bucket,
                        () -> client.listObjectsV2(asked -> asked.bucket(bucket).maxKeys(1)))
                .sdkHttpResponse()
                .firstMatchingHeader("Date")
                .map(date -> Instant.from(DateTimeFormatter.RFC_1123_DATE_TIME.parse(date)));
    }

    /// Whether a bucket keeps what is overwritten and deleted, or has kept it in the past.
    boolean keepsVersions(String bucket) throws Unreachable, InterruptedException {
        return versioning(bucket) != Versioning.NONE;
    }

    /// What a bucket does with what is overwritten and deleted.
    Versioning versioning(String bucket) throws Unreachable, InterruptedException {
        try {
            return Versioning.of(
                    text(
                            requests.attempt(
                                            "ask for the versioning of",
                                            bucket,
                                            () ->
                                                    client.getBucketVersioning(
                                                            asked -> asked.bucket(bucket)))
                                    .statusAsString()));
        } catch (Refusal refusal) {
            if (refusal.isUnknown()) {
                return Versioning.NONE;
            }
            throw refusal.unreachable();
        }
    }

    /// Why all versions of objects can't come to a bucket, if they can't.
    Optional<Failure> lackingVersions(String bucket) throws Unreachable, InterruptedException {
        return versioning(bucket).lacking(name(), bucket);
    }

    /// What it says of an object, if it is there. Tags are counted, not read.
    ///
    /// @param version empty for the current one
    Optional<Head> head(String bucket, String object, String version)
            throws Unreachable, InterruptedException {
        try {
            return Optional.of(
                    Answers.head(
                            requests.attempt(
                                    "look at",
                                    bucket + "/" + object,
                                    () ->
                                            client.headObject(
                                                    asked ->
                                                            asked.bucket(bucket)
                                                                    .key(object)
                                                                    .versionId(orNull(version))))));
        } catch (Refusal refusal) {
            if (refusal.isMissing()) {
                return Optional.empty();
            }
            throw refusal.unreachable();
        }
    }

    /// Content of an object, if it is there.
    Optional<Body> read(String bucket, String object, Piece piece)
            throws Unreachable, InterruptedException {
        try {
            ResponseBytes<GetObjectResponse> read =
                    requests.attempt(
                            "read",
                            bucket + "/" + object,
                            () ->
                                    client.getObject(
                                            asked ->
                                                    asked.bucket(bucket)
                                                            .key(object)
                                                            .versionId(orNull(piece.version()))
                                                            .range(orNull(piece.range()))
                                                            .ifMatch(orNull(piece.tag())),
                                            ResponseTransformer.toBytes()));
            return Optional.of(new Body(Answers.head(read.response()), read.asByteArrayUnsafe()));
        } catch (Refusal refusal) {
            if (refusal.isMissing()) {
                return Optional.empty();
            }
            if (refusal.isConflict()) {
                throw new Unreachable(
                        Failure.transientFailure(
                                "%s:%s/%s was changed while it was read"
                                        .formatted(name(), bucket, object),
                                "stop what changes it, and try again"));
            }
            throw refusal.unreachable();
        }
    }

    /// The tags of an object.
    ///
    /// @param version empty for the current one
    SortedMap<String, String> tags(String bucket, String object, String version)
            throws Unreachable, InterruptedException {
        var tags = new TreeMap<String, String>();
        requests.ask(
                        "read the tags of",
                        bucket + "/" + object,
                        () ->
                                client.getObjectTagging(
                                        asked ->
                                                asked.bucket(bucket)
                                                        .key(object)
                                                        .versionId(orNull(version))))
                .tagSet()
                .forEach(tag -> tags.put(tag.key(), tag.value()));
        return tags;
    }

    /// Makes an object.
    ///
    /// @return false where something else stands there than what is expected, if the server is one that looks
    boolean put(
            String bucket, String object, byte[] bytes, Attributes attributes, Expected expected)
            throws Unreachable, InterruptedException {
        try {
            requests.attempt(
                    "write",
                    bucket + "/" + object,
                    () ->
                            client.putObject(
                                    asked -> {
                                        asked.bucket(bucket)
                                                .key(object)
                                                .ifNoneMatch(orNull(expected.noneMatch()))
                                                .ifMatch(orNull(expected.match()));
                                        Answers.describe(attributes, asked);
                                    },
                                    Body.sending(bytes)));
            return true;
        } catch (Refusal refusal) {
            if (refusal.isConflict()) {
                return false;
            }
            throw refusal.unreachable();
        }
    }

    /// Removes an object, or one version of it, if it is there.
    ///
    /// @param version empty where the bucket keeps none
    void delete(String bucket, String object, String version)
            throws Unreachable, InterruptedException {
        try {
            requests.attempt(
                    "delete",
                    bucket + "/" + object,
                    () ->
                            client.deleteObject(
                                    asked ->
                                            asked.bucket(bucket)
                                                    .key(object)
                                                    .versionId(orNull(version))));
        } catch (Refusal refusal) {
            if (!refusal.isMissing()) {
                throw refusal.unreachable();
            }
        }
    }

    /// Hears of every object whose name begins so.
    ///
    /// @param kept whether of all its versions
    void each(String bucket, String prefix, boolean kept, Visitor visitor)
            throws IOException, Refused, Unreachable, InterruptedException {
        if (kept) {
            versions()
                    .each(
                            bucket,
                            prefix,
                            one -> {
                                if (!one.isMarker()) {
                                    visitor.visit(one.listed());
                                }
                            });
            return;
        }
        String page = "";
        do {
            Listed listed = list(bucket, prefix, page);
            for (Listed.One one : listed.objects()) {
                visitor.visit(one);
            }
            page = listed.next();
        } while (!page.isEmpty());
    }

    /// Hears of objects.
    @FunctionalInterface
    interface Visitor {
        void visit(Listed.One one) throws IOException, Refused, Unreachable, InterruptedException;
    }

    @Override
    public void close() {
        client.close();
    }
}
