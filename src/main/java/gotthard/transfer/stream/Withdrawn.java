package gotthard.transfer.stream;

import java.util.List;

/// What has become of what a transfer had placed.
///
/// @param files that were removed
/// @param others links and folders that were removed
/// @param kept things that others have changed since, or put something into
/// @param troubles the first of them
public record Withdrawn(long files, long others, long kept, List<Trouble> troubles) {
    public Withdrawn {
        troubles = List.copyOf(troubles);
    }
}
