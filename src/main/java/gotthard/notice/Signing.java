package gotthard.notice;

import gotthard.secret.Secret;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Base64;

import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/// Signs by HMAC-SHA256 as [Standard Webhooks](https://github.com/standard-webhooks/standard-webhooks/blob/main/spec/standard-webhooks.md)
/// say: over `ID.TIMESTAMP.BODY`, by the bytes that the key stands for in Base64 behind `whsec_`.
record Signing(Secret key) {
    private static final String PREFIX = "whsec_";
    private static final String HMAC = "HmacSHA256";

    /// The value of `webhook-signature`.
    ///
    /// @param timestamp seconds since 1970
    String signature(String id, long timestamp, String body) {
        byte[] content = (id + "." + timestamp + "." + body).getBytes(StandardCharsets.UTF_8);
        return key.revealText(
                text ->
                        "v1,"
                                + Base64.getEncoder()
                                        .encodeToString(mac(bytes(text.toString()), content)));
    }

    /// Whether there is a key in it.
    boolean isWellFormed() {
        return key.revealText(
                text -> {
                    try {
                        return bytes(text.toString()).length > 0;
                    } catch (IllegalArgumentException _) {
                        return false;
                    }
                });
    }

    private static byte[] bytes(String key) {
        return key.startsWith(PREFIX)
                ? Base64.getDecoder().decode(key.substring(PREFIX.length()))
                : key.getBytes(StandardCharsets.UTF_8);
    }

    private static byte[] mac(byte[] key, byte[] content) {
        try {
            Mac mac = Mac.getInstance(HMAC);
            mac.init(new SecretKeySpec(key, HMAC));
            return mac.doFinal(content);
        } catch (GeneralSecurityException missing) {
            throw new IllegalStateException(missing);
        }
    }
}
