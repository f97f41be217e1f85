package gotthard.journal;

import gotthard.action.Difference;
import gotthard.action.Failure;
import gotthard.graph.StepId;
import gotthard.inventory.RoleName;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/// Why a step does not go on, and what lets it.
public sealed interface Hold {
    /// What releases it, as a sentence that says what to do.
    String releasedBy();

    record AwaitsApproval(Set<RoleName> missing, String command) implements Hold {
        public AwaitsApproval {
            missing = Set.copyOf(missing);
        }

        @Override
        public String releasedBy() {
            return "an approval by "
                    + String.join(" and ", missing.stream().map(RoleName::value).sorted().toList())
                    + ": "
                    + command;
        }
    }

    /// Too few people have approved.
    ///
    /// @param more how many are missing, at least 1
    /// @param of the roles of which each has one
    record AwaitsQuorum(int more, Set<RoleName> of, String command) implements Hold {
        public AwaitsQuorum {
            of = Set.copyOf(of);
        }

        @Override
        public String releasedBy() {
            return (more == 1
                            ? "an approval by one more of "
                            : "approvals by " + more + " more of ")
                    + String.join(", ", of.stream().map(RoleName::value).sorted().toList())
                    + ": "
                    + command;
        }
    }

    /// A gate is not yet at its threshold.
    ///
    /// @param now the gate's value, with its unit
    record AwaitsValue(String gate, String now, String threshold) implements Hold {
        @Override
        public String releasedBy() {
            return gate + " reaching " + threshold + " (now " + now + ")";
        }
    }

    record AwaitsWindow(String window, Instant opens) implements Hold {
        @Override
        public String releasedBy() {
            return "the window " + window + ", which opens at " + opens;
        }
    }

    /// Its day has not come. It is an event of a kind of its own, `step.early/1`.
    ///
    /// @param day as the plan has it
    /// @param begins when the step may start
    record AwaitsDay(LocalDate day, Instant begins) implements Hold {
        @Override
        public String releasedBy() {
            return "the day " + day + ", before which it may not start; it may at " + begins;
        }
    }

    /// Nothing is changed at its sites for a while. It is an event of a kind of its own, `step.frozen/1`.
    ///
    /// @param ends when the step may start
    record Frozen(String freeze, Instant ends) implements Hold {
        @Override
        public String releasedBy() {
            return "the end of the freeze " + freeze + ", after which it may start at " + ends;
        }
    }

    /// What stands there was made by somebody else.
    record Foreign(List<Difference> differences) implements Hold {
        public Foreign {
            differences = List.copyOf(differences);
        }

        @Override
        public String releasedBy() {
            return "removing what others made there, or taking it out of the plan: "
                    + differences.getFirst();
        }
    }

    /// It is not as wanted any more, and steps that need it were begun. It is an event of a kind of its own, `step.relied-upon/1`.
    ///
    /// @param by those steps, in the order of the plan; none where their names are erased
    record ReliedUpon(List<StepId> by, List<Difference> differences) implements Hold {
        public ReliedUpon {
            by = List.copyOf(by);
            differences = List.copyOf(differences);
        }

        /// The steps, by their names.
        public String names() {
            return by.isEmpty()
                    ? "other steps"
                    : by.stream().map(StepId::value).collect(Collectors.joining(", "));
        }

        @Override
        public String releasedBy() {
            return "putting it back by hand (gotthard retry looks again), or undoing what relies on it first (gotthard rollback --step, for "
                    + names()
                    + "): "
                    + differences.getFirst();
        }
    }

    /// It was verified again before something began on it, and is not as wanted any more. It is an event of a kind of its own,
    /// `step.drifted/1`.
    record Drifted(List<Difference> differences) implements Hold {
        private static final int MOST_NAMED = 10;

        public Drifted {
            differences = List.copyOf(differences);
        }

        /// The first ten differences by name, and how many there are beside them.
        public String names() {
            String first =
                    differences.stream()
                            .limit(MOST_NAMED)
                            .map(Difference::toString)
                            .collect(Collectors.joining("; "));
            int more = differences.size() - MOST_NAMED;
            return more > 0 ? first + "; and " + more + " more" : first;
        }

        @Override
        public String releasedBy() {
            return "putting it back by hand, after which gotthard retry finds it so, or gotthard retry by itself, which brings what differs once more; nothing begins on it before that: "
                    + names();
        }
    }

    /// The sites are not as the saved plan predicted. It is an event of a kind of its own, `step.deviated/1`.
    record Deviates(List<Deviation> deviations) implements Hold {
        public Deviates {
            deviations = List.copyOf(deviations);
        }

        @Override
        public String releasedBy() {
            String all =
                    deviations.stream().map(Deviation::toString).collect(Collectors.joining("; "));
            return "the sites being as the saved plan predicted ("
                    + all
                    + "), or gotthard amend, which takes them as they are";
        }
    }

    /// An invariant would be broken, or is.
    ///
    /// @param invariant which, of what, and how: a sentence
    record Breach(String invariant) implements Hold {
        @Override
        public String releasedBy() {
            return "somebody to mend this and go on, to go back (gotthard rollback), or to answer for it (gotthard waive): "
                    + invariant;
        }
    }

    record Unreadable(Failure failure) implements Hold {
        @Override
        public String releasedBy() {
            return "the site becoming readable: " + failure;
        }
    }

    /// Nobody answers any more for going on without a verification.
    record WaiverEnded(String by, Instant ended) implements Hold {
        @Override
        public String releasedBy() {
            return "a verification, because the waiver of "
                    + by
                    + " ended at "
                    + ended
                    + ": gotthard resolve, or gotthard retry";
        }
    }

    record Paused(String by) implements Hold {
        @Override
        public String releasedBy() {
            return "resuming the run, which " + by + " paused";
        }
    }
}
