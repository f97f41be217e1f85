package gotthard.run;

import gotthard.graph.Step;
import gotthard.journal.Opening;
import gotthard.journal.RunState;

import java.util.Optional;

/// Finds what a run has of a newer version of the tool, which knows how its steps are done and undone. An older run is gone on with:
/// its steps keep the versions that it recorded, and with them the approvals that cover these.
final class Downgrade {
    private Downgrade() {}

    /// Why this version can't go on with the run.
    static Optional<String> of(Route route, RunState state, String version) {
        return state.opening().steps().stream()
                .flatMap(
                        listed ->
                                route.graph().step(listed.id()).stream()
                                        .filter(step -> step.version() < listed.version())
                                        .map(step -> why(step, listed, state, version)))
                .findFirst();
    }

    private static String why(Step step, Opening.Listed listed, RunState state, String version) {
        return "the step %s of %s is of version %d of %s, by gotthard %s; this is gotthard %s, which knows version %d and can show the run (gotthard status), but not go on with it; use the newer one"
                .formatted(
                        step.id(),
                        state.id(),
                        listed.version(),
                        listed.kind(),
                        state.opening().toolVersion(),
                        version,
                        step.version());
    }
}
