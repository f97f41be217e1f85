package gotthard.action;

import gotthard.inventory.EndpointName;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/// What the engine lends to an action for one call.
public interface Context {
    /// Marks what this step makes.
    Key key();

    /// Of the coordinator that calls.
    Fence fence();

    Instant now();

    /// When the engine will interrupt the call.
    Instant deadline();

    /// A connection that the engine keeps and closes; the action doesn't close it.
    <C extends AutoCloseable> C open(Connector<C> how, EndpointName where)
            throws Unreachable, InterruptedException;

    /// Shows how far the call is. Lossy and throttled: cheap to call often, and never an event.
    void progress(Progress progress);

    /// Waits until so many bytes more may move at the step's sites: for their rates, and as long as one of them is spared. To be asked
    /// for each piece of what moves, before or after it.
    void pace(long bytes) throws InterruptedException;

    /// The same for what moves without passing here: how fast it may at this moment. To be asked again every few seconds.
    Allowance allowance();

    /// Keeps where to go on after a crash. Durable on return.
    void checkpoint(Checkpoint checkpoint) throws InterruptedException;

    /// The last checkpoint of this step under this key.
    Optional<Checkpoint> resumedFrom();

    /// Keeps words that may be erased, such as the log of a job, and shows them in reports.
    void keep(String title, Blob content) throws InterruptedException;

    /// The only sleep.
    void pause(Duration duration) throws InterruptedException;
}
