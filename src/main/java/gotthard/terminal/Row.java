package gotthard.terminal;

import java.time.Duration;
import java.util.Optional;
import java.util.OptionalDouble;

/// One line of the table.
///
/// @param name what it is about
/// @param state in a word: `running`, `verified`
/// @param doing what it does, or waits for; may be empty
/// @param amount how much is done, while something is
/// @param perSecond the rate of late, in the amount's unit
/// @param left how long it may still take
/// @param elapsed how long it has taken so far
public record Row(
        String name,
        Mark mark,
        String state,
        String doing,
        Optional<Amount> amount,
        OptionalDouble perSecond,
        Optional<Left> left,
        Optional<Duration> elapsed) {
    /// A row without numbers.
    public static Row of(String name, Mark mark, String state, String doing) {
        return new Row(
                name,
                mark,
                state,
                doing,
                Optional.empty(),
                OptionalDouble.empty(),
                Optional.empty(),
                Optional.empty());
    }

    /// The same, as a part of the row above.
    public Row under() {
        return new Row("- " + name, mark, state, doing, amount, perSecond, left, elapsed);
    }

    /// Between which times the end is expected, from the slowest and the fastest rate of late.
    public record Left(Duration least, Duration most) {}

    /// How a row stands, for mark and colour.
    public enum Mark {
        WAITING("·", ".", Paint.FAINT),
        BUSY("▶", ">", Paint.BUSY),
        HELD("⏸", "!", Paint.WARY),
        GOOD("✓", "+", Paint.GOOD),
        BAD("✗", "x", Paint.BAD),
        UNKNOWN("?", "?", Paint.WARY),
        BACK("↩", "<", Paint.WARY);

        private final String sign;
        private final String plain;
        private final Paint paint;

        Mark(String sign, String plain, Paint paint) {
            this.sign = sign;
            this.plain = plain;
            this.paint = paint;
        }

        String shown(Looks looks) {
            return paint.on(looks.hasUnicode() ? sign : plain, looks);
        }

        public Paint paint() {
            return paint;
        }
    }
}
