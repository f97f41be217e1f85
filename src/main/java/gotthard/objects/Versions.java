package gotthard.objects;

import static gotthard.objects.Answers.orNull;
import static gotthard.objects.Answers.text;

import gotthard.action.Unreachable;
import gotthard.transfer.Refused;

import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.ListObjectVersionsResponse;

import java.io.IOException;

/// What one server keeps of objects beside what is current, and the uploads that have not come to their end.
record Versions(S3Client client, Requests requests) {
    /// A version of an object, or what says that it is deleted.
    ///
    /// @param isMarker whether it only says that the object is deleted
    /// @param isLatest whether it is what is there now
    record Kept(String name, String version, boolean isMarker, boolean isLatest) {}

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

    /// Hears of every version and marker of the names that begin so.
    void each(String bucket, String prefix, Visitor visitor)
            throws IOException, Refused, Unreachable, InterruptedException {
        boolean isMore = true;
        String name = "";
        String version = "";
        while (isMore) {
            String fromName = name;
            String fromVersion = version;
            ListObjectVersionsResponse page =
                    requests.ask(
                            "list the versions of",
                            bucket,
                            () ->
                                    client.listObjectVersions(
                                            asked ->
                                                    asked.bucket(bucket)
                                                            .prefix(prefix)
                                                            .keyMarker(orNull(fromName))
                                                            .versionIdMarker(orNull(fromVersion))));
            for (var one : page.versions()) {
                visitor.visit(new Kept(one.key(), text(one.versionId()), false, one.isLatest()));
            }
            for (var one : page.deleteMarkers()) {
                visitor.visit(new Kept(one.key(), text(one.versionId()), true, one.isLatest()));
            }
            name = text(page.nextKeyMarker());
            version = text(page.nextVersionIdMarker());
            isMore = Boolean.TRUE.equals(page.isTruncated());
        }
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
