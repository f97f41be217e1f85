package gotthard.clearing;

import gotthard.action.Difference;
import gotthard.action.Evidence;
import gotthard.action.Failure;
import gotthard.files.jobs.Clearance.Found;
import gotthard.transfer.Amount;
import gotthard.transfer.Amounts;
import gotthard.transfer.report.Report;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/// Words for what movers found and did where a cell is deleted in a volume; as [Decision] and [Standing].
final class MoverWords {
    private static final String UNSEEN =
            "snapshots that a cluster or its storage keeps of a volume are not seen from within, and not reached by this";

    private MoverWords() {}

    static String amount(Amount amount) {
        return Telling.amount(amount.files(), amount.bytes());
    }

    /// Why nothing may be deleted, if that is so.
    static Optional<Failure> refusal(Found found, boolean mayBeEmpty) {
        if (found.failed() == 0) {
            return found.all().files() == 0 && !mayBeEmpty && isNowhere(found)
                    ? Optional.of(nothing(found))
                    : Optional.empty();
        }
        boolean isBegun = found.all().files() > found.there().files();
        return Optional.of(
                Failure.refused(
                        "of %s of %s at %s, %,d are not safe elsewhere, and nothing %s deleted: %s%s"
                                .formatted(
                                        Amounts.files(found.all().files()),
                                        found.cell(),
                                        found.order().to(),
                                        found.failed(),
                                        isBegun ? "more is" : "is",
                                        found.troubles().stream()
                                                .map(trouble -> covering(found, trouble))
                                                .collect(Collectors.joining(", ")),
                                        more(found)),
                        "copy them there and verify the copy, or name other sites under \"covered\"; then retry"));
    }

    /// Also at the site itself nothing stays that would be another cell's, too.
    private static boolean isNowhere(Found found) {
        return found.covering().files() == 0
                && found.notes().stream().noneMatch(note -> note.contains(" stay"));
    }

    private static Failure nothing(Found found) {
        return Failure.refused(
                "%s holds nothing of %s, nor does %s, and nothing deleted proves nothing"
                        .formatted(found.moved().to(), found.cell(), found.order().from()),
                "check the folder of the store; where a region has no data, leave it out or write \"mayBeEmpty: true\"");
    }

    private static String covering(Found found, Report.Trouble trouble) {
        return "%s/%s (%s)".formatted(found.moved().from(), trouble.path(), trouble.what());
    }

    private static String more(Found found) {
        long more = found.failed() - found.troubles().size();
        return more > 0 ? " and %,d more".formatted(more) : "";
    }

    /// What came or changed while others were deleted.
    static Failure left(Found found) {
        return Failure.refused(
                "%s came or changed while others were deleted, and %s: %s%s; %s of %s are deleted"
                        .formatted(
                                Amounts.files(found.failed()),
                                found.failed() == 1 ? "stays" : "stay",
                                found.troubles().stream()
                                        .map(trouble -> found.moved().to() + "/" + trouble.path())
                                        .collect(Collectors.joining(", ")),
                                more(found),
                                Amounts.files(found.there().files()),
                                found.cell()),
                "find out who writes there, and copy what came; then retry: it is compared before it is deleted");
    }

    static Evidence deleted(List<Found> cleared, String sites) {
        long files = cleared.stream().mapToLong(one -> one.all().files()).sum();
        long bytes = cleared.stream().mapToLong(one -> one.all().bytes()).sum();
        var lines = new LinkedHashSet<String>();
        cleared.forEach(one -> lines.addAll(one.notes()));
        lines.add(UNSEEN);
        lines.add(Telling.BEYOND);
        return new Evidence(
                files,
                files,
                bytes,
                "%s, deleted at %s after each was read back there and at %s with the same SHA-256"
                        .formatted(
                                Telling.amount(files, bytes),
                                cleared.getFirst().order().to(),
                                sites),
                new ArrayList<>(lines));
    }

    /// What is not as wanted after deleting.
    static List<Difference> differences(Found found, boolean mayBeEmpty) {
        if (found.there().files() > 0) {
            return List.of(
                    new Difference(
                            found.moved().to().toString(),
                            "nothing of " + found.cell(),
                            amount(found.there())
                                    + found.troubles().stream()
                                            .findFirst()
                                            .map(trouble -> ", such as " + trouble.path())
                                            .orElse(""),
                            Difference.Owner.OURS_OR_ABSENT));
        }
        List<Difference> differences = new ArrayList<>();
        for (Report.Trouble trouble : found.troubles()) {
            differences.add(
                    new Difference(
                            found.moved().from() + "/" + trouble.path(),
                            "as it was before it was deleted at " + found.order().to(),
                            trouble.what(),
                            Difference.Owner.FOREIGN));
        }
        if (differences.isEmpty() && !mayBeEmpty && isNowhere(found)) {
            differences.add(
                    Difference.missing(
                            found.cell() + " at " + found.order().from(), "at least one file"));
        }
        return differences;
    }

    /// @param found at each covering site, of each cell
    static Evidence standing(List<List<Found>> found) {
        var lines = new ArrayList<String>();
        for (int cell = 0; cell < found.getFirst().size(); cell++) {
            Found first = found.getFirst().get(cell);
            int which = cell;
            String there =
                    found.stream()
                            .map(some -> some.get(which))
                            .map(
                                    one ->
                                            "%s has %s"
                                                    .formatted(
                                                            one.order().from(),
                                                            amount(one.covering())))
                            .collect(Collectors.joining(" and "));
            lines.add(
                    "nothing of %s is left at %s%s; %s"
                            .formatted(
                                    first.cell(),
                                    first.order().to(),
                                    first.notes().isEmpty()
                                            ? ""
                                            : " but " + String.join(" and ", first.notes()),
                                    there));
        }
        long files = 0;
        long bytes = 0;
        for (List<Found> some : found) {
            for (Found one : some) {
                files += one.covering().files();
                bytes += one.covering().bytes();
            }
        }
        return new Evidence(
                files, files, bytes, String.join("; ", lines), List.of(UNSEEN, Telling.BEYOND));
    }
}
