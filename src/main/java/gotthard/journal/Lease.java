package gotthard.journal;

import gotthard.action.Fence;

/// The right to append to a run's journal, for as long as no higher fence exists.
public record Lease(RunId run, Fence fence) {}
