package gotthard.run;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/// Where the deciding thread waits.
public interface Mailbox {
    /// All that was heard, in order; nothing when `wake` came first.
    List<Signal> take(Optional<Instant> wake) throws InterruptedException;
}
