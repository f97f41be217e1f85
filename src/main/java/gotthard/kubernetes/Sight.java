package gotthard.kubernetes;

import com.fasterxml.jackson.databind.node.ObjectNode;

import gotthard.action.Failure;

import java.util.List;

/// How an object stands to its manifest, as the API server itself found by a dry run.
sealed interface Sight {
    /// It is as wanted.
    record Same(ObjectNode live) implements Sight {}

    record Missing() implements Sight {}

    /// It is missing, and making it is not allowed: who only verifies sees that it is missing.
    record MissingForbidden(Failure failure) implements Sight {}

    /// Its namespace is missing too.
    record NoNamespace() implements Sight {}

    record Changed(ObjectNode live, List<Fields.Change> changes) implements Sight {
        public Changed {
            changes = List.copyOf(changes);
        }
    }

    /// Others own fields that the manifest wants otherwise.
    record Foreign(ObjectNode live, List<Answer.Conflict> conflicts) implements Sight {
        public Foreign {
            conflicts = List.copyOf(conflicts);
        }
    }

    /// The API server would refuse it.
    record Refused(Failure failure) implements Sight {}
}
