package gotthard.kubernetes;

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

/// A context under which something happens when an action shows its progress for the n-th time: the process dies, if nothing
/// else is chosen.
public final class CutContext implements Context {
    private final Context context;
    private final Runnable event;
    private int left;

    public CutContext(Context context, int progresses) {
        this(
                context,
                progresses,
                () -> {
                    throw new Killed();
                });
    }

    public CutContext(Context context, int progresses, Runnable event) {
        this.context = context;
        this.left = progresses;
        this.event = event;
    }

    /// Stands for `kill -9`: nothing catches it.
    public static final class Killed extends Error {
        private static final long serialVersionUID = 1L;
    }

    @Override
    public void progress(Progress progress) {
        left--;
        if (left == 0) {
            event.run();
        }
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
