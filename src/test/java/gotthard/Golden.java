package gotthard;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/// Compares a text with its golden file under `src/test/resources/golden`. `./mvnw test -Dgolden.update=true` writes the
/// files anew; what has changed is then to be reviewed like code.
public final class Golden {
    private static final Path FOLDER =
            Path.of(System.getProperty("basedir", "."), "src/test/resources/golden");

    private Golden() {}

    /// Passes when the golden file has this text; a line break at the end makes no difference.
    ///
    /// @param name below the folder of golden files: `language/unknown-key.txt`
    public static void assertMatches(String name, String actual) {
        Path file = FOLDER.resolve(name);
        String text = actual.endsWith("\n") ? actual : actual + "\n";
        try {
            if (Boolean.getBoolean("golden.update")) {
                Files.createDirectories(file.getParent());
                Files.writeString(file, text);
            }
            assertThat(file).as("the golden file; -Dgolden.update=true writes it").exists();
            assertThat(text)
                    .as("%s; if this is meant, -Dgolden.update=true writes it anew", file)
                    .isEqualTo(Files.readString(file));
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }
}
