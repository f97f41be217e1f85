package gotthard.world;

import java.util.Locale;

/// What must hold in every state that a plan can reach.
public enum Invariant {
    /// At every moment some site has what was there at first, and some site has the write; of mutable data, one has both.
    LOSS,
    /// At most one site takes writes of mutable data.
    TWO_WRITERS,
    /// Who takes writes of mutable data has all of it.
    STALE_WRITER,
    /// Who takes writes of mutable data was verified since it received them.
    UNVERIFIED_WRITER,
    /// A cell is stored, written, processed and staged only where the policy allows it.
    RESIDENCY,
    /// Outside declared pauses, traffic is routed to sites that serve, and some site processes.
    GAP,
    /// A pause does not wait for people.
    GAP_HELD,
    /// What comes after another cell's move waits for it.
    ORDER,
    /// Before data are deleted, every target has them, verified.
    LAST_COPY,
    /// After a way back, everything is as it was, and nothing that was written is missing.
    RETURN,
    /// A way back can always be gone to its end.
    STUCK_BACK,
    /// Where nothing goes wrong, the plan comes to its end.
    STUCK_FORWARD,
    /// At the end, only targets process and are routed to.
    NOT_MOVED,
    /// At the end, the targets have all data and the sites that were deleted have none.
    GOAL,
    /// A point of no return needs the approvals that the policy asks for.
    UNSIGNED,
    /// What a rule of the policy asks for holds at every moment.
    RULE;

    /// Its name in documents and in what people and programs read: `stale-writer`.
    public String word() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
