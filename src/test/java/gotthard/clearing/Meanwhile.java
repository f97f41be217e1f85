package gotthard.clearing;

import gotthard.action.Context;
import gotthard.action.ForwardingContext;
import gotthard.action.Progress;

/// A context under which somebody else does something as soon as progress is shown.
final class Meanwhile extends ForwardingContext {
    private final Doing doing;

    Meanwhile(Context of, Doing doing) {
        super(of);
        this.doing = doing;
    }

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
}
