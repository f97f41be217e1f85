package gotthard.files;

import gotthard.action.Difference;
import gotthard.action.Unreachable;
import gotthard.transfer.Amounts;

import java.util.List;
import java.util.Optional;

/// How one cell's target becomes what it was before a key brought anything.
///
/// @param found what was there
record WayBack(Copying copying, Found.OfCell found) {
    /// What the key has brought, in words.
    Optional<String> marked() throws Halt, Unreachable, InterruptedException {
        return copying.isMarked()
                ? Optional.of(
                        "%s brought to %s"
                                .formatted(
                                        Amounts.files(copying.brought().digests().size()),
                                        copying.target().shown()))
                : Optional.empty();
    }

    /// Takes away what the key has brought; nothing where it has left no mark.
    Optional<Withdrawal.Withdrawn> withdraw() throws Halt, Unreachable, InterruptedException {
        var withdrawal = new Withdrawal(copying);
        if (copying.isMarked()) {
            return Optional.of(withdrawal.withdraw(found.levels()));
        }
        withdrawal.tidy(found.levels());
        return Optional.empty();
    }

    /// A line for each file that stays.
    static List<String> left(Copying copying, Withdrawal.Withdrawn withdrawn) {
        return withdrawn.left().stream()
                .map(
                        path ->
                                "left, since it was changed after the copy: "
                                        + copying.target().shown(path))
                .toList();
    }

    /// What is not as it was.
    Optional<Difference> unrestored() throws Halt, Unreachable, InterruptedException {
        if (copying.isMarked()) {
            return Optional.of(
                    new Difference(
                            copying.mark().shown(),
                            "no mark of this run",
                            "what this run brought",
                            Difference.Owner.OURS_OR_ABSENT));
        }
        String empty = new Withdrawal(copying).emptyFolder(found.levels());
        if (!empty.isEmpty()) {
            return Optional.of(
                    new Difference(
                            copying.target().host().name() + ":" + empty,
                            "no folder",
                            "an empty one",
                            Difference.Owner.OURS_OR_ABSENT));
        }
        Copying.Sides sides = copying.lookAtWhatMayBeGone();
        if (sides.source().leaves().isEmpty()) {
            return Optional.empty();
        }
        long equal = Check.of(copying, Level.FULL, sides, sides.brought()).equal();
        return equal > found.equal()
                ? Optional.of(
                        new Difference(
                                copying.target().shown(),
                                Amounts.files(found.equal()) + " of the source",
                                Amounts.files(equal),
                                Difference.Owner.FOREIGN))
                : Optional.empty();
    }
}
