package gotthard.preview;

import gotthard.action.Declaration;
import gotthard.action.Prediction;
import gotthard.inventory.RoleName;

import java.util.Set;

/// What a step would do.
public sealed interface Outlook {
    /// It acts on sites.
    record Acts(Declaration declaration, Prediction prediction) implements Outlook {}

    /// It waited for people, who have approved.
    record Approved() implements Outlook {}

    /// It waits for people.
    record Waits(Set<RoleName> oneOfEach) implements Outlook {
        public Waits {
            oneOfEach = Set.copyOf(oneOfEach);
        }
    }
}
