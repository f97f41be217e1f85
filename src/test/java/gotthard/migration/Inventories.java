package gotthard.migration;

import static org.assertj.core.api.Assertions.assertThat;

import gotthard.signing.KeyFile;
import gotthard.signing.SigningKey;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.function.UnaryOperator;

/// Inventories like the shipped one of the lab, with some of it changed.
final class Inventories {
    static final String OF_LAB = "inventories/lab.yaml";

    private static final SigningKey KEY_OF_LEAD = SigningKey.make(new SecureRandom());

    private Inventories() {}

    static String changed(Path folder, String name, UnaryOperator<String> change)
            throws IOException {
        String shipped = Files.readString(Path.of(System.getProperty("basedir", "."), OF_LAB));
        String keyed =
                shipped.replace(
                        OnGround.LEAD + ": {roles: [platform-lead]}",
                        "%1$s: {roles: [platform-lead], keys: [%2$s]}"
                                .formatted(
                                        OnGround.LEAD,
                                        KEY_OF_LEAD.verification().line(OnGround.LEAD)));
        return Files.writeString(folder.resolve(name), change.apply(keyed)).toString();
    }

    /// The file of the key that these inventories list for the lead; made while the tests run.
    static Path keyOfLead(Path folder) {
        var file = new KeyFile(folder.resolve("key-of-the-lead"));
        if (!Files.exists(file.path())) {
            assertThat(file.write(KEY_OF_LEAD)).isInstanceOf(KeyFile.Result.Done.class);
        }
        return file.path();
    }

    /// The regions, data and people that are the same wherever the sites are.
    static String afterSites(String shipped) {
        return shipped.substring(shipped.indexOf("  regions:\n"));
    }
}
