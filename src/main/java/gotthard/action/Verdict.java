package gotthard.action;

import java.util.List;

/// What a verification found.
public sealed interface Verdict {
    /// The sites are as wanted.
    record Holds(Evidence evidence) implements Verdict {}

    /// They are not; at least one difference.
    record Differs(List<Difference> differences) implements Verdict {
        public Differs {
            differences = List.copyOf(differences);
            if (differences.isEmpty()) {
                throw new IllegalArgumentException("differs in nothing");
            }
        }
    }

    /// This run's own change still goes on at the site.
    record Underway(Progress progress) implements Verdict {}

    /// It could not be found out.
    record Unreadable(Failure failure) implements Verdict {}

    static Verdict differs(Difference difference) {
        return new Differs(List.of(difference));
    }
}
