package gotthard.transfer.stream;

import gotthard.transfer.Amount;
import gotthard.transfer.Late;
import gotthard.transfer.Refused;
import gotthard.transfer.manifest.Aspect;
import gotthard.transfer.manifest.Content;
import gotthard.transfer.manifest.Divergence;
import gotthard.transfer.manifest.Divergences;
import gotthard.transfer.manifest.Entries;
import gotthard.transfer.manifest.Entry;
import gotthard.transfer.manifest.Seal;

import java.io.IOException;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/// Compares what both ends have, and keeps the first divergences.
final class Findings {
    private static final int TOLD = 10;

    /// What remains of a confidence of 95 %.
    private static final double DOUBT = 0.05;

    private final Look look;
    private final Since since;
    private final Target.Folder folder;
    private final List<Trouble> told = new ArrayList<>();
    private long files;
    private long bytes;
    private Late late = Late.NONE;

    Findings(Look look, Since since, Target.Folder folder) {
        this.look = look;
        this.since = since;
        this.folder = folder;
    }

    Compared of(Seal seal, Entries source, Entries target) throws IOException, Refused {
        Divergences.Tally tally =
                Divergences.between(new Counted(source), target, this::aspects, this::found);
        long unproven = tally.equal() - tally.read();
        var alike = new Amount(files, bytes);
        return new Compared(
                seal, tally, late, alike, unproven, told, bound(files - unproven, unproven));
    }

    private Set<Aspect> aspects(Entry wanted, Entry found) {
        Set<Aspect> aspects = Aspect.between(wanted, found);
        switch (folder) {
            case OWN -> {}
            case SHARED -> {
                if (wanted.content() instanceof Content.Folder) {
                    aspects.remove(Aspect.MODIFIED);
                }
            }
            case MERGED ->
                    aspects.removeAll(EnumSet.of(Aspect.MODE, Aspect.MODIFIED, Aspect.OWNER));
        }
        return aspects;
    }

    private void found(Divergence divergence) {
        switch (divergence) {
            case Divergence.Missing(var wanted) -> lacking(wanted, divergence);
            case Divergence.Differing(var wanted, _, _) -> lacking(wanted, divergence);
            case Divergence.Extra _ -> tell(divergence);
        }
    }

    private void lacking(Entry wanted, Divergence divergence) {
        count(wanted, -1);
        boolean isAwaited = look instanceof Look.Common && divergence instanceof Divergence.Missing;
        if (!isAwaited && !since.takes(divergence)) {
            tell(divergence);
            return;
        }
        Late more = Sizes.isFile(wanted) ? late.plus(Sizes.of(wanted)) : late.plusOther();
        late = more.since(Since.written(wanted));
    }

    private void tell(Divergence divergence) {
        if (told.size() < TOLD) {
            told.add(trouble(divergence));
        }
    }

    private static Trouble trouble(Divergence divergence) {
        return switch (divergence) {
            case Divergence.Missing(var wanted) ->
                    new Trouble(
                            wanted.path(),
                            "only the source has it",
                            "make another pass, which brings it");
            case Divergence.Extra(var other) ->
                    new Trouble(
                            other.path(),
                            "only the target has it",
                            "find out whose it is; what vanished at the source stays here");
            case Divergence.Differing(var wanted, _, var aspects) ->
                    new Trouble(
                            wanted.path(),
                            aspects.stream()
                                    .sorted()
                                    .map(aspect -> aspect.name().toLowerCase(Locale.ROOT))
                                    .collect(Collectors.joining(", ", "it differs in: ", "")),
                            "find out who changed it, and make another pass");
        };
    }

    private void count(Entry entry, int sign) {
        if (Sizes.isFile(entry)) {
            files += sign;
            bytes += sign * Sizes.of(entry);
        }
    }

    /// If this share or more differed, a sample without a difference would come up less often than one time in twenty.
    private double bound(long read, long unproven) {
        if (unproven == 0) {
            return 0;
        }
        return look instanceof Look.Sample && read > 0 ? 1 - Math.pow(DOUBT, 1.0 / read) : 1;
    }

    private final class Counted implements Entries {
        private final Entries entries;

        Counted(Entries entries) {
            this.entries = entries;
        }

        @Override
        public Optional<Entry> next() throws IOException, Refused {
            Optional<Entry> next = entries.next();
            next.ifPresent(entry -> count(entry, 1));
            return next;
        }

        @Override
        public void close() throws IOException {
            entries.close();
        }
    }
}
