package gotthard.run;

import gotthard.action.Connector;
import gotthard.action.Failure;
import gotthard.action.Unreachable;
import gotthard.inventory.EndpointName;
import gotthard.inventory.Inventory;
import gotthard.secret.Secrets;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.locks.ReentrantLock;

/// Keeps one connection for each class of connector and endpoint, and closes them all at the end. What could not be opened is tried
/// again by the next who asks.
public final class Connections implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Connections.class);

    private final Inventory inventory;
    private final Secrets secrets;
    private final Map<Line, Slot> slots = new HashMap<>();

    public Connections(Inventory inventory, Secrets secrets) {
        this.inventory = inventory;
        this.secrets = secrets;
    }

    /// A connection that stays this object's own.
    public <C extends AutoCloseable> C open(Connector<C> how, EndpointName where)
            throws Unreachable, InterruptedException {
        var endpoint =
                inventory
                        .endpoint(where)
                        .orElseThrow(
                                () ->
                                        new Unreachable(
                                                Failure.refused(
                                                        "the inventory has no " + where,
                                                        "add it under spec.sites."
                                                                + where.site()
                                                                + ", or correct the plan")));
        Slot slot = slot(new Line(how.getClass(), where));
        slot.lock.lockInterruptibly();
        try {
            if (slot.connection.isEmpty()) {
                slot.connection = Optional.of(how.open(endpoint, secrets));
            }
            @SuppressWarnings("unchecked")
            C connection = (C) slot.connection.get();
            return connection;
        } finally {
            slot.lock.unlock();
        }
    }

    private synchronized Slot slot(Line line) {
        return slots.computeIfAbsent(line, _ -> new Slot());
    }

    @Override
    public synchronized void close() {
        for (Map.Entry<Line, Slot> entry : slots.entrySet()) {
            entry.getValue()
                    .connection
                    .ifPresent(connection -> close(entry.getKey().where(), connection));
        }
        slots.clear();
    }

    private static void close(EndpointName where, AutoCloseable connection) {
        try {
            connection.close();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (Exception e) {
            LOG.atDebug()
                    .addKeyValue("endpoint", where)
                    .setCause(e)
                    .log("a connection did not close");
        }
    }

    private record Line(Class<?> connector, EndpointName where) {}

    private static final class Slot {
        private final ReentrantLock lock = new ReentrantLock();
        private Optional<AutoCloseable> connection = Optional.empty();
    }
}
