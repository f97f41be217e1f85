package gotthard.files;

import gotthard.action.Difference;
import gotthard.action.Unreachable;
import gotthard.transfer.Amounts;
import gotthard.transfer.Comparison;
import gotthard.transfer.Deviation;
import gotthard.transfer.Digested;
import gotthard.transfer.Item;
import gotthard.transfer.Manifest;
import gotthard.transfer.RelativePath;
import gotthard.transfer.Sha256;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;

/// What a comparison of one cell at both ends found.
///
/// @param deviations what is not as at the source and matters
/// @param equal files whose content was compared, or whose size was where only that was asked
/// @param of files and links that the source has
/// @param bytes of the files compared by content
record Check(
        Copying copying,
        Copying.Sides sides,
        List<Deviation> deviations,
        long equal,
        long of,
        long bytes) {
    private static final int SAMPLE = 400;

    Check {
        deviations = List.copyOf(deviations);
    }

    /// Compares names, sizes and times, and content as the level says.
    static Check of(Copying copying, Level level) throws Halt, Unreachable, InterruptedException {
        Copying.Sides sides = copying.look();
        return of(copying, level, sides, sides.brought());
    }

    /// The same of what was listed already.
    ///
    /// @param known what was found equal before
    static Check of(Copying copying, Level level, Copying.Sides sides, Digested known)
            throws Halt, Unreachable, InterruptedException {
        if (sides.source().leaves().isEmpty()) {
            throw Halt.refused(
                    copying.source().shown()
                            + " holds no files, and nothing compared proves nothing",
                    "check the folder of the store; if it is right, leave this region out of the step");
        }
        var comparison = Comparison.of(sides.source(), sides.target());
        var deviations = new ArrayList<Deviation>();
        comparison.deviations().stream()
                .filter(deviation -> matters(deviation, sides))
                .forEach(deviations::add);
        List<Item.RegularFile> chosen = chosen(comparison.alike(), level, copying);
        List<Deviation> content =
                level == Level.RECORDED
                        ? new Records(copying, sides, known).content(chosen)
                        : content(copying, chosen);
        deviations.addAll(content);
        long links = (long) sides.source().leaves().size() - sides.source().files().size();
        long equal =
                level == Level.COUNT ? comparison.alike().size() : chosen.size() - content.size();
        return new Check(
                copying,
                sides,
                deviations,
                equal + links - missingLinks(deviations),
                sides.source().leaves().size(),
                chosen.stream().mapToLong(Item.RegularFile::size).sum());
    }

    /// What only these deviations say.
    static Check of(Copying copying, Copying.Sides sides, List<Deviation> deviations) {
        return new Check(copying, sides, deviations, 0, 0, 0);
    }

    /// The same without some paths, and with what is in the stage now.
    Check without(Set<RelativePath> paths, Manifest stage) {
        return of(
                copying,
                new Copying.Sides(sides.source(), sides.target(), stage, sides.brought()),
                deviations.stream()
                        .filter(deviation -> !paths.contains(deviation.path()))
                        .toList());
    }

    boolean holds() {
        return deviations.isEmpty();
    }

    /// Files and links at the target that the source does not have. They are no difference, because they may be anybody's: nothing of them is
    /// ever changed, and other steps may bring them. Where cells share a folder, what is not of the one is of another, and none is named.
    List<String> others() {
        if (copying.cell().list().isPresent()) {
            return List.of();
        }
        return sides.target().leaves().stream()
                .filter(item -> sides.source().at(item.path()).isEmpty())
                .map(item -> copying.target().shown(item.path()))
                .toList();
    }

    /// How much of [#equal] this key has not brought.
    long equalBefore() {
        Set<RelativePath> unequal =
                deviations.stream().map(Deviation::path).collect(Collectors.toSet());
        return equal
                - sides.brought().manifest().leaves().stream()
                        .filter(item -> sides.source().at(item.path()).isPresent())
                        .filter(item -> !unequal.contains(item.path()))
                        .count();
    }

    /// For people: what is wanted, what was found.
    List<Difference> differences() {
        return deviations.stream().map(this::difference).toList();
    }

    /// What stands at the target in the way and is not as at the source.
    List<Deviation> foreign() {
        return deviations.stream().filter(Check::isForeign).toList();
    }

    private static boolean isForeign(Deviation deviation) {
        return switch (deviation) {
            case Deviation.Other _, Deviation.Content _ -> true;
            case Deviation.Missing _, Deviation.Metadata _ -> false;
        };
    }

    Difference difference(Deviation deviation) {
        String thing = copying.target().shown(deviation.path());
        return switch (deviation) {
            case Deviation.Missing(var wanted) -> Difference.missing(thing, words(wanted));
            case Deviation.Other(var wanted, var found) ->
                    new Difference(thing, words(wanted), words(found), Difference.Owner.FOREIGN);
            case Deviation.Content(var _, var source, var target) ->
                    new Difference(
                            thing,
                            "SHA-256 " + source.brief(),
                            "SHA-256 " + target.brief(),
                            Difference.Owner.FOREIGN);
            case Deviation.Metadata(var wanted, var found) ->
                    new Difference(
                            thing,
                            metadata(wanted),
                            metadata(found),
                            Difference.Owner.OURS_OR_ABSENT);
        };
    }

    private static boolean matters(Deviation deviation, Copying.Sides sides) {
        return !(deviation instanceof Deviation.Metadata)
                || sides.brought().manifest().at(deviation.path()).isPresent();
    }

    private static List<Item.RegularFile> chosen(
            List<Item.RegularFile> alike, Level level, Copying copying) {
        return switch (level) {
            case COUNT -> List.of();
            case FULL, RECORDED -> alike;
            case SAMPLE -> {
                var shuffled = new ArrayList<>(alike);
                java.util.Collections.shuffle(
                        shuffled, new Random(copying.mark().path().hashCode()));
                yield shuffled.stream()
                        .limit(SAMPLE)
                        .sorted((a, b) -> a.path().compareTo(b.path()))
                        .toList();
            }
        };
    }

    /// What differs in content, as both sides read it now.
    static List<Deviation> content(Copying copying, List<Item.RegularFile> chosen)
            throws Halt, Unreachable, InterruptedException {
        if (chosen.isEmpty()) {
            return List.of();
        }
        List<Map<RelativePath, Sha256>> both =
                Together.all(
                        List.of(
                                () -> copying.source().digests(chosen),
                                () -> copying.target().digests(chosen)));
        var deviations = new ArrayList<Deviation>();
        for (Item.RegularFile file : chosen) {
            Sha256 wanted = both.get(0).get(file.path());
            Sha256 found = both.get(1).get(file.path());
            if (wanted == null) {
                throw Halt.tryAgain(
                        copying.source().shown(file.path())
                                + " vanished or can't be read while it was compared",
                        "stop what changes the source, check its rights, and try again");
            }
            if (found == null) {
                deviations.add(new Deviation.Missing(file));
            } else if (!wanted.equals(found)) {
                deviations.add(new Deviation.Content(file, wanted, found));
            }
        }
        return deviations;
    }

    private static long missingLinks(List<Deviation> deviations) {
        return deviations.stream()
                .filter(
                        deviation ->
                                switch (deviation) {
                                    case Deviation.Missing(var wanted) ->
                                            wanted instanceof Item.Link;
                                    case Deviation.Other(var wanted, var _) ->
                                            wanted instanceof Item.Link;
                                    case Deviation.Content _, Deviation.Metadata _ -> false;
                                })
                .count();
    }

    private static String words(Item item) {
        return switch (item) {
            case Item.RegularFile file -> Amounts.exactBytes(file.size());
            case Item.Folder _ -> "a folder";
            case Item.Link link -> "a link to " + link.target();
        };
    }

    private static String metadata(Item item) {
        return switch (item) {
            case Item.RegularFile file ->
                    "mode %o, modified %s"
                            .formatted(
                                    file.mode(), java.time.Instant.ofEpochSecond(file.modified()));
            case Item.Folder folder -> "mode %o".formatted(folder.mode());
            case Item.Link link -> "a link to " + link.target();
        };
    }
}
