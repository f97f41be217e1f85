package gotthard.cli;

import gotthard.action.Allowance;
import gotthard.action.Blob;
import gotthard.action.Checkpoint;
import gotthard.action.Connector;
import gotthard.action.Context;
import gotthard.action.Fence;
import gotthard.action.Key;
import gotthard.action.Progress;
import gotthard.action.Unreachable;
import gotthard.inventory.EndpointName;
import gotthard.run.Connections;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;

/// What is lent to those who look and change nothing. Nothing can be kept through it.
record Glance(Key key, Connections connections, InstantSource clock, Instant deadline)
        implements Context {
    @Override
    public Fence fence() {
        return new Fence(0);
    }

    @Override
    public Instant now() {
        return clock.instant();
    }

    @Override
    public <C extends AutoCloseable> C open(Connector<C> how, EndpointName where)
            throws Unreachable, InterruptedException {
        return connections.open(how, where);
    }

    @Override
    public void progress(Progress progress) {
        // Nobody watches a look.
    }

    @Override
    public void pace(long bytes) {
        // A look moves nothing.
    }

    /// A look may read as fast as it can.
    @Override
    public Allowance allowance() {
        return new Allowance.Unlimited();
    }

    @Override
    public void checkpoint(Checkpoint checkpoint) {
        throw new IllegalStateException("a look has no checkpoints");
    }

    @Override
    public Optional<Checkpoint> resumedFrom() {
        return Optional.empty();
    }

    @Override
    public void keep(String title, Blob content) {
        throw new IllegalStateException("a look keeps nothing");
    }

    @Override
    public void pause(Duration duration) throws InterruptedException {
        Thread.sleep(duration);
    }
}
