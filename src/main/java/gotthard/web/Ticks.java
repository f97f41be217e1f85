package gotthard.web;

/// When to look at the journal again, and when streams look whether to say that they are alive.
public interface Ticks {
    /// Waits for the next one.
    void next() throws InterruptedException;
}
