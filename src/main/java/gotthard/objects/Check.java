package gotthard.objects;

import gotthard.action.Difference;
import gotthard.action.Unreachable;
import gotthard.transfer.Refused;
import gotthard.transfer.RelativePath;
import gotthard.transfer.Sha256;
import gotthard.transfer.manifest.Aspect;
import gotthard.transfer.manifest.Content;
import gotthard.transfer.manifest.Divergence;
import gotthard.transfer.manifest.Divergences;
import gotthard.transfer.manifest.Entry;
import gotthard.transfer.manifest.Pairs;
import gotthard.transfer.manifest.Seal;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// What a comparison of one cell at both sides found.
///
/// @param source the seal of the manifest of the source, as far as it was read
/// @param compared objects that were found equal, by content where the level says so
/// @param bytes of the objects whose content was read
/// @param extra what only the target has
/// @param divergences the first ones, in the order of their names
/// @param diverging how many there are
record Check(
        Copying copying,
        Seal source,
        long compared,
        long bytes,
        Extra extra,
        List<Divergence> divergences,
        long diverging) {
    static final int NAMED = 100;

    Check {
        divergences = List.copyOf(divergences);
    }

    /// What only the target has: how many, and the names of some.
    record Extra(long count, List<RelativePath> some) {
        private static final int SOME = 10;

        Extra {
            some = List.copyOf(some);
        }

        Extra plus(RelativePath path) {
            var more = new ArrayList<>(some);
            if (more.size() < SOME) {
                more.add(path);
            }
            return new Extra(count + 1, more);
        }
    }

    /// Compares names and sizes, and content as the level says.
    ///
    /// @param folder for manifests, this call's alone
    static Check of(Copying copying, Level level, Path folder)
            throws IOException, Refused, Unreachable, InterruptedException {
        return of(copying, level, copying.list(folder), folder, new Latecomers());
    }

    /// The same of what was listed already.
    ///
    /// @param latecomers takes what came late, which is not compared
    static Check of(
            Copying copying, Level level, Copying.Sides sides, Path folder, Latecomers latecomers)
            throws IOException, Refused, Unreachable, InterruptedException {
        Set<RelativePath> sample = level == Level.SAMPLE ? Sample.of(sides, copying) : Set.of();
        var extra = new Extra(0, List.of());
        Catalogue wanted;
        Catalogue found;
        var reading = new Reading(copying, level, sample);
        try (var hands = new Hands(Copying.HANDS);
                var ours = new Catalogue.Draft(folder, "wanted");
                var theirs = new Catalogue.Draft(folder, "found")) {
            try (var pairs = new Pairs(sides.source().open(), sides.target().open())) {
                for (var next = pairs.next(); next.isPresent(); next = pairs.next()) {
                    Optional<Entry> here = next.get().wanted();
                    Optional<Entry> there = next.get().found();
                    if (here.isEmpty()) {
                        if (copying.isAlone()) {
                            extra = extra.plus(there.orElseThrow().path());
                        }
                    } else if (there.isEmpty()) {
                        if (!latecomers.takes(here.get())) {
                            ours.add(Catalogue.plain(here.get()));
                        }
                    } else {
                        hands.give(
                                () -> {
                                    Reading.Both both =
                                            reading.of(
                                                    Catalogue.plain(here.get()),
                                                    Catalogue.plain(there.get()));
                                    if (latecomers.takes(here.get(), both)) {
                                        return;
                                    }
                                    ours.add(both.wanted());
                                    if (both.found().isPresent()) {
                                        theirs.add(both.found().get());
                                    }
                                });
                    }
                }
            }
            hands.finish();
            wanted = ours.finished();
            found = theirs.finished();
        }
        var divergences = new ArrayList<Divergence>();
        try (var source = wanted.open();
                var target = found.open()) {
            Divergences.Tally tally =
                    Divergences.between(
                            source,
                            target,
                            divergence -> {
                                if (divergences.size() < NAMED) {
                                    divergences.add(divergence);
                                }
                            });
            return new Check(
                    copying,
                    wanted.seal(),
                    level == Level.COUNT ? tally.equal() : tally.read(),
                    reading.bytes(),
                    extra,
                    divergences,
                    tally.missing() + tally.differing());
        }
    }

    boolean holds() {
        return diverging == 0;
    }

    /// For people: what is wanted, what was found, and whose it is.
    List<Difference> differences() throws Unreachable, InterruptedException {
        var differences = new ArrayList<Difference>();
        for (Divergence divergence : divergences) {
            switch (divergence) {
                case Divergence.Missing(var wanted) ->
                        differences.add(
                                Difference.missing(
                                        shown(wanted), words(wanted, Set.of(Aspect.SIZE))));
                case Divergence.Extra _ -> {}
                case Divergence.Differing(var wanted, var found, var aspects) ->
                        differences.add(
                                new Difference(
                                        shown(wanted),
                                        words(wanted, aspects),
                                        words(found, aspects),
                                        owner(found.path())));
            }
        }
        if (diverging > divergences.size()) {
            differences.add(more(diverging - divergences.size()));
        }
        return differences;
    }

    /// What stands for differences that are not told one by one.
    static Difference more(long count) {
        return new Difference(
                "%,d more".formatted(count),
                "as at the source",
                "other",
                Difference.Owner.OURS_OR_ABSENT);
    }

    private Difference.Owner owner(RelativePath path) throws Unreachable, InterruptedException {
        return copying.target()
                        .head(path)
                        .filter(head -> !copying.target().isOurs(path, head))
                        .isPresent()
                ? Difference.Owner.FOREIGN
                : Difference.Owner.OURS_OR_ABSENT;
    }

    private String shown(Entry entry) {
        return copying.target().shelf().shown(entry.path());
    }

    /// What is told of an entry that differs in some respect.
    static String words(Entry entry, Set<Aspect> aspects) {
        if (aspects.contains(Aspect.SIZE)) {
            return "%,d bytes".formatted(Side.size(entry));
        }
        if (aspects.contains(Aspect.CONTENT)) {
            return entry.content() instanceof Content.Hashed(_, Sha256 digest)
                    ? "SHA-256 " + digest.brief()
                    : "content";
        }
        return "attributes and tags %012x…".formatted(entry.metadata().modified() >>> 16);
    }
}
