package gotthard.cli;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeParseException;

/// Days that people write.
final class Days {
    private Days() {}

    /// Today in UTC.
    static LocalDate today(Call call) {
        return LocalDate.ofInstant(call.surroundings().clock().instant(), ZoneOffset.UTC);
    }

    /// The end of a day in UTC.
    ///
    /// @param option that the day was given with
    static Instant end(String day, String option) throws Trouble {
        try {
            return LocalDate.parse(day).plusDays(1).atStartOfDay(ZoneOffset.UTC).toInstant();
        } catch (DateTimeParseException _) {
            throw Trouble.badUse(
                    "\"" + day + "\" is no day", "write it like " + option + " 2019-12-01");
        }
    }
}
