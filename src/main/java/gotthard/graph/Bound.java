package gotthard.graph;

import gotthard.action.Kind;
import gotthard.action.Work;

/// A step and the work that it does; a fragment is still whole.
record Bound(Instance instance, Kind<?> kind, Work work, String inputs) {}
