package gotthard.objects;

import software.amazon.awssdk.services.s3.model.CreateMultipartUploadRequest;
import software.amazon.awssdk.services.s3.model.DeleteMarkerEntry;
import software.amazon.awssdk.services.s3.model.GetObjectResponse;
import software.amazon.awssdk.services.s3.model.HeadObjectResponse;
import software.amazon.awssdk.services.s3.model.ObjectVersion;
import software.amazon.awssdk.services.s3.model.PutObjectRequest;
import software.amazon.awssdk.services.s3.model.S3Object;
import software.amazon.awssdk.services.s3.model.Tag;
import software.amazon.awssdk.services.s3.model.Tagging;

import java.time.Instant;
import java.util.Collections;
import java.util.Map;
import java.util.Objects;
import java.util.SortedMap;
import java.util.TreeMap;

/// What the client's requests and answers say of objects, in words of this room.
final class Answers {
    private static final String TYPE = "content-type";
    private static final String CACHE = "cache-control";
    private static final String DISPOSITION = "content-disposition";
    private static final String ENCODING = "content-encoding";
    private static final String LANGUAGE = "content-language";

    /// Later than all others, and in nanoseconds still a number.
    private static final Instant LATEST = Instant.ofEpochSecond(Long.MAX_VALUE / 1_000_000_000L);

    private Answers() {}

    static Listed.One listed(S3Object one) {
        return new Listed.One(
                one.key(), one.size(), "", written(one.lastModified()), text(one.eTag()));
    }

    static Listed.One listed(ObjectVersion one) {
        return new Listed.One(
                one.key(),
                one.size(),
                text(one.versionId()),
                written(one.lastModified()),
                text(one.eTag()));
    }

    static Listed.One listed(DeleteMarkerEntry one) {
        return new Listed.One(one.key(), 0, text(one.versionId()), written(one.lastModified()), "");
    }

    /// A server that does not say when an object was written may have written it just now.
    private static Instant written(@org.jspecify.annotations.Nullable Instant modified) {
        return modified == null ? LATEST : modified;
    }

    static Head head(HeadObjectResponse answer) {
        var headers = new TreeMap<String, String>();
        put(headers, TYPE, answer.contentType());
        put(headers, CACHE, answer.cacheControl());
        put(headers, DISPOSITION, answer.contentDisposition());
        put(headers, ENCODING, answer.contentEncoding());
        put(headers, LANGUAGE, answer.contentLanguage());
        return new Head(
                answer.contentLength(),
                answer.eTag(),
                text(answer.versionId()),
                attributes(headers, answer.metadata()),
                count(answer.tagCount()));
    }

    /// Of the whole object, also where only a piece was asked for.
    static Head head(GetObjectResponse answer) {
        var headers = new TreeMap<String, String>();
        put(headers, TYPE, answer.contentType());
        put(headers, CACHE, answer.cacheControl());
        put(headers, DISPOSITION, answer.contentDisposition());
        put(headers, ENCODING, answer.contentEncoding());
        put(headers, LANGUAGE, answer.contentLanguage());
        String range = text(answer.contentRange());
        long size =
                range.isEmpty()
                        ? answer.contentLength()
                        : Long.parseLong(range.substring(range.indexOf('/') + 1));
        return new Head(
                size,
                answer.eTag(),
                text(answer.versionId()),
                attributes(headers, answer.metadata()),
                count(answer.tagCount()));
    }

    static void describe(Attributes attributes, PutObjectRequest.Builder asked) {
        Map<String, String> headers = attributes.headers();
        asked.contentType(headers.get(TYPE))
                .cacheControl(headers.get(CACHE))
                .contentDisposition(headers.get(DISPOSITION))
                .contentEncoding(headers.get(ENCODING))
                .contentLanguage(headers.get(LANGUAGE))
                .metadata(attributes.own());
        if (!attributes.tags().isEmpty()) {
            asked.tagging(tagging(attributes.tags()));
        }
    }

    static void describe(Attributes attributes, CreateMultipartUploadRequest.Builder asked) {
        Map<String, String> headers = attributes.headers();
        asked.contentType(headers.get(TYPE))
                .cacheControl(headers.get(CACHE))
                .contentDisposition(headers.get(DISPOSITION))
                .contentEncoding(headers.get(ENCODING))
                .contentLanguage(headers.get(LANGUAGE))
                .metadata(attributes.own());
        if (!attributes.tags().isEmpty()) {
            asked.tagging(tagging(attributes.tags()));
        }
    }

    /// An empty text where there is none.
    static String text(@org.jspecify.annotations.Nullable String value) {
        return Objects.requireNonNullElse(value, "");
    }

    /// Nothing where the text is empty: the client leaves such a thing out.
    static @org.jspecify.annotations.Nullable String orNull(String value) {
        return value.isEmpty() ? null : value;
    }

    private static Tagging tagging(Map<String, String> tags) {
        return Tagging.builder()
                .tagSet(
                        tags.entrySet().stream()
                                .map(
                                        tag ->
                                                Tag.builder()
                                                        .key(tag.getKey())
                                                        .value(tag.getValue())
                                                        .build())
                                .toList())
                .build();
    }

    private static Attributes attributes(
            SortedMap<String, String> headers, Map<String, String> metadata) {
        var own = new TreeMap<String, String>();
        metadata.forEach((name, value) -> own.put(name.toLowerCase(java.util.Locale.ROOT), value));
        return new Attributes(headers, own, Collections.emptySortedMap());
    }

    private static void put(
            Map<String, String> headers,
            String name,
            @org.jspecify.annotations.Nullable String value) {
        if (value != null && !value.isEmpty()) {
            headers.put(name, value);
        }
    }

    private static int count(@org.jspecify.annotations.Nullable Integer tags) {
        return tags == null ? 0 : tags;
    }
}
