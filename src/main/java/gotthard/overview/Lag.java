package gotthard.overview;

import gotthard.action.Behind;

import java.util.Optional;

/// How far a target is behind its source, as the step that follows it has told last.
///
/// @param origin the step that told it
public record Lag(Behind now, Origin origin) {
    /// What runs tells it in its progress, what is verified in its evidence; nothing where neither does.
    static Optional<Lag> of(StepRow row) {
        if (row.stage() == Stage.ROLLED_BACK) {
            return Optional.empty();
        }
        return (row.progress().isPresent()
                        ? row.progress().flatMap(progress -> progress.behind())
                        : row.evidence().flatMap(evidence -> evidence.behind()))
                .map(now -> new Lag(now, row.origin()));
    }
}
