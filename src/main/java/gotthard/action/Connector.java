package gotthard.action;

import gotthard.inventory.Endpoint;
import gotthard.secret.Secrets;

/// Opens one kind of endpoint. Connectors of one class are interchangeable: the engine keeps one connection for each class and
/// endpoint, lends it to every step that asks, and closes it when the run ends.
///
/// @param <C> a connection that several threads may use at once, and that connects again by itself after it broke
public interface Connector<C extends AutoCloseable> {
    /// Opens the endpoint.
    ///
    /// @throws Unreachable when it can't be opened; also for an endpoint of another kind
    C open(Endpoint endpoint, Secrets secrets) throws Unreachable, InterruptedException;
}
