package gotthard.action;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/// Marks what a step makes: SHA-256 over run, step and generation, as 64 hexadecimal digits.
///
/// Retry and resume keep it; only a verified rollback raises the generation.
///
/// @param run the name of the run, which marks tell beside the key: who has lost a run's state learns from them which one it was
public record Key(String hex, String run) {
    /// Bytes: `run`, 0x00, `step`, 0x00, `generation` in decimal; all in UTF-8.
    public static Key of(String run, String step, int generation) {
        try {
            byte[] digest =
                    MessageDigest.getInstance("SHA-256")
                            .digest(
                                    (run + "\0" + step + "\0" + generation)
                                            .getBytes(StandardCharsets.UTF_8));
            return new Key(HexFormat.of().formatHex(digest), run);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }

    /// The first 20 digits: fits a Kubernetes label or a file name, and is unique enough to tell runs apart.
    public String brief() {
        return hex.substring(0, 20);
    }
}
