package gotthard.signing;

import java.security.SecureRandom;
import java.util.LinkedHashMap;

/// Keys and statements that tests begin with.
final class Given {
    private static final SecureRandom RANDOM = new SecureRandom();

    private Given() {}

    static SigningKey key() {
        return SigningKey.make(RANDOM);
    }

    static Statement statement() {
        var fields = new LinkedHashMap<String, String>();
        fields.put("run", "europe-files-k3x9q");
        fields.put("comment", "counts\tlooked at: \"fine\" – 2,000 ✓\n");
        return new Statement("https://gotthard.invalid/test/v1", "go", "ab".repeat(32), fields);
    }

    static String text(Verification verification) {
        return switch (verification) {
            case Verification.Verified(var key, var statement) ->
                    "signed by " + key + ": " + statement.subject();
            case Verification.Rejected(var why) -> why;
        };
    }
}
