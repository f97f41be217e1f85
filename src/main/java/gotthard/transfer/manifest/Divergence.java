package gotthard.transfer.manifest;

import java.util.Set;

/// How two manifests are not alike at one path.
public sealed interface Divergence {
    /// Only the source has it.
    record Missing(Entry wanted) implements Divergence {}

    /// Only the target has it.
    record Extra(Entry found) implements Divergence {}

    /// Both have it, and not the same.
    ///
    /// @param aspects what differs, never empty
    record Differing(Entry wanted, Entry found, Set<Aspect> aspects) implements Divergence {
        public Differing {
            aspects = Set.copyOf(aspects);
        }
    }
}
