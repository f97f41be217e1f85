package gotthard.sandbox;

import org.apache.sshd.common.config.keys.KeyUtils;
import org.apache.sshd.common.config.keys.PublicKeyEntry;
import org.apache.sshd.common.config.keys.writer.openssh.OpenSSHKeyPairResourceWriter;
import org.apache.sshd.common.keyprovider.FileKeyPairProvider;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.util.EnumSet;
import java.util.Set;

/// Key pairs in files, made when they are first asked for; only their owner may read the private half.
final class HostKeyFiles {
    private static final String TYPE = "ecdsa-sha2-nistp256";
    private static final int BITS = 256;

    private HostKeyFiles() {}

    static KeyPair fresh() {
        try {
            return KeyUtils.generateKeyPair(TYPE, BITS);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java has NIST P-256", e);
        }
    }

    static KeyPair at(Path file) throws IOException {
        if (!Files.exists(file)) {
            write(file, fresh());
        }
        return new FileKeyPairProvider(file).loadKeys(null).iterator().next();
    }

    static String line(KeyPair pair) {
        return PublicKeyEntry.toString(pair.getPublic());
    }

    private static void write(Path file, KeyPair pair) throws IOException {
        Path unfinished = file.resolveSibling(file.getFileName() + ".new");
        Files.deleteIfExists(unfinished);
        try (var channel =
                        Files.newByteChannel(
                                unfinished,
                                Set.copyOf(
                                        EnumSet.of(
                                                StandardOpenOption.CREATE_NEW,
                                                StandardOpenOption.WRITE)),
                                PosixFilePermissions.asFileAttribute(
                                        PosixFilePermissions.fromString("rw-------")));
                OutputStream out = java.nio.channels.Channels.newOutputStream(channel)) {
            OpenSSHKeyPairResourceWriter.INSTANCE.writePrivateKey(pair, "sandbox", null, out);
        } catch (GeneralSecurityException e) {
            throw new IOException("the key " + file + " can't be written", e);
        }
        Files.move(unfinished, file);
    }
}
