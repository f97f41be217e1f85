package gotthard.action;

import gotthard.inventory.EndpointName;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/// A context that hands all on to another one, for those that change some of it.
public abstract class ForwardingContext implements Context {
    private final Context context;

    protected ForwardingContext(Context context) {
        this.context = context;
    }

    @Override
    public void progress(Progress progress) {
        context.progress(progress);
    }

    @Override
    public void pace(long bytes) throws InterruptedException {
        context.pace(bytes);
    }

    @Override
    public Allowance allowance() {
        return context.allowance();
    }

    @Override
    public Key key() {
        return context.key();
    }

    @Override
    public Fence fence() {
        return context.fence();
    }

    @Override
    public Instant now() {
        return context.now();
    }

    @Override
    public Instant deadline() {
        return context.deadline();
    }

    @Override
    public <C extends AutoCloseable> C open(Connector<C> how, EndpointName where)
            throws Unreachable, InterruptedException {
        return context.open(how, where);
    }

    @Override
    public void checkpoint(Checkpoint checkpoint) throws InterruptedException {
        context.checkpoint(checkpoint);
    }

    @Override
    public Optional<Checkpoint> resumedFrom() {
        return context.resumedFrom();
    }

    @Override
    public void keep(String title, Blob content) throws InterruptedException {
        context.keep(title, content);
    }

    @Override
    public void pause(Duration duration) throws InterruptedException {
        context.pause(duration);
    }
}
