package gotthard.proof.reference;

import gotthard.inventory.SiteName;

/// A replication from one site to another, whether it runs or not.
record Edge(SiteName from, SiteName to) {
    /// What is known of it before anything moves.
    ///
    /// @param streams whether it learns from a log what was written; otherwise it compares
    /// @param relays whether it passes on what another replication brought
    record Nature(boolean streams, boolean relays) {}

    /// How it stands.
    ///
    /// @param pending whether the write is in its log and has not arrived
    record Condition(boolean runs, boolean slot, boolean pending) {
        static final Condition OFF = new Condition(false, false, false);

        boolean takesWrites() {
            return runs || slot;
        }

        Condition runs(boolean now) {
            return new Condition(now, slot, pending);
        }

        Condition pending(boolean now) {
            return new Condition(runs, slot, now);
        }

        /// A fresh slot: what is written from now on.
        Condition fromNow() {
            return new Condition(runs, true, false);
        }

        Condition withoutSlot() {
            return new Condition(runs, false, false);
        }
    }
}
