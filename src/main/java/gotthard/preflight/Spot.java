package gotthard.preflight;

import gotthard.action.Access;
import gotthard.inventory.Endpoint;
import gotthard.inventory.EndpointName;
import gotthard.inventory.SiteName;

import java.util.HashSet;
import java.util.List;
import java.util.Set;

/// A folder of a host, or of a bucket.
///
/// @param path absolute; of a bucket as a [gotthard.action.Question] has it
record Spot(Endpoint endpoint, String path) {
    private static final List<String> LISTING =
            List.of("s3:ListBucket", "s3:ListBucketVersions", "s3:GetBucketVersioning");
    private static final List<String> PROBING =
            List.of("s3:PutObject", "s3:GetObject", "s3:DeleteObject", "s3:DeleteObjectVersion");

    EndpointName name() {
        return endpoint.name();
    }

    SiteName site() {
        return endpoint.name().site();
    }

    boolean isInBucket() {
        return endpoint instanceof Endpoint.Objects;
    }

    /// A right to the folder, and to programs there.
    ///
    /// @param programs of hosts
    Set<Access> access(boolean writes, List<String> programs) {
        var access = new HashSet<Access>();
        if (isInBucket()) {
            (writes ? PROBING : List.<String>of())
                    .forEach(action -> access.add(objects(action, path + "/*")));
            LISTING.forEach(action -> access.add(objects(action, path.replaceFirst("/.*", ""))));
            return access;
        }
        access.add(new Access.Folder(name(), path, writes, Preflight.LOOKING));
        programs.forEach(
                program ->
                        access.add(
                                new Access.Program(name(), List.of(program), Preflight.LOOKING)));
        return access;
    }

    private Access objects(String action, String resource) {
        return new Access.Objects(name(), action, resource, Preflight.LOOKING);
    }
}
