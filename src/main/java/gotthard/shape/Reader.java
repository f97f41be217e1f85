package gotthard.shape;

import gotthard.yaml.Node;

import java.util.Optional;

/// Makes a value of a node.
@FunctionalInterface
interface Reader<T> {

    /// Empty when something was wrong, which then is among the reading's problems.
    Optional<T> read(Node node, Reading reading);
}
