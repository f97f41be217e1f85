package gotthard.action;

import gotthard.inventory.EndpointName;

import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// A right that an action needs.
public sealed interface Access {
    EndpointName where();

    /// What needs it.
    Set<Phase> phases();

    /// What is done with a run.
    enum Phase {
        /// Carrying it out: looking, predicting, capturing, changing and verifying.
        APPLY,
        /// Verifying it afresh.
        VERIFY,
        /// Undoing it, and looking whether it is undone.
        ROLLBACK;

        /// All of them.
        public static final Set<Phase> ALL = Set.copyOf(EnumSet.allOf(Phase.class));
    }

    /// One verb on objects of a Kubernetes resource.
    ///
    /// @param group empty for the core group
    /// @param resource as in rules: `configmaps`, `pods/log`
    /// @param namespace empty for what belongs to the whole cluster
    /// @param name of the only object; without one, of any, because its name is not known before
    record Kubernetes(
            EndpointName where,
            String group,
            String resource,
            String namespace,
            Optional<String> name,
            String verb,
            Set<Phase> phases)
            implements Access {
        public Kubernetes {
            phases = Set.copyOf(phases);
        }

        /// `create deployments.apps "web" in namespace intake`.
        @Override
        public String toString() {
            return verb
                    + " "
                    + resource
                    + (group.isEmpty() ? "" : "." + group)
                    + name.map(one -> " \"" + one + "\"").orElse("")
                    + (namespace.isEmpty() ? "" : " in namespace " + namespace);
        }
    }

    /// A namespace that must be there before rights in it can be given. Where it is not, making it needs rights in the whole cluster.
    record Namespace(EndpointName where, String name, Set<Phase> phases) implements Access {
        public Namespace {
            phases = Set.copyOf(phases);
        }

        @Override
        public String toString() {
            return "make the namespace " + name;
        }
    }

    /// Reading, or also writing, a folder on a host.
    ///
    /// @param path absolute, or below the home of who logs in when it starts with `~/`
    record Folder(EndpointName where, String path, boolean writes, Set<Phase> phases)
            implements Access {
        public Folder {
            phases = Set.copyOf(phases);
        }

        @Override
        public String toString() {
            return (writes ? "write " : "read ") + path;
        }
    }

    /// Running a program on a host.
    ///
    /// @param oneOf names or paths, any of which will do
    record Program(EndpointName where, List<String> oneOf, Set<Phase> phases) implements Access {
        public Program {
            oneOf = List.copyOf(oneOf);
            phases = Set.copyOf(phases);
        }

        @Override
        public String toString() {
            return "run " + String.join(" or ", oneOf);
        }
    }

    /// One action of S3 on a bucket, or on objects of it.
    ///
    /// @param action as in policies: `s3:GetObject`
    /// @param resource a bucket, or names in it: `uploads/europe/*`
    record Objects(EndpointName where, String action, String resource, Set<Phase> phases)
            implements Access {
        public Objects {
            phases = Set.copyOf(phases);
        }

        @Override
        public String toString() {
            return action + " on " + resource;
        }
    }

    /// Asking an HTTP endpoint by `GET`.
    record Http(EndpointName where, String path, Set<Phase> phases) implements Access {
        public Http {
            phases = Set.copyOf(phases);
        }

        @Override
        public String toString() {
            return "GET " + path;
        }
    }
}
