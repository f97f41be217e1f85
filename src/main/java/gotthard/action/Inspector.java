package gotthard.action;

import gotthard.inventory.Endpoint;

import java.util.List;

/// Looks at one kind of endpoint for `preflight` and `doctor`. Found by `ServiceLoader`; names no client library itself.
public interface Inspector {
    /// Whether it knows this kind of endpoint.
    boolean knows(Endpoint endpoint);

    /// What it found; changes nothing.
    ///
    /// @param access the rights to ask for at this endpoint
    List<Finding> inspect(Context context, Endpoint endpoint, List<Access> access)
            throws InterruptedException, Unreachable;

    /// One thing looked at: its subject, such as `reachable`, `version`, `clock`, `rights` or `space`, and what was found, in words with
    /// its value and unit.
    sealed interface Finding {
        String subject();

        String found();

        record Good(String subject, String found) implements Finding {}

        /// Something that a person should look at.
        ///
        /// @param next what to do about it
        record Bad(String subject, String found, String next) implements Finding {}
    }
}
