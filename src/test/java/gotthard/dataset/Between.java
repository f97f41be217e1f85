package gotthard.dataset;

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

/// A context in which something happens after each pass, when it has been noted, and before each pass brings anything.
final class Between implements Context {
    private static final Instant START = Instant.parse("2019-03-04T10:00:00Z");

    private final Context context;
    private Event before = _ -> {};
    private Event after = _ -> {};
    private Duration slowness = Duration.ZERO;
    private Duration late = Duration.ZERO;
    private int passes;

    Between(Context context) {
        this.context = context;
    }

    /// What happens.
    interface Event {
        /// Hears of it.
        ///
        /// @param pass the number of passes that have ended
        void happens(int pass) throws Exception;
    }

    Between before(Event event) {
        before = event;
        return this;
    }

    Between after(Event event) {
        after = event;
        return this;
    }

    /// Each pass takes so much longer, by the clock of the context.
    Between slower(Duration by) {
        slowness = by;
        return this;
    }

    int passes() {
        return passes;
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
        return START.plus(late);
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
    public void progress(Progress progress) {
        if (progress.done() == 0) {
            late = late.plus(slowness);
            happens(before);
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
    public void checkpoint(Checkpoint checkpoint) throws InterruptedException {
        context.checkpoint(checkpoint);
        passes++;
        happens(after);
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

    private void happens(Event event) {
        try {
            event.happens(passes);
        } catch (RuntimeException asWanted) {
            throw asWanted;
        } catch (Exception unwanted) {
            throw new AssertionError(unwanted);
        }
    }
}
