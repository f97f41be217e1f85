package gotthard.objects;

import gotthard.action.Difference;
import gotthard.action.Unreachable;
import gotthard.transfer.Refused;
import gotthard.transfer.RelativePath;
import gotthard.transfer.manifest.Aspect;
import gotthard.transfer.manifest.Content;
import gotthard.transfer.manifest.Entry;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;

/// What a comparison of the histories of one cell at both sides found.
///
/// @param compared versions and delete markers that were found equal, in their order
/// @param markers of these
/// @param of how many the source has
/// @param bytes of the versions whose content was read
/// @param extra objects that only the target has
/// @param differences the first ones, sorted
record HistoryCheck(
        Copying copying,
        long objects,
        long compared,
        long markers,
        long of,
        long bytes,
        Check.Extra extra,
        List<Difference> differences) {
    HistoryCheck {
        differences = List.copyOf(differences);
    }

    /// Compares all versions of each object, and their content as the level says.
    static HistoryCheck of(Copying copying, Level level)
            throws IOException, Refused, Unreachable, InterruptedException {
        Copying.Kept kept = copying.histories();
        var comparing = new Comparing(new Reading(copying, level, Set.of()));
        try (var hands = new Hands(Copying.HANDS)) {
            for (var one : kept.source().all().entrySet()) {
                var lineage =
                        new Lineage(
                                copying,
                                one.getKey(),
                                one.getValue(),
                                kept.target().of(one.getKey()));
                hands.give(() -> comparing.compare(lineage));
            }
            hands.finish();
        }
        return comparing.result(copying, kept);
    }

    private static final class Comparing {
        private final Reading reading;
        private final List<Difference> differences = new ArrayList<>();
        private long compared;
        private long markers;

        private Comparing(Reading reading) {
            this.reading = reading;
        }

        private void compare(Lineage lineage) throws Unreachable, InterruptedException {
            Alignment alignment =
                    lineage.isOfOneShape()
                            ? Alignment.byPosition(lineage.wanted().size())
                            : lineage.aligned();
            int here = 0;
            int there = 0;
            for (Alignment.Pair pair : alignment.pairs()) {
                missing(lineage, here, pair.here());
                extra(lineage, there, pair.there());
                both(lineage, pair);
                here = pair.here() + 1;
                there = pair.there() + 1;
            }
            missing(lineage, here, lineage.wanted().size());
            extra(lineage, there, lineage.found().size());
        }

        private void missing(Lineage lineage, int from, int to) {
            for (int i = from; i < to; i++) {
                add(
                        Difference.missing(
                                lineage.shown(i, lineage.wanted()),
                                words(lineage.wanted().get(i))));
            }
        }

        private void extra(Lineage lineage, int from, int to)
                throws Unreachable, InterruptedException {
            for (int i = from; i < to; i++) {
                Versions.Kept one = lineage.found().get(i);
                add(
                        new Difference(
                                lineage.copying().target().shelf().shown(lineage.path()),
                                "%,d versions as at the source".formatted(lineage.wanted().size()),
                                "%s more, version %s there".formatted(words(one), one.version()),
                                owner(lineage, one)));
            }
        }

        private void both(Lineage lineage, Alignment.Pair pair)
                throws Unreachable, InterruptedException {
            Versions.Kept here = lineage.wanted().get(pair.here());
            Versions.Kept there = lineage.found().get(pair.there());
            if (here.isMarker()) {
                equal(true);
                return;
            }
            Reading.Both read =
                    reading.of(
                            lineage.copying().of(here.version(), there.version()),
                            entry(lineage.path(), here),
                            entry(lineage.path(), there));
            String shown = lineage.shown(pair.here(), lineage.wanted());
            if (read.found().isEmpty()) {
                add(Difference.missing(shown, words(here)));
            } else if (read.wanted().equals(read.found().get())) {
                equal(false);
            } else {
                Set<Aspect> aspects = aspects(read.wanted(), read.found().get());
                add(
                        new Difference(
                                shown,
                                Check.words(read.wanted(), aspects),
                                Check.words(read.found().get(), aspects),
                                owner(lineage, there)));
            }
        }

        private synchronized void equal(boolean isMarker) {
            compared++;
            markers += isMarker ? 1 : 0;
        }

        private synchronized void add(Difference difference) {
            differences.add(difference);
        }

        private synchronized HistoryCheck result(Copying copying, Copying.Kept kept) {
            var extra = new Check.Extra(0, List.of());
            for (RelativePath path : kept.target().all().keySet()) {
                if (copying.isAlone() && kept.source().of(path).isEmpty()) {
                    extra = extra.plus(path);
                }
            }
            return new HistoryCheck(
                    copying,
                    kept.source().all().size(),
                    compared,
                    markers,
                    kept.source().all().values().stream().mapToLong(List::size).sum(),
                    reading.bytes(),
                    extra,
                    first());
        }

        private List<Difference> first() {
            List<Difference> sorted =
                    differences.stream().sorted(Comparator.comparing(Difference::thing)).toList();
            if (sorted.size() <= Check.NAMED) {
                return sorted;
            }
            var first = new ArrayList<>(sorted.subList(0, Check.NAMED));
            first.add(Check.more(sorted.size() - Check.NAMED));
            return first;
        }

        private static Difference.Owner owner(Lineage lineage, Versions.Kept there)
                throws Unreachable, InterruptedException {
            return lineage.stamp(there)
                            .filter(stamp -> stamp.isOf(lineage.copying().context().key()))
                            .isPresent()
                    ? Difference.Owner.OURS_OR_ABSENT
                    : Difference.Owner.FOREIGN;
        }

        private static Entry entry(RelativePath path, Versions.Kept one) {
            return new Entry(path, Catalogue.metadata(0), new Content.Unread(one.listed().size()));
        }

        private static Set<Aspect> aspects(Entry wanted, Entry found) {
            if (Side.size(wanted) != Side.size(found)) {
                return Set.of(Aspect.SIZE);
            }
            return wanted.content().equals(found.content()) ? Set.of() : Set.of(Aspect.CONTENT);
        }

        private static String words(Versions.Kept one) {
            return one.isMarker() ? "a delete marker" : "%,d bytes".formatted(one.listed().size());
        }
    }
}
