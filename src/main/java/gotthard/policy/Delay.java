package gotthard.policy;

import gotthard.inventory.WindowName;

import java.time.Instant;
import java.time.LocalDate;

/// Why something may not start now.
public sealed interface Delay {
    /// The first moment at which it may start.
    Instant until();

    /// Its day has not come.
    record Early(LocalDate day, Instant until) implements Delay {}

    /// Its window is shut, or shuts before it would be done.
    record Shut(WindowName window, Instant until) implements Delay {}

    /// A freeze holds, or begins before it would be done.
    record Frozen(String freeze, Instant until) implements Delay {}
}
