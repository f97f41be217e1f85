package gotthard.action;

import java.util.Optional;

/// What a step keeps at a site from its first change until it is collected: the fence of the coordinator whose turn it is, and texts of its own, such as
/// names that the journal does not hold.
public interface Notes {
    /// For people.
    String shown();

    /// Whether any are kept.
    boolean isThere() throws Unreachable, InterruptedException;

    /// From now on nobody with a lower fence changes anything under this key.
    void begin() throws Unreachable, InterruptedException;

    /// A text, if it was kept.
    Optional<byte[]> read(String name) throws Unreachable, InterruptedException;

    /// Keeps a text, whole or not at all.
    void keep(String name, byte[] text) throws Unreachable, InterruptedException;

    /// Removes all of it.
    void remove() throws Unreachable, InterruptedException;
}
