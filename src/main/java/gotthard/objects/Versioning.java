package gotthard.objects;

import gotthard.action.Failure;
import gotthard.inventory.EndpointName;

import java.util.Optional;

/// What a bucket does with what is overwritten and deleted.
enum Versioning {
    /// It keeps nothing of it, and never did.
    NONE,
    /// It keeps it as older versions.
    ENABLED,
    /// It has kept it in the past; what is deleted now is gone.
    SUSPENDED;

    /// Why all versions of objects can't come to a bucket of this kind, if they can't.
    Optional<Failure> lacking(EndpointName server, String bucket) {
        return this == ENABLED
                ? Optional.empty()
                : Optional.of(
                        Failure.refused(
                                "the bucket %s of %s keeps no versions, and all versions are to arrive there"
                                        .formatted(bucket, server),
                                "enable versioning of the bucket (aws s3api put-bucket-versioning --bucket %s --versioning-configuration Status=Enabled), or leave out \"versions\""
                                        .formatted(bucket)));
    }

    /// As servers say it: `Enabled`, `Suspended`, or nothing.
    static Versioning of(String status) {
        return switch (status) {
            case "Enabled" -> ENABLED;
            case "" -> NONE;
            default -> SUSPENDED;
        };
    }
}
