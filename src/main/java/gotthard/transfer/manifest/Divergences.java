package gotthard.transfer.manifest;

import gotthard.transfer.Refused;

import java.io.IOException;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiFunction;

/// Compares two manifests by going through both at the same time; nothing but one entry of each is in memory.
public final class Divergences {
    private Divergences() {}

    /// Hears of each divergence, in the order of the paths.
    @FunctionalInterface
    public interface Listener {
        void found(Divergence divergence) throws IOException, Refused;
    }

    /// What a comparison covered.
    ///
    /// @param equal entries that are alike in all that is known of them
    /// @param read those among them whose content both sides have read, or that have none but what was compared
    /// @param missing only at the source
    /// @param extra only at the target
    /// @param differing at both, and not the same
    public record Tally(long equal, long read, long missing, long extra, long differing) {
        /// Whether both are the same, everything was read, and there was something.
        public boolean isProof() {
            return missing + extra + differing == 0 && read == equal && equal > 0;
        }
    }

    /// Goes through both to their ends.
    public static Tally between(Entries source, Entries target, Listener listener)
            throws IOException, Refused {
        return between(source, target, Aspect::between, listener);
    }

    /// The same.
    ///
    /// @param judging what of two entries of one path counts as different
    public static Tally between(
            Entries source,
            Entries target,
            BiFunction<Entry, Entry, Set<Aspect>> judging,
            Listener listener)
            throws IOException, Refused {
        long equal = 0;
        long read = 0;
        long missing = 0;
        long extra = 0;
        long differing = 0;
        var pairs = new Pairs(source, target);
        for (var next = pairs.next(); next.isPresent(); next = pairs.next()) {
            Optional<Entry> wanted = next.get().wanted();
            Optional<Entry> found = next.get().found();
            if (found.isEmpty()) {
                missing++;
                listener.found(new Divergence.Missing(wanted.orElseThrow()));
            } else if (wanted.isEmpty()) {
                extra++;
                listener.found(new Divergence.Extra(found.get()));
            } else {
                Set<Aspect> aspects = judging.apply(wanted.get(), found.get());
                if (aspects.isEmpty()) {
                    equal++;
                    read += isRead(wanted.get()) && isRead(found.get()) ? 1 : 0;
                } else {
                    differing++;
                    listener.found(new Divergence.Differing(wanted.get(), found.get(), aspects));
                }
            }
        }
        return new Tally(equal, read, missing, extra, differing);
    }

    private static boolean isRead(Entry entry) {
        return !(entry.content() instanceof Content.Unread);
    }
}
