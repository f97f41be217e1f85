package gotthard.files;

import gotthard.action.Difference;
import gotthard.action.Route;
import gotthard.action.Unreachable;
import gotthard.transfer.Amounts;
import gotthard.transfer.Comparison;
import gotthard.transfer.Deviation;
import gotthard.transfer.Digested;
import gotthard.transfer.Item;
import gotthard.transfer.Manifest;
import gotthard.transfer.Refused;
import gotthard.transfer.RelativePath;
import gotthard.transfer.Sha256;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/// Finds what the target of a route lacks, and reads only the content of what is not as it is recorded.
final class Gap {
    /// Times of files are whole seconds: what was written in the second of a listing may have changed after it.
    private static final Duration SAME_MOMENT = Duration.ofSeconds(2);

    private final Copying copying;
    private final Copying.Sides sides;
    private final Digested verified;
    private final Route.Manner manner;
    private final Instant since;
    private final List<Deviation> deviations = new ArrayList<>();
    private final List<Item.RegularFile> doubtful = new ArrayList<>();
    private final List<Item.RegularFile> unknown = new ArrayList<>();
    private final Map<RelativePath, Difference> altered = new TreeMap<>();

    private Gap(
            Copying copying,
            Copying.Sides sides,
            Digested verified,
            Route.Manner manner,
            Instant since) {
        this.copying = copying;
        this.sides = sides;
        this.verified = verified;
        this.manner = manner;
        this.since = since;
    }

    /// What was found.
    ///
    /// @param check with what is to be brought, and what stands in the way
    /// @param inTheWay for people
    /// @param verified files that others had brought and that were found equal, now and before
    /// @param isMore whether some were found now, and passes will ask for them again
    record Found(Check check, List<Difference> inTheWay, Digested verified, boolean isMore) {}

    /// Looks.
    ///
    /// @param since what the pass before was as of
    static Found of(
            Copying copying, Copying.Sides sides, Route.Manner manner, Optional<Instant> since)
            throws Halt, Unreachable, InterruptedException {
        return new Gap(copying, sides, copying.verified(), manner, since.orElse(Instant.MAX))
                .found();
    }

    private Found found() throws Halt, Unreachable, InterruptedException {
        var others = new TreeMap<RelativePath, Deviation>();
        Comparison.of(sides.source(), sides.target())
                .deviations()
                .forEach(deviation -> others.put(deviation.path(), deviation));
        for (Item item : sides.source().items()) {
            sort(item, Optional.ofNullable(others.get(item.path())));
        }
        judgeDoubtful();
        Digested more = judgeUnknown();
        forgetWhatMoves();
        Check check = Check.of(copying, sides, deviations);
        var inTheWay = new ArrayList<Difference>();
        check.foreign().forEach(deviation -> inTheWay.add(check.difference(deviation)));
        inTheWay.addAll(altered.values());
        try {
            return new Found(
                    check,
                    inTheWay,
                    verified.and(more),
                    !more.digests().isEmpty() && !manner.isExchange());
        } catch (Refused refused) {
            throw Complaints.of(copying.source(), refused);
        }
    }

    private void sort(Item item, Optional<Deviation> deviation) {
        Optional<Item> brought = sides.brought().manifest().at(item.path());
        if (deviation.isEmpty()) {
            sortAlike(item, brought);
            return;
        }
        switch (deviation.get()) {
            case Deviation.Missing missing -> deviations.add(missing);
            case Deviation.Content content -> deviations.add(content);
            case Deviation.Metadata metadata -> {
                if (item instanceof Item.RegularFile file) {
                    sortMetadata(file, brought);
                } else if (brought.isPresent()) {
                    deviations.add(metadata);
                }
            }
            case Deviation.Other other -> sortOther(other, brought);
        }
    }

    private void sortAlike(Item item, Optional<Item> brought) {
        if (!(item instanceof Item.RegularFile file)) {
            return;
        }
        if (brought.filter(item::equals).isPresent()) {
            if (!modified(file).isBefore(since)) {
                doubtful.add(file);
            }
        } else {
            sortMetadata(file, brought);
        }
    }

    /// A file of one size at both ends.
    private void sortMetadata(Item.RegularFile file, Optional<Item> brought) {
        if (brought.orElse(null) instanceof Item.RegularFile) {
            doubtful.add(file);
            return;
        }
        if (manner == Route.Manner.RETURN) {
            return;
        }
        if (verified.manifest().at(file.path()).filter(file::equals).isEmpty()
                || !modified(file).isBefore(since)) {
            unknown.add(file);
        }
    }

    private void sortOther(Deviation.Other other, Optional<Item> brought) {
        boolean areFiles =
                other.wanted() instanceof Item.RegularFile
                        && other.found() instanceof Item.RegularFile
                        && brought.orElse(null) instanceof Item.RegularFile;
        if (areFiles && other.wanted() instanceof Item.RegularFile file) {
            doubtful.add(file);
        } else if (other.wanted() instanceof Item.Folder
                || brought.filter(other.found()::equals).isEmpty()) {
            deviations.add(other);
        } else {
            changed(other.wanted(), other.found());
        }
    }

    /// Of what this key brought, and one of the ends has otherwise now: is it still at the target, and has it changed at the source?
    private void judgeDoubtful() throws Halt, Unreachable, InterruptedException {
        if (doubtful.isEmpty()) {
            return;
        }
        Manifest target = sides.target();
        Manifest brought = sides.brought().manifest();
        List<Item.RegularFile> there =
                doubtful.stream().flatMap(file -> file(target, file.path()).stream()).toList();
        List<Item.RegularFile> sameSize =
                doubtful.stream()
                        .filter(
                                file ->
                                        file(brought, file.path())
                                                .filter(was -> was.size() == file.size())
                                                .isPresent())
                        .toList();
        List<Map<RelativePath, Sha256>> both =
                Together.all(
                        List.of(
                                () -> copying.target().digests(there),
                                () -> copying.source().digests(sameSize)));
        for (Item.RegularFile file : doubtful) {
            Item.RegularFile found = file(target, file.path()).orElse(file);
            Optional<Sha256> recorded = at(sides.brought().digests(), file);
            Optional<Sha256> now = at(both.get(0), file);
            if (now.isEmpty()) {
                deviations.add(new Deviation.Missing(file));
            } else if (!now.equals(recorded)) {
                deviations.add(new Deviation.Other(file, found));
            } else if (!at(both.get(1), file).equals(recorded)) {
                changed(file, found);
            } else if (!file.equals(found)
                    || brought.at(file.path()).filter(file::equals).isEmpty()) {
                deviations.add(new Deviation.Metadata(file, found));
            }
        }
    }

    private void changed(Item wanted, Item found) {
        if (manner == Route.Manner.REPLACE) {
            deviations.add(new Deviation.Metadata(wanted, found));
            return;
        }
        altered.put(wanted.path(), altered(copying, wanted, found));
    }

    /// Data that are only added to have changed.
    ///
    /// @param was as it was brought
    static Difference altered(Copying copying, Item wanted, Item was) {
        return new Difference(
                copying.source().shown(wanted.path()),
                "as it was when it was brought (%s), since these data are only added to"
                        .formatted(words(was)),
                "changed to " + words(wanted),
                Difference.Owner.FOREIGN);
    }

    /// Of what others have brought, and nobody has compared yet.
    private Digested judgeUnknown() throws Halt, Unreachable, InterruptedException {
        if (unknown.isEmpty()) {
            return Digested.EMPTY;
        }
        List<Map<RelativePath, Sha256>> both =
                Together.all(
                        List.of(
                                () -> copying.source().digests(unknown),
                                () -> copying.target().digests(unknown)));
        var equal = new ArrayList<Item.RegularFile>();
        var digests = new TreeMap<RelativePath, Sha256>();
        for (Item.RegularFile file : unknown) {
            Optional<Sha256> here = at(both.get(0), file);
            Optional<Sha256> there = at(both.get(1), file);
            if (there.isEmpty()) {
                deviations.add(new Deviation.Missing(file));
            } else if (here.equals(there)) {
                equal.add(file);
                digests.put(file.path(), there.get());
            } else if (here.isPresent()) {
                deviations.add(new Deviation.Content(file, here.get(), there.get()));
            }
        }
        try {
            return new Digested(Manifest.of(equal), digests);
        } catch (Refused refused) {
            throw Complaints.of(copying.source(), refused);
        }
    }

    /// What changed at the source while it was read says nothing yet.
    private void forgetWhatMoves() throws Halt, Unreachable, InterruptedException {
        boolean isRead =
                deviations.stream().anyMatch(Deviation.Content.class::isInstance)
                        || !altered.isEmpty();
        if (!isRead) {
            return;
        }
        Manifest now = copying.source().list();
        deviations.removeIf(
                deviation ->
                        deviation instanceof Deviation.Content(var wanted, _, _)
                                && now.at(wanted.path()).filter(wanted::equals).isEmpty());
        altered.keySet().removeIf(path -> now.at(path).isEmpty());
    }

    private Instant modified(Item.RegularFile file) {
        return Instant.ofEpochSecond(file.modified()).plus(SAME_MOMENT);
    }

    private static Optional<Item.RegularFile> file(Manifest manifest, RelativePath path) {
        return manifest.at(path)
                .filter(Item.RegularFile.class::isInstance)
                .map(Item.RegularFile.class::cast);
    }

    private static Optional<Sha256> at(Map<RelativePath, Sha256> digests, Item.RegularFile file) {
        return Optional.ofNullable(digests.get(file.path()));
    }

    private static String words(Item item) {
        return switch (item) {
            case Item.RegularFile file ->
                    "%s, modified %s"
                            .formatted(
                                    Amounts.exactBytes(file.size()),
                                    Instant.ofEpochSecond(file.modified()));
            case Item.Folder _ -> "a folder";
            case Item.Link link -> "a link to " + link.target();
        };
    }
}
