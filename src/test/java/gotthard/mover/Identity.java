package gotthard.mover;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;

/// A key and a certificate that the JDK's own `keytool` makes for these tests.
record Identity(String key, String certificate) {
    private static final String PASSWORD = "for-this-test";

    /// @param validity options of keytool
    static Identity make(Path folder, String... validity) throws IOException, InterruptedException {
        Path store = Files.createTempDirectory(folder, "identity").resolve("store.p12");
        var command =
                new ArrayList<>(
                        List.of(
                                Path.of(System.getProperty("java.home"), "bin", "keytool")
                                        .toString(),
                                "-genkeypair",
                                "-alias",
                                "a",
                                "-keyalg",
                                "EC",
                                "-dname",
                                "CN=mover",
                                "-storetype",
                                "PKCS12",
                                "-keystore",
                                store.toString(),
                                "-storepass",
                                PASSWORD));
        command.addAll(List.of(validity));
        Process keytool = new ProcessBuilder(command).redirectErrorStream(true).start();
        byte[] said = keytool.getInputStream().readAllBytes();
        if (keytool.waitFor() != 0) {
            throw new IOException(new String(said, java.nio.charset.StandardCharsets.UTF_8));
        }
        try {
            KeyStore keys = KeyStore.getInstance(store.toFile(), PASSWORD.toCharArray());
            return new Identity(
                    pem("PRIVATE KEY", keys.getKey("a", PASSWORD.toCharArray()).getEncoded()),
                    pem("CERTIFICATE", keys.getCertificate("a").getEncoded()));
        } catch (GeneralSecurityException broken) {
            throw new IOException(broken);
        }
    }

    /// A folder as a mounted Secret shows it.
    Path secret(Path folder, Identity peer, String token) throws IOException {
        Files.createDirectories(folder);
        Files.writeString(folder.resolve("own.key"), key);
        Files.writeString(folder.resolve("own.crt"), certificate);
        Files.writeString(folder.resolve("peer.crt"), peer.certificate);
        Files.writeString(folder.resolve("token"), token + "\n");
        return folder;
    }

    private static String pem(String what, byte[] bytes) {
        return "-----BEGIN %s-----\n%s\n-----END %s-----\n"
                .formatted(what, Base64.getMimeEncoder().encodeToString(bytes), what);
    }
}
