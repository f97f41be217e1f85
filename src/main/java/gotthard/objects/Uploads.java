package gotthard.objects;

import static gotthard.objects.Answers.orNull;

import gotthard.action.Unreachable;

import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.CompletedPart;
import software.amazon.awssdk.services.s3.model.ListPartsResponse;

import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/// Objects that are made of parts (multipart uploads) at one server.
record Uploads(S3Client client, Requests requests) {
    /// A part that has arrived.
    ///
    /// @param tag by which the whole is put together
    record Part(long size, String tag) {}

    /// Begins one.
    ///
    /// @return its name at the server
    String begin(String bucket, String object, Attributes attributes)
            throws Unreachable, InterruptedException {
        return requests.ask(
                        "begin an upload of",
                        bucket + "/" + object,
                        () ->
                                client.createMultipartUpload(
                                        asked -> {
                                            asked.bucket(bucket).key(object);
                                            Answers.describe(attributes, asked);
                                        }))
                .uploadId();
    }

    /// The parts that have arrived, by number; nothing where there is no such upload any more.
    Optional<SortedMap<Integer, Part>> parts(String bucket, String object, String upload)
            throws Unreachable, InterruptedException {
        var parts = new TreeMap<Integer, Part>();
        try {
            boolean isMore = true;
            Integer after = null;
            while (isMore) {
                Integer marker = after;
                ListPartsResponse page =
                        requests.attempt(
                                "list the parts of",
                                bucket + "/" + object,
                                () ->
                                        client.listParts(
                                                asked ->
                                                        asked.bucket(bucket)
                                                                .key(object)
                                                                .uploadId(upload)
                                                                .partNumberMarker(marker)));
                page.parts()
                        .forEach(
                                part ->
                                        parts.put(
                                                part.partNumber(),
                                                new Part(part.size(), part.eTag())));
                after = page.nextPartNumberMarker();
                isMore = Boolean.TRUE.equals(page.isTruncated());
            }
            return Optional.of(parts);
        } catch (Refusal refusal) {
            if (refusal.isMissing()) {
                return Optional.empty();
            }
            throw refusal.unreachable();
        }
    }

    /// Sends one part.
    Part send(String bucket, String object, String upload, int number, byte[] bytes)
            throws Unreachable, InterruptedException {
        String tag =
                requests.ask(
                                "write a part of",
                                bucket + "/" + object,
                                () ->
                                        client.uploadPart(
                                                asked ->
                                                        asked.bucket(bucket)
                                                                .key(object)
                                                                .uploadId(upload)
                                                                .partNumber(number),
                                                Body.sending(bytes)))
                        .eTag();
        return new Part(bytes.length, tag);
    }

    /// Makes the object of its parts.
    ///
    /// @return false where something else stands in its place than what is expected, if the server is one that looks
    boolean complete(
            String bucket,
            String object,
            String upload,
            Map<Integer, Part> parts,
            Expected expected)
            throws Unreachable, InterruptedException {
        var all =
                new TreeMap<>(parts)
                        .entrySet().stream()
                                .map(
                                        part ->
                                                CompletedPart.builder()
                                                        .partNumber(part.getKey())
                                                        .eTag(part.getValue().tag())
                                                        .build())
                                .toList();
        try {
            requests.attempt(
                    "put together",
                    bucket + "/" + object,
                    () ->
                            client.completeMultipartUpload(
                                    asked ->
                                            asked.bucket(bucket)
                                                    .key(object)
                                                    .uploadId(upload)
                                                    .ifNoneMatch(orNull(expected.noneMatch()))
                                                    .ifMatch(orNull(expected.match()))
                                                    .multipartUpload(whole -> whole.parts(all))));
            return true;
        } catch (Refusal refusal) {
            if (refusal.isConflict() || refusal.isMissing()) {
                return false;
            }
            throw refusal.unreachable();
        }
    }

    /// Drops one and its parts, if it is there.
    void abort(String bucket, String object, String upload)
            throws Unreachable, InterruptedException {
        try {
            requests.attempt(
                    "drop an upload of",
                    bucket + "/" + object,
                    () ->
                            client.abortMultipartUpload(
                                    asked -> asked.bucket(bucket).key(object).uploadId(upload)));
        } catch (Refusal refusal) {
            if (!refusal.isMissing()) {
                throw refusal.unreachable();
            }
        }
    }
}
