package gotthard.world;

import gotthard.inventory.SiteName;

import java.util.List;

/// What a step does to a cell, in the words of the model. An action declares its effects; policy, proof and reports read them.
public sealed interface Effect {
    CellId cell();

    /// The sites where the effect shows, at least one.
    List<SiteName> shows();

    /// An effect that shows at one site.
    sealed interface Local extends Effect {
        SiteName at();

        @Override
        default List<SiteName> shows() {
            return List.of(at());
        }
    }

    /// Workloads that can process the cell stand ready at a site.
    record Deploy(CellId cell, SiteName at) implements Local {}

    /// The cell's data are copied to a site.
    ///
    /// @param from the site that has them
    /// @param full whether the copy is verified in full, by content
    /// @param slot whether the copy's moment is kept, so that a replication can go on from there
    record Copy(CellId cell, SiteName from, SiteName at, boolean full, boolean slot)
            implements Local {
        public Copy(CellId cell, SiteName from, SiteName at, boolean full) {
            this(cell, from, at, full, false);
        }
    }

    /// A replication starts, and brings what is written from then on.
    ///
    /// @param flow how it learns what was written
    /// @param relays whether it passes on what another replication brought to `from`
    /// @param fromSlot whether it goes on from the moment that a copy kept
    record Replicate(
            CellId cell, SiteName from, SiteName at, Flow flow, boolean relays, boolean fromSlot)
            implements Local {}

    /// A replication ends.
    ///
    /// @param resyncs whether undoing it compares the two sites and brings what was missed; otherwise it starts from that moment
    record StopReplication(CellId cell, SiteName from, SiteName at, boolean resyncs)
            implements Local {}

    /// A site takes no more writes.
    record Fence(CellId cell, SiteName at) implements Local {}

    /// All that a replication has not yet brought arrives.
    record Drain(CellId cell, SiteName from, SiteName at) implements Local {}

    /// A site is compared with the one that it was copied from, in full.
    record Verify(CellId cell, SiteName from, SiteName at) implements Local {}

    /// Sites take the writes of another and the traffic that is routed there.
    ///
    record Switch(CellId cell, SiteName from, List<SiteName> to, Pace pace, Return back)
            implements Effect {
        public Switch {
            to = List.copyOf(to);
        }

        @Override
        public List<SiteName> shows() {
            return to;
        }
    }

    /// The cell is processed at a site.
    record Processing(CellId cell, SiteName at) implements Local {}

    /// The cell is not processed at a site any more.
    record StopProcessing(CellId cell, SiteName at) implements Local {}

    /// Data of the cell lie at a site on their way to another.
    record Stage(CellId cell, SiteName at) implements Local {}

    /// Data that lay at a site on their way are removed.
    record Unstage(CellId cell, SiteName at) implements Local {}

    /// The cell's data are deleted at a site; nothing brings them back.
    record Delete(CellId cell, SiteName at) implements Local {}

    /// How a replication learns what was written.
    enum Flow {
        /// From a log, in which it keeps its place by a slot.
        STREAM,
        /// By comparing what is there, again and again.
        FOLLOW
    }

    /// How traffic changes over.
    enum Pace {
        AT_ONCE,
        /// A share at a time.
        GRADUALLY
    }

    /// How a switch is undone.
    enum Return {
        /// Closes the targets, drains what they have taken, verifies the source, and routes back.
        DRAINS,
        /// Routes back and does nothing else.
        ROUTES
    }
}
