package gotthard.sandbox.cluster;

import java.util.List;
import java.util.Optional;

/// What the programs in the pods of Indexed Jobs do, which the sandbox itself can't run.
public interface Programs {
    /// Runs nothing: each ends well, and says nothing.
    Programs NONE =
            new Programs() {
                @Override
                public Optional<End> look(Pod pod) {
                    return Optional.of(new End(0, ""));
                }

                @Override
                public void end(Pod pod) {
                    // Nothing runs.
                }
            };

    /// One pod.
    ///
    /// @param index of the completion that it works at
    /// @param arguments of its only container
    record Pod(String name, String job, int index, List<String> arguments) {
        public Pod {
            arguments = List.copyOf(arguments);
        }
    }

    /// How a container has ended.
    ///
    /// @param message what it left on `/dev/termination-log`
    record End(int exit, String message) {}

    /// How its program has ended, if it has; the first look starts it.
    Optional<End> look(Pod pod);

    /// Ends it, as when its pod is deleted.
    void end(Pod pod);
}
