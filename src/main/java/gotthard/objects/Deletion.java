package gotthard.objects;

import gotthard.action.Unreachable;

import software.amazon.awssdk.services.s3.S3Client;

/// Removes at one server what still is as it was read.
record Deletion(S3Client client, Requests requests) {
    /// As [ObjectServer#deleteOnly].
    boolean deleteOnly(String bucket, String object, String tag)
            throws Unreachable, InterruptedException {
        try {
            requests.attempt(
                    "delete",
                    bucket + "/" + object,
                    () ->
                            client.deleteObject(
                                    asked -> asked.bucket(bucket).key(object).ifMatch(tag)));
            return true;
        } catch (Refusal refusal) {
            if (refusal.isConflict()) {
                return false;
            }
            if (refusal.isUnknown()) {
                requests.ask(
                        "delete",
                        bucket + "/" + object,
                        () -> client.deleteObject(asked -> asked.bucket(bucket).key(object)));
                return true;
            }
            if (refusal.isMissing()) {
                return true;
            }
            throw refusal.unreachable();
        }
    }
}
