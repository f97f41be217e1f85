package gotthard.files;

import gotthard.action.Difference;
import gotthard.action.Route;
import gotthard.action.Unreachable;
import gotthard.transfer.Amounts;
import gotthard.transfer.Deviation;
import gotthard.transfer.Digested;
import gotthard.transfer.Item;
import gotthard.transfer.Manifest;
import gotthard.transfer.Refused;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Tells what came to the source after a moment from what differs.
record Lateness(Copying copying, Copying.Sides sides, Optional<Instant> asOf, Route.Manner manner) {
    Route.Compared compared(Level level, Instant at)
            throws Halt, Unreachable, InterruptedException {
        Check check = Check.of(copying, level, sides, known(level));
        Manifest later = isContentIn(check) ? copying.source().list() : sides.source();
        var differences = new ArrayList<Difference>();
        Route.Late late = Route.Late.NONE;
        long lateThings = 0;
        for (Deviation deviation : check.deviations()) {
            Optional<Item> wanted = sides.source().at(deviation.path());
            if (wanted.isPresent() && mayBeLate(deviation) && isLate(wanted.get(), later)) {
                late = late.plus(Arrival.size(wanted.get()), written(wanted.get(), later));
                lateThings += wanted.get() instanceof Item.Folder ? 0 : 1;
            } else {
                differences.add(difference(check, deviation));
            }
        }
        return new Route.Compared(
                at,
                check.equal(),
                check.of() - lateThings,
                check.bytes(),
                Telling.shortened(differences),
                late,
                gone(copying, sides));
    }

    /// A line about files that this key brought, and that the source has no more.
    static List<String> gone(Copying copying, Copying.Sides sides) {
        List<Item> gone =
                sides.brought().manifest().leaves().stream()
                        .filter(item -> sides.source().at(item.path()).isEmpty())
                        .filter(item -> sides.target().at(item.path()).isPresent())
                        .toList();
        return gone.isEmpty()
                ? List.of()
                : List.of(
                        "gone from the source, and left at %s: %s, such as %s"
                                .formatted(
                                        copying.target().shown(),
                                        Amounts.files(gone.size()),
                                        gone.getFirst().path()));
    }

    private Digested known(Level level) throws Halt, Unreachable, InterruptedException {
        try {
            return level == Level.RECORDED
                    ? copying.verified().and(sides.brought())
                    : sides.brought();
        } catch (Refused refused) {
            throw Complaints.of(copying.source(), refused);
        }
    }

    private static boolean isContentIn(Check check) {
        return check.deviations().stream().anyMatch(Deviation.Content.class::isInstance);
    }

    /// What changed after it was brought comes late only where data may change.
    private boolean mayBeLate(Deviation deviation) {
        return switch (deviation) {
            case Deviation.Missing _, Deviation.Metadata _ -> true;
            case Deviation.Other _, Deviation.Content _ -> manner == Route.Manner.REPLACE;
        };
    }

    private Difference difference(Check check, Deviation deviation) {
        Optional<Item> wanted = sides.source().at(deviation.path());
        Optional<Item> was = sides.brought().manifest().at(deviation.path());
        boolean isAltered =
                !mayBeLate(deviation)
                        && was.isPresent()
                        && wanted.isPresent()
                        && !was.equals(wanted);
        return isAltered
                ? Gap.altered(copying, wanted.get(), was.get())
                : check.difference(deviation);
    }

    private boolean isLate(Item wanted, Manifest later) {
        if (asOf.isEmpty()
                || sides.brought()
                        .manifest()
                        .at(wanted.path())
                        .filter(wanted::equals)
                        .isPresent()) {
            return asOf.isPresent() && later.at(wanted.path()).filter(wanted::equals).isEmpty();
        }
        return switch (wanted) {
            case Item.RegularFile _ -> !written(wanted, later).isBefore(asOf.get());
            case Item.Folder _ -> sides.brought().manifest().at(wanted.path()).isEmpty();
            case Item.Link _ -> true;
        };
    }

    /// What has no time of its own is taken for as old as the moment.
    private Instant written(Item wanted, Manifest later) {
        return later.at(wanted.path()).orElse(wanted) instanceof Item.RegularFile file
                ? Instant.ofEpochSecond(file.modified())
                : asOf.orElse(Instant.EPOCH);
    }
}
