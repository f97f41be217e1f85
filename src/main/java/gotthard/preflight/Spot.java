package gotthard.preflight;

import gotthard.action.Access;
import gotthard.files.jobs.End;
import gotthard.files.jobs.Sounding;
import gotthard.inventory.Endpoint;
import gotthard.inventory.EndpointName;
import gotthard.inventory.SiteName;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/// A folder in which files lie or arrive.
sealed interface Spot {
    EndpointName name();

    /// As a [gotthard.action.Question] has it.
    String path();

    /// What takes its files from the same room, stores of one site alone.
    String room();

    /// A right to the folder, and to programs there.
    ///
    /// @param programs of hosts
    Set<Access> access(boolean writes, List<String> programs);

    default SiteName site() {
        return name().site();
    }

    /// Of a host.
    ///
    /// @param path absolute
    record OnHost(Endpoint endpoint, String path) implements Spot {
        @Override
        public EndpointName name() {
            return endpoint.name();
        }

        @Override
        public String room() {
            return name() + path;
        }

        @Override
        public Set<Access> access(boolean writes, List<String> programs) {
            var access = new HashSet<Access>();
            access.add(new Access.Folder(name(), path, writes, Preflight.LOOKING));
            programs.forEach(
                    program ->
                            access.add(
                                    new Access.Program(
                                            name(), List.of(program), Preflight.LOOKING)));
            return access;
        }
    }

    /// Of a bucket.
    ///
    /// @param path the bucket's name and what its objects' names begin with
    record InBucket(Endpoint endpoint, String path) implements Spot {
        private static final List<String> LISTING =
                List.of("s3:ListBucket", "s3:ListBucketVersions", "s3:GetBucketVersioning");
        private static final List<String> PROBING =
                List.of(
                        "s3:PutObject",
                        "s3:GetObject",
                        "s3:DeleteObject",
                        "s3:DeleteObjectVersion");

        @Override
        public EndpointName name() {
            return endpoint.name();
        }

        @Override
        public String room() {
            return name() + path;
        }

        @Override
        public Set<Access> access(boolean writes, List<String> programs) {
            var access = new HashSet<Access>();
            (writes ? PROBING : List.<String>of())
                    .forEach(action -> access.add(objects(action, path + "/*")));
            LISTING.forEach(action -> access.add(objects(action, path.replaceFirst("/.*", ""))));
            return access;
        }

        private Access objects(String action, String resource) {
            return new Access.Objects(name(), action, resource, Preflight.LOOKING);
        }
    }

    /// Of a volume, which a mover looks at.
    ///
    /// @param receives whether files are to arrive there
    record InVolume(Sounding sounding, boolean receives) implements Spot {
        @Override
        public EndpointName name() {
            return end().cluster();
        }

        @Override
        public String path() {
            return end().place();
        }

        @Override
        public String room() {
            return name() + " " + end().shownVolume();
        }

        @Override
        public Set<Access> access(boolean writes, List<String> programs) {
            return sounding.rights().stream()
                    .map(InVolume::whileLooking)
                    .collect(Collectors.toSet());
        }

        private static Access whileLooking(Access right) {
            return right
                            instanceof
                            Access.Kubernetes(
                                    var where,
                                    var group,
                                    var resource,
                                    var namespace,
                                    var name,
                                    var verb,
                                    _)
                    ? new Access.Kubernetes(
                            where, group, resource, namespace, name, verb, Preflight.LOOKING)
                    : right;
        }

        private End end() {
            return sounding.end();
        }
    }
}
