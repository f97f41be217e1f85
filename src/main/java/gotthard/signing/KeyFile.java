package gotthard.signing;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Base64;
import java.util.EnumSet;
import java.util.Set;

/// A private key's file: PKCS#8 in PEM, readable by its owner alone.
public record KeyFile(Path path) {
    private static final String BEGIN = "-----BEGIN PRIVATE KEY-----";
    private static final String END = "-----END PRIVATE KEY-----";
    private static final Set<PosixFilePermission> OWNER =
            EnumSet.of(PosixFilePermission.OWNER_READ, PosixFilePermission.OWNER_WRITE);
    private static final Set<PosixFilePermission> OTHERS =
            EnumSet.of(
                    PosixFilePermission.GROUP_READ,
                    PosixFilePermission.GROUP_WRITE,
                    PosixFilePermission.OTHERS_READ,
                    PosixFilePermission.OTHERS_WRITE);

    /// What came of reading or writing.
    public sealed interface Result {
        record Done(SigningKey key) implements Result {}

        /// The file is left as it is.
        ///
        /// @param next what to do about it
        record Refused(String why, String next) implements Result {}
    }

    /// The key; refused where others may read or write the file.
    public Result read() {
        try {
            Set<PosixFilePermission> open = EnumSet.copyOf(Files.getPosixFilePermissions(path));
            open.retainAll(OTHERS);
            if (!open.isEmpty()) {
                return new Result.Refused(
                        "others than its owner may read or write the key file " + path,
                        "chmod 600 " + path + "; if somebody may have read it, make a new key");
            }
            return new Result.Done(SigningKey.ofPkcs8(content(Files.readString(path))));
        } catch (NoSuchFileException _) {
            return new Result.Refused(
                    "there is no key file " + path, "gotthard key new --out " + path);
        } catch (IOException e) {
            return new Result.Refused(
                    "the key file " + path + " can't be read: " + e.getMessage(),
                    "it must be a file that you may read");
        } catch (Malformed e) {
            return new Result.Refused(
                    "the key file " + path + " can't be used: " + e.why(),
                    "make one with gotthard key new; a key of OpenSSH signs with ssh-keygen -Y sign");
        }
    }

    /// Writes a key into a new file; one that is there is never replaced.
    public Result write(SigningKey key) {
        String text =
                BEGIN
                        + "\n"
                        + Base64.getEncoder().encodeToString(key.encoding())
                        + "\n"
                        + END
                        + "\n";
        try {
            Path folder = path.toAbsolutePath().getParent();
            if (folder != null) {
                Files.createDirectories(folder);
            }
            Files.createFile(path, PosixFilePermissions.asFileAttribute(OWNER));
            Files.writeString(path, text, StandardOpenOption.WRITE);
            return new Result.Done(key);
        } catch (FileAlreadyExistsException _) {
            return new Result.Refused(
                    "there is a file " + path + " already, and a key is never replaced",
                    "name another file with --out, or move that one away");
        } catch (IOException e) {
            return new Result.Refused(
                    "the key file " + path + " can't be written: " + e.getMessage(),
                    "name another file with --out");
        }
    }

    private static byte[] content(String text) {
        String stripped = text.strip();
        if (!stripped.startsWith(BEGIN) || !stripped.endsWith(END)) {
            throw new Malformed("it has no PRIVATE KEY in PEM");
        }
        String body = stripped.substring(BEGIN.length(), stripped.length() - END.length());
        try {
            return Base64.getMimeDecoder().decode(body.getBytes(StandardCharsets.US_ASCII));
        } catch (IllegalArgumentException _) {
            throw new Malformed("its content is no Base64");
        }
    }
}
