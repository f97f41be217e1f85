package gotthard.action;

import gotthard.inventory.RoleName;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/// What a step does.
public sealed interface Work {
    /// What a compiled step does: fragments have become steps by then.
    sealed interface Single extends Work {}

    /// Changes something at sites.
    ///
    /// @param declaration of the action, made once
    record Change(Action action, Declaration declaration) implements Single {
        public Change(Action action) {
            this(action, action.declaration());
        }
    }

    /// Waits for people. The engine decides it itself, from what the inbox holds. Nobody counts for two.
    ///
    /// @param oneOfEach one approval by a person of each of these roles
    /// @param quorum so many people; those of `oneOfEach` count with them
    /// @param notAuthor whether who wrote the plan may not approve it
    /// @param validFor how long an approval counts
    /// @param runbook the page to read before approving, relative to the project
    record Approval(
            Set<RoleName> oneOfEach,
            Optional<Quorum> quorum,
            boolean notAuthor,
            Duration validFor,
            Optional<String> runbook)
            implements Single {
        public Approval {
            oneOfEach = Set.copyOf(oneOfEach);
        }

        /// Every role that may have a say.
        public Set<RoleName> roles() {
            var roles = new TreeSet<>(oneOfEach);
            quorum.ifPresent(wanted -> roles.addAll(wanted.of()));
            return roles;
        }
    }

    /// A number of different people, each with one of these roles.
    record Quorum(int people, Set<RoleName> of) {
        public Quorum {
            of = Set.copyOf(of);
        }
    }

    /// Becomes ordinary steps in the place of one.
    record Fragment(List<Part> parts) implements Work {
        public Fragment {
            parts = List.copyOf(parts);
        }
    }

    /// One step of a fragment.
    ///
    /// @param id appended to the step's own: `switch.fence`
    /// @param needs ids of other parts
    record Part(String id, Set<String> needs, Single work) {
        public Part {
            needs = Set.copyOf(needs);
        }
    }
}
