package gotthard.objects;

import gotthard.action.Difference;
import gotthard.action.Route;
import gotthard.action.Unreachable;
import gotthard.transfer.Refused;
import gotthard.transfer.RelativePath;
import gotthard.transfer.Sha256;
import gotthard.transfer.manifest.Entry;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/// Of passes: an object is as it was made while its source has the entity tag that was written on it.
///
/// @param since what the pass before was as of
record PassRule(Copying copying, Route.Manner manner, Optional<Instant> since) implements Rule {
    /// Servers tell times in whole seconds, and the machines of one may differ a little.
    private static final Duration MARGIN = Duration.ofMinutes(1);

    /// What was written well before the last pass began was seen by it. Where data may change, that counts only if the server tells when it
    /// was completed.
    @Override
    public boolean isSettled(Entry wanted, Entry found) {
        if (manner == Route.Manner.RETURN) {
            return Side.size(wanted) == Side.size(found);
        }
        boolean isTimeSure = manner != Route.Manner.REPLACE || Catalogue.isSure(wanted);
        return isTimeSure
                && Side.size(wanted) == Side.size(found)
                && since.filter(moment -> Catalogue.written(wanted).plus(MARGIN).isBefore(moment))
                        .isPresent();
    }

    @Override
    public Judgement judge(Entry wanted, Head there) throws Unreachable, InterruptedException {
        RelativePath path = wanted.path();
        Optional<Head> here = copying.source().head(path);
        Optional<Stamp> stamp = copying.target().stamp(path, there);
        if (here.isEmpty() || stamp.isEmpty()) {
            return new Judgement.Same();
        }
        boolean isSameSize = here.get().size() == there.size();
        if (isSameSize && stamp.get().isFrom(here.get().tag())) {
            return new Judgement.Same();
        }
        if (manner == Route.Manner.REPLACE) {
            return new Judgement.Changed();
        }
        Optional<Sha256> now =
                isSameSize
                        ? copying.source().read(path, there.size()).map(Side.Seen::content)
                        : Optional.empty();
        return now.equals(Optional.of(stamp.get().content()))
                ? new Judgement.Same()
                : new Judgement.Altered(altered(path, there.size(), here.get().size()));
    }

    private Difference altered(RelativePath path, long was, long now) {
        return new Difference(
                copying.source().shelf().shown(path),
                "as it was when it was brought (%,d bytes), since these data are only added to"
                        .formatted(was),
                "changed to %,d bytes with other content".formatted(now),
                Difference.Owner.FOREIGN);
    }

    @Override
    public boolean carries(Entry wanted, Hands.Task carrying)
            throws IOException, Refused, Unreachable, InterruptedException {
        String before = Side.size(wanted) > Side.PIECE ? tag(wanted.path()) : "";
        try {
            carrying.run();
            return true;
        } catch (Unreachable failed) {
            String now = tag(wanted.path());
            boolean hasChanged = now.isEmpty() || (!before.isEmpty() && !now.equals(before));
            if (hasChanged) {
                return false;
            }
            throw failed;
        }
    }

    /// The entity tag that the source has now; empty where it has none.
    private String tag(RelativePath path) throws Unreachable, InterruptedException {
        return copying.source().head(path).map(Head::tag).orElse("");
    }
}
