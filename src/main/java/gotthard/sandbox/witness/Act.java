package gotthard.sandbox.witness;

/// Something that a site is asked to do.
public sealed interface Act {
    /// The site, and for hosts `/` and the host.
    String where();

    /// A command line that came over SSH.
    record Command(String where, String line) implements Act {}

    /// A piece of what a command reads.
    ///
    /// @param bytes how long it is
    record Input(String where, String line, int bytes) implements Act {}

    /// A request to the Kubernetes API that may change an object.
    ///
    /// @param path with its query
    record Request(String where, String method, String path) implements Act {}
}
