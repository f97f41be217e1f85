package gotthard.policy;

import java.time.LocalDate;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;

/// The days on which a rule holds.
///
/// @param from the first of them
/// @param until the last of them
public record Validity(Optional<LocalDate> from, Optional<LocalDate> until) {
    public boolean holdsOn(LocalDate day) {
        return from.map(first -> !day.isBefore(first)).orElse(true)
                && until.map(last -> !day.isAfter(last)).orElse(true);
    }

    /// Whether there is any such day.
    boolean holdsEver() {
        return from.isEmpty() || until.isEmpty() || !until.get().isBefore(from.get());
    }

    /// The days on which it begins to hold, or holds no more.
    SortedSet<LocalDate> turns() {
        var days = new TreeSet<LocalDate>();
        from.ifPresent(days::add);
        until.map(last -> last.plusDays(1)).ifPresent(days::add);
        return days;
    }

    /// ` from 2018-11-13`, or nothing when it always holds.
    String words() {
        return from.map(day -> " from " + day).orElse("")
                + until.map(day -> " until " + day).orElse("");
    }
}
