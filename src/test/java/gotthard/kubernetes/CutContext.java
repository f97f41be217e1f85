package gotthard.kubernetes;

import gotthard.action.Context;
import gotthard.action.ForwardingContext;
import gotthard.action.Progress;

/// A context under which something happens when an action shows its progress for the n-th time: the process dies, if nothing
/// else is chosen.
public final class CutContext extends ForwardingContext {
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
        super(context);
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
        super.progress(progress);
    }
}
