package gotthard.mover;

import java.util.Optional;
import java.util.OptionalLong;

/// Rates as they are written: whole bytes a second, or `none`.
final class Rates {
    private static final String NONE = "none";

    private Rates() {}

    /// The rate of a text, or empty when it is none; a rate that is no limit is itself empty.
    static Optional<OptionalLong> read(String text) {
        if (text.equals(NONE)) {
            return Optional.of(OptionalLong.empty());
        }
        return text.matches("\\d{1,18}")
                ? Optional.of(OptionalLong.of(Long.parseLong(text)))
                : Optional.empty();
    }

    static String shown(OptionalLong rate) {
        return rate.isPresent() ? String.valueOf(rate.getAsLong()) : NONE;
    }
}
