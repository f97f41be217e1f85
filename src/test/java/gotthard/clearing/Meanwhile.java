package gotthard.clearing;

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

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/// A context under which somebody else does something as soon as progress is shown.
record Meanwhile(Context of, Doing doing) implements Context {
    /// What they do.
    @FunctionalInterface
    interface Doing {
        void run() throws Exception;
    }

    @Override
    public void progress(Progress progress) {
        try {
            doing.run();
        } catch (Exception e) {
            throw new AssertionError(e);
        }
    }

    @Override
    public Key key() {
        return of.key();
    }

    @Override
    public Fence fence() {
        return of.fence();
    }

    @Override
    public Instant now() {
        return of.now();
    }

    @Override
    public Instant deadline() {
        return of.deadline();
    }

    @Override
    public <C extends AutoCloseable> C open(Connector<C> how, EndpointName where)
            throws Unreachable, InterruptedException {
        return of.open(how, where);
    }

    @Override
    public void pace(long bytes) throws InterruptedException {
        of.pace(bytes);
    }

    @Override
    public Allowance allowance() {
        return of.allowance();
    }

    @Override
    public void checkpoint(Checkpoint checkpoint) throws InterruptedException {
        of.checkpoint(checkpoint);
    }

    @Override
    public Optional<Checkpoint> resumedFrom() {
        return of.resumedFrom();
    }

    @Override
    public void keep(String title, Blob content) throws InterruptedException {
        of.keep(title, content);
    }

    @Override
    public void pause(Duration duration) throws InterruptedException {
        of.pause(duration);
    }
}
