package gotthard.inventory;

import gotthard.shape.Located;

import java.util.Optional;

/// A store as written.
///
/// @param path absolute, as it was written
record WrittenStore(
        Optional<Located<String>> host,
        Optional<Volume> volume,
        Optional<String> bucket,
        Optional<Located<String>> server,
        Optional<String> path) {
    /// Of a claim or of a node's folder.
    record Volume(Located<String> namespace, Optional<String> claim, Optional<String> folder) {}

    /// Whether it says where it lies, and once.
    boolean isOfOneKind() {
        return (host.isPresent() ? 1 : 0)
                        + (volume.isPresent() ? 1 : 0)
                        + (bucket.isPresent() ? 1 : 0)
                == 1;
    }

    boolean hasItsFolder() {
        return host.isEmpty() || path.isPresent();
    }

    /// A bucket has a server and no folder; nothing else has a server.
    boolean hasItsServer() {
        return server.isPresent() == bucket.isPresent() && (bucket.isEmpty() || path.isEmpty());
    }
}
