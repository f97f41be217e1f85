package gotthard.secret;

import java.nio.file.Path;
import java.util.List;

/// Where a secret comes from. A reference is no secret: it may be printed, saved and compared.
public sealed interface SecretRef {
    /// The value of an environment variable.
    record Env(String variable) implements SecretRef {}

    /// The content of a file; a relative path starts at the document that names it.
    record File(Path path) implements SecretRef {}

    /// What a program prints on its standard output; the words are never joined to a shell string.
    record Exec(List<String> command) implements SecretRef {
        public Exec {
            command = List.copyOf(command);
        }
    }
}
