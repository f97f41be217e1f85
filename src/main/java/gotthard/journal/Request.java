package gotthard.journal;

import gotthard.graph.StepId;
import gotthard.inventory.PersonName;

import java.time.Instant;
import java.util.Optional;

/// What somebody asks of a running run. It lies in the inbox until the run's own loop accepts or refuses it.
public sealed interface Request permits Request.Approve, Request.Rollback, Request.Stop, Operation {
    PersonName by();

    /// Decides at a gate.
    ///
    /// @param signed none where an older version let people approve without a signature; it opens no gate any more
    record Approve(StepId step, PersonName by, Instant at, String comment, Optional<Signed> signed)
            implements Request {}

    /// What makes an approval somebody's own. The run's loop takes none of it that the envelope does not say itself.
    ///
    /// @param digest of what is decided about, in hexadecimal
    /// @param nonce makes it count once
    /// @param key the public key that signed, in its SSH encoding in Base64
    /// @param envelope the signed statement
    record Signed(String digest, Instant expires, String nonce, String key, String envelope) {}

    /// Undo all.
    record Rollback(PersonName by, String why) implements Request {}

    /// Start nothing further.
    record Stop(PersonName by, String why) implements Request {}
}
