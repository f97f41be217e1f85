package gotthard.problem;

import java.util.regex.Pattern;

/// The stable identity of a rule, such as `unknown-key`. Machines match on it (SARIF, editors), so it never changes its
/// meaning while the message may be worded better.
///
/// @param value lower-case words joined by hyphens
public record Code(String value) implements Comparable<Code> {
    private static final Pattern KEBAB_CASE = Pattern.compile("[a-z][a-z0-9]*(-[a-z0-9]+)*");

    public Code {
        if (!KEBAB_CASE.matcher(value).matches()) {
            throw new IllegalArgumentException(
                    "a code is lower-case words joined by hyphens, not " + value);
        }
    }

    @Override
    public int compareTo(Code other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value;
    }
}
