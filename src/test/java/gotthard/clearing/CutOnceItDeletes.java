package gotthard.clearing;

import gotthard.action.Context;
import gotthard.action.ForwardingContext;
import gotthard.action.Progress;
import gotthard.kubernetes.CutContext;

/// A context under which the process dies when movers delete.
final class CutOnceItDeletes extends ForwardingContext {
    CutOnceItDeletes(Context context) {
        super(context);
    }

    @Override
    public void progress(Progress progress) {
        if (progress.doing().startsWith("deletes")) {
            throw new CutContext.Killed();
        }
        super.progress(progress);
    }
}
