package gotthard.objects;

import static gotthard.objects.Answers.orNull;
import static gotthard.objects.Answers.text;

import gotthard.action.Failure;
import gotthard.action.Unreachable;
import gotthard.transfer.Refused;

import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.ListObjectVersionsResponse;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/// What one server keeps of objects beside what is current, and the uploads that have not come to their end.
record Versions(S3Client client, Requests requests) {
    /// How many a server is asked for at a time: the most that it gives.
    private static final int PAGE = 1000;

    /// A version of an object, or what says that it is deleted.
    ///
    /// @param isMarker whether it only says that the object is deleted
    /// @param isLatest whether it is what is there now
    record Kept(Listed.One listed, boolean isMarker, boolean isLatest) {
        String name() {
            return listed.name();
        }

        String version() {
            return listed.version();
        }
    }

    /// Hears of them.
    @FunctionalInterface
    interface Visitor {
        void visit(Kept one) throws IOException, Refused, Unreachable, InterruptedException;
    }

    /// Hears of uploads.
    @FunctionalInterface
    interface UploadVisitor {
        void visit(String name);
    }

    /// Hears of every version and marker of the names that begin so. Of one name, versions come the newest first, and so do markers.
    void each(String bucket, String prefix, Visitor visitor)
            throws IOException, Refused, Unreachable, InterruptedException {
        for (Page page = page(bucket, prefix, Page.FIRST, PAGE); ; ) {
            for (Kept one : page.all()) {
                visitor.visit(one);
            }
            if (!page.isMore()) {
                return;
            }
            page = page(bucket, prefix, page, PAGE);
        }
    }

    /// All that is kept of one object, the newest first, asked for one by one: an answer lists versions and markers apart.
    List<Kept> oneByOne(String bucket, String name) throws Unreachable, InterruptedException {
        var all = new ArrayList<Kept>();
        for (Page page = page(bucket, name, Page.FIRST, 1); ; ) {
            for (Kept one : page.all()) {
                if (!one.name().equals(name)) {
                    return all;
                }
                all.add(one);
            }
            if (!page.isMore()) {
                return all;
            }
            page = page(bucket, name, page, 1);
        }
    }

    /// Deletes what is current, so that it becomes an older version below a delete marker.
    ///
    /// @return the version of the marker; empty from a server that has made none
    String mark(String bucket, String object) throws Unreachable, InterruptedException {
        var deleted =
                requests.ask(
                        "delete",
                        bucket + "/" + object,
                        () -> client.deleteObject(asked -> asked.bucket(bucket).key(object)));
        return Boolean.TRUE.equals(deleted.deleteMarker()) ? text(deleted.versionId()) : "";
    }

    /// @param name where the next one begins
    private record Page(List<Kept> all, String name, String version, boolean isMore) {
        private static final Page FIRST = new Page(List.of(), "", "", true);
    }

    private Page page(String bucket, String prefix, Page after, int most)
            throws Unreachable, InterruptedException {
        ListObjectVersionsResponse answer =
                requests.ask(
                        "list the versions of",
                        bucket,
                        () ->
                                client.listObjectVersions(
                                        asked ->
                                                asked.bucket(bucket)
                                                        .prefix(prefix)
                                                        .maxKeys(most)
                                                        .keyMarker(orNull(after.name()))
                                                        .versionIdMarker(orNull(after.version()))));
        var all = new ArrayList<Kept>();
        answer.versions()
                .forEach(one -> all.add(new Kept(Answers.listed(one), false, one.isLatest())));
        answer.deleteMarkers()
                .forEach(one -> all.add(new Kept(Answers.listed(one), true, one.isLatest())));
        var page =
                new Page(
                        all,
                        text(answer.nextKeyMarker()),
                        text(answer.nextVersionIdMarker()),
                        Boolean.TRUE.equals(answer.isTruncated()));
        boolean isStuck =
                page.isMore()
                        && page.name().equals(after.name())
                        && page.version().equals(after.version());
        if (isStuck) {
            throw new Unreachable(
                    Failure.refused(
                            "%s lists the versions of %s/%s again and again, and never those that follow"
                                    .formatted(requests.server(), bucket, page.name()),
                            "ask who makes the server for a release that lists versions page by page"));
        }
        return page;
    }

    /// Hears of every upload in parts that has not come to its end, of names that begin so.
    void uploads(String bucket, String prefix, UploadVisitor visitor)
            throws Unreachable, InterruptedException {
        boolean isMore = true;
        String name = "";
        String id = "";
        while (isMore) {
            String fromName = name;
            String fromId = id;
            var page =
                    requests.ask(
                            "list the uploads of",
                            bucket,
                            () ->
                                    client.listMultipartUploads(
                                            asked ->
                                                    asked.bucket(bucket)
                                                            .prefix(prefix)
                                                            .keyMarker(orNull(fromName))
                                                            .uploadIdMarker(orNull(fromId))));
            page.uploads().forEach(one -> visitor.visit(one.key()));
            name = text(page.nextKeyMarker());
            id = text(page.nextUploadIdMarker());
            isMore = Boolean.TRUE.equals(page.isTruncated());
        }
    }
}
