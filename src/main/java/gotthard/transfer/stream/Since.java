package gotthard.transfer.stream;

import gotthard.transfer.manifest.Aspect;
import gotthard.transfer.manifest.Divergence;
import gotthard.transfer.manifest.Entry;

import java.util.OptionalLong;
import java.util.concurrent.TimeUnit;

/// Which divergences a comparison takes for late: what was written at the source since a moment.
///
/// @param moment in seconds since 1970; nothing is late without it
/// @param standing whether a file that the target has in another version may be replaced, and so be late
public record Since(OptionalLong moment, Manner.Standing standing) {
    /// Nothing is late.
    public static final Since NEVER = new Since(OptionalLong.empty(), Manner.Standing.STAYS);

    boolean takes(Divergence divergence) {
        return switch (divergence) {
            case Divergence.Missing(var wanted) -> isLate(wanted);
            case Divergence.Extra _ -> false;
            case Divergence.Differing(var wanted, _, var aspects) ->
                    isLate(wanted)
                            && !aspects.contains(Aspect.KIND)
                            && (!Sizes.isFile(wanted) || standing != Manner.Standing.STAYS);
        };
    }

    static long written(Entry entry) {
        return TimeUnit.NANOSECONDS.toSeconds(entry.metadata().modified());
    }

    private boolean isLate(Entry entry) {
        return moment.isPresent() && written(entry) >= moment.getAsLong();
    }
}
