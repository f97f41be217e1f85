package gotthard.transfer.stream;

/// How fast bytes may go on lines. For several threads.
@FunctionalInterface
public interface Pace {
    /// Without a limit.
    Pace FREE = _ -> {};

    /// Waits until so many bytes may go.
    void take(long bytes) throws InterruptedException;
}
