package gotthard.proof;

import gotthard.inventory.SiteName;
import gotthard.world.CellId;
import gotthard.world.Effect;

import java.time.LocalDate;
import java.util.Optional;

/// One thing that happens in a story. Steps are given by their index in the [Model].
public sealed interface Happening {
    /// Something that a step does.
    sealed interface OfStep extends Happening {
        int step();

        /// Which of the step's effects; none where the step has none.
        Optional<Effect> effect();
    }

    /// A step is carried out to its end, and verified.
    record Done(int step, Optional<Effect> effect) implements OfStep {}

    /// A step begins and stops halfway.
    record LeftHalf(int step, Optional<Effect> effect) implements OfStep {}

    /// A step that had stopped halfway is carried out to its end.
    record Completed(int step, Optional<Effect> effect) implements OfStep {}

    /// A step stops halfway and is taken for done, because its verification does not look at everything.
    record TakenForDone(int step, Optional<Effect> effect) implements OfStep {}

    /// A step is undone.
    record Undone(int step, Optional<Effect> effect) implements OfStep {}

    /// The undoing of a step stops halfway.
    record LeftHalfUndone(int step, Optional<Effect> effect) implements OfStep {}

    /// Something fails, or somebody asks for it: the run turns back.
    record TurnedBack() implements Happening {}

    /// After everything was undone, the plan is applied again.
    record BegunAgain() implements Happening {}

    /// A user writes.
    record Written(CellId cell, SiteName at) implements Happening {}

    /// A replication brings the write.
    record Delivered(CellId cell, SiteName from, SiteName to) implements Happening {}

    /// Days pass.
    record DayCame(LocalDate day) implements Happening {}
}
