package gotthard.terminal;

import java.util.OptionalLong;

/// How much of something is done.
///
/// @param total empty while it is not known
/// @param unit what is counted, in the plural: `files`; `bytes` are shown with decimal units
public record Amount(long done, OptionalLong total, String unit) {
    static final String BYTES = "bytes";

    /// Between 0 and 1; empty while the total is not known. Never above 1.
    java.util.OptionalDouble fraction() {
        if (total.isEmpty() || total.getAsLong() <= 0) {
            return java.util.OptionalDouble.empty();
        }
        return java.util.OptionalDouble.of(Math.clamp((double) done / total.getAsLong(), 0.0, 1.0));
    }

    /// `12.1 of 36.1 MB`, `120 files`.
    public String words() {
        String all = one(total.isPresent() ? Math.max(done, total.getAsLong()) : done);
        String whole = unit.equals(BYTES) ? all : all + " " + unit;
        if (total.isEmpty()) {
            return whole;
        }
        String some = one(done);
        String noun = all.substring(all.indexOf(' ') + 1);
        return (some.endsWith(" " + noun) ? some.substring(0, some.indexOf(' ')) : some)
                + " of "
                + whole;
    }

    public String rate(double perSecond) {
        return unit.equals(BYTES)
                ? Amounts.bytes(perSecond) + "/s"
                : Amounts.count(Math.round(perSecond)) + " " + unit + "/s";
    }

    private String one(long count) {
        return unit.equals(BYTES) ? Amounts.bytes((double) count) : Amounts.count(count);
    }
}
