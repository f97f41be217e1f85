package gotthard.preflight;

import gotthard.inventory.EndpointName;

/// A finding, judged.
public sealed interface Result {
    EndpointName where();

    /// What was looked at: `clock`.
    String subject();

    String found();

    /// Nothing to object to.
    record Good(EndpointName where, String subject, String found) implements Result {}

    /// Something is not fit.
    ///
    /// @param wanted in words
    /// @param next what to do
    record Bad(EndpointName where, String subject, String wanted, String found, String next)
            implements Result {}
}
