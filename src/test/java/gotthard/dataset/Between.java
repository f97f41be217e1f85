package gotthard.dataset;

import gotthard.action.Checkpoint;
import gotthard.action.Context;
import gotthard.action.ForwardingContext;
import gotthard.action.Progress;

import java.time.Duration;
import java.time.Instant;

/// A context in which something happens after each pass, when it has been noted, and before each pass brings anything.
final class Between extends ForwardingContext {
    private static final Instant START = Instant.parse("2019-03-04T10:00:00Z");

    private Event before = _ -> {};
    private Event after = _ -> {};
    private Duration slowness = Duration.ZERO;
    private Duration late = Duration.ZERO;
    private int passes;

    Between(Context context) {
        super(context);
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
    public Instant now() {
        return START.plus(late);
    }

    @Override
    public void progress(Progress progress) {
        if (progress.done() == 0) {
            late = late.plus(slowness);
            happens(before);
        }
        super.progress(progress);
    }

    @Override
    public void checkpoint(Checkpoint checkpoint) throws InterruptedException {
        super.checkpoint(checkpoint);
        passes++;
        happens(after);
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
