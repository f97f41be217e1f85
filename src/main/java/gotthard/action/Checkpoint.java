package gotthard.action;

import java.nio.charset.StandardCharsets;

/// Where an attempt can go on after a crash, in the action's own format.
///
/// @param text at most 4096 bytes of UTF-8
public record Checkpoint(String text) {
    public static final int MAXIMUM_BYTES = 4096;

    public Checkpoint {
        if (text.getBytes(StandardCharsets.UTF_8).length > MAXIMUM_BYTES) {
            throw new IllegalArgumentException(
                    "a checkpoint has at most " + MAXIMUM_BYTES + " bytes");
        }
    }
}
