package gotthard.action;

import gotthard.inventory.EndpointName;
import gotthard.inventory.Inventory;
import gotthard.secret.Secrets;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicLong;

/// A context as the engine lends it, for contract tests: real connections, checkpoints in memory, real time.
public final class LentContext implements Context, AutoCloseable {
    private final Inventory inventory;
    private final Key key;
    private final Clock clock;
    private final Duration patience;
    private final Map<String, AutoCloseable> connections = new HashMap<>();
    private final List<Progress> shown = new ArrayList<>();
    private final Map<String, Blob> kept = new HashMap<>();
    private final AtomicLong paced = new AtomicLong();
    private final Fence fence;
    private Optional<Checkpoint> checkpoint = Optional.empty();
    private volatile Allowance allowance = new Allowance.Unlimited();

    public LentContext(Inventory inventory, Key key, Clock clock, Duration patience) {
        this(inventory, key, clock, patience, new Fence(1));
    }

    private LentContext(Inventory inventory, Key key, Clock clock, Duration patience, Fence fence) {
        this.inventory = inventory;
        this.key = key;
        this.clock = clock;
        this.patience = patience;
        this.fence = fence;
    }

    /// Of actions that need no site.
    public static LentContext withoutSites(Key key) {
        var nothing =
                new Inventory(
                        "test", Optional.empty(), Map.of(), Map.of(), Map.of(), Set.of(), Map.of());
        return new LentContext(nothing, key, Clock.systemUTC(), Duration.ofSeconds(10));
    }

    /// The same for a coordinator with another fence; the caller closes it.
    public LentContext withFence(long number) {
        return new LentContext(inventory, key, clock, patience, new Fence(number));
    }

    /// The same site and checkpoints with another key, as another run would have.
    public LentContext withKey(Key other) {
        return new LentContext(inventory, other, clock, patience);
    }

    @Override
    public Key key() {
        return key;
    }

    @Override
    public Fence fence() {
        return fence;
    }

    @Override
    public Instant now() {
        return clock.instant();
    }

    @Override
    public Instant deadline() {
        return clock.instant().plus(patience);
    }

    @Override
    @SuppressWarnings("unchecked")
    public synchronized <C extends AutoCloseable> C open(Connector<C> how, EndpointName where)
            throws Unreachable, InterruptedException {
        String name = how.getClass().getName() + " " + where;
        if (!connections.containsKey(name)) {
            var endpoint = inventory.endpoint(where).orElseThrow();
            connections.put(name, how.open(endpoint, new Secrets(System.getenv())));
        }
        return (C) connections.get(name);
    }

    @Override
    public void pace(long bytes) {
        paced.addAndGet(bytes);
    }

    @Override
    public Allowance allowance() {
        return allowance;
    }

    /// From now on no more than this may move.
    public void allow(Allowance other) {
        allowance = other;
    }

    /// For how many bytes it was asked to wait.
    public long paced() {
        return paced.get();
    }

    @Override
    public synchronized void progress(Progress progress) {
        shown.add(progress);
    }

    public synchronized List<Progress> shown() {
        return List.copyOf(shown);
    }

    @Override
    public synchronized void checkpoint(Checkpoint reached) {
        checkpoint = Optional.of(reached);
    }

    @Override
    public synchronized Optional<Checkpoint> resumedFrom() {
        return checkpoint;
    }

    @Override
    public synchronized void keep(String title, Blob content) {
        kept.put(title, content);
    }

    public synchronized Map<String, Blob> kept() {
        return Map.copyOf(kept);
    }

    @Override
    public void pause(Duration duration) throws InterruptedException {
        Thread.sleep(duration);
    }

    @Override
    public synchronized void close() {
        connections.values().forEach(LentContext::close);
        connections.clear();
    }

    private static void close(AutoCloseable connection) {
        try {
            connection.close();
        } catch (Exception e) {
            throw new AssertionError("a connection does not close", e);
        }
    }
}
