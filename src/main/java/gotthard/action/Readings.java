package gotthard.action;

import java.util.List;

/// Values of what a site measures.
public interface Readings extends AutoCloseable {
    /// The values that a query has now, one for each series that it finds; changes nothing.
    ///
    /// @throws Unreachable also for a query that is wrong
    List<Double> ask(String query) throws Unreachable, InterruptedException;

    @Override
    void close();
}
