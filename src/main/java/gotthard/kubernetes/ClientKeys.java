package gotthard.kubernetes;

import io.fabric8.kubernetes.client.Config;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.spec.PKCS8EncodedKeySpec;
import java.util.Arrays;
import java.util.Base64;

/// Tells the client which algorithm the private key of a kubeconfig is for: it takes every PKCS #8 key (RFC 5208) for RSA.
final class ClientKeys {
    private static final String HEADER = "-----BEGIN PRIVATE KEY-----";
    private static final String FOOTER = "-----END PRIVATE KEY-----";

    private ClientKeys() {}

    static void nameAlgorithm(Config config) {
        byte[] pem = pem(config);
        String text = new String(pem, StandardCharsets.US_ASCII);
        int start = text.indexOf(HEADER);
        int end = text.indexOf(FOOTER);
        if (start >= 0 && end > start) {
            byte[] key =
                    Base64.getMimeDecoder().decode(text.substring(start + HEADER.length(), end));
            if (isElliptic(key)) {
                config.setClientKeyAlgo("EC");
            }
            Arrays.fill(key, (byte) 0);
        }
        Arrays.fill(pem, (byte) 0);
    }

    private static boolean isElliptic(byte[] key) {
        try {
            return KeyFactory.getInstance("EC").generatePrivate(new PKCS8EncodedKeySpec(key))
                    != null;
        } catch (GeneralSecurityException _) {
            return false;
        }
    }

    private static byte[] pem(Config config) {
        String data = config.getClientKeyData();
        if (data != null && !data.isEmpty()) {
            return Base64.getMimeDecoder().decode(data);
        }
        String file = config.getClientKeyFile();
        try {
            return file == null || file.isEmpty() ? new byte[0] : Files.readAllBytes(Path.of(file));
        } catch (IOException _) {
            return new byte[0];
        }
    }
}
