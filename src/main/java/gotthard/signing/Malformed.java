package gotthard.signing;

import java.io.Serial;

/// Bytes that are not in the format that they claim; caught where they came in, and told as a reason.
final class Malformed extends RuntimeException {
    @Serial private static final long serialVersionUID = 1L;

    Malformed(String why) {
        super(why);
    }

    String why() {
        return String.valueOf(getMessage());
    }
}
