package gotthard.journal;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFileAttributeView;
import java.nio.file.attribute.PosixFilePermission;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// Who this process is to a PostgreSQL server, found where PostgreSQL's own tools look: the address,
/// `PGUSER`, `PGPASSWORD`, and the file `PGPASSFILE` or `~/.pgpass`.
final class Credentials {
    private static final Set<PosixFilePermission> OTHERS =
            Set.of(
                    PosixFilePermission.GROUP_READ,
                    PosixFilePermission.GROUP_WRITE,
                    PosixFilePermission.OTHERS_READ,
                    PosixFilePermission.OTHERS_WRITE);
    private static final int FIELDS = 5;

    private final String user;
    private final Optional<String> password;

    private Credentials(String user, Optional<String> password) {
        this.user = user;
        this.password = password;
    }

    /// @throws JournalUnusable when a file of passwords cannot be used
    static Credentials of(ServerAddress address, Map<String, String> environment) {
        String user =
                address.user()
                        .or(() -> Optional.ofNullable(environment.get("PGUSER")))
                        .orElseGet(() -> System.getProperty("user.name", ""));
        Optional<String> word = Optional.ofNullable(environment.get("PGPASSWORD"));
        return new Credentials(user, word.or(() -> fromFile(address, user, environment)));
    }

    String user() {
        return user;
    }

    Optional<String> password() {
        return password;
    }

    /// Never the password.
    @Override
    public String toString() {
        return user;
    }

    private static Optional<String> fromFile(
            ServerAddress address, String user, Map<String, String> environment) {
        String named = environment.getOrDefault("PGPASSFILE", "");
        Path file =
                named.isEmpty()
                        ? Path.of(System.getProperty("user.home", "."), ".pgpass")
                        : Path.of(named);
        if (named.isEmpty() && !Files.exists(file)) {
            return Optional.empty();
        }
        List<String> wanted =
                List.of(address.host(), String.valueOf(address.port()), address.database(), user);
        return lines(file).stream()
                .filter(line -> !line.startsWith("#"))
                .map(Credentials::fields)
                .filter(fields -> fields.size() == FIELDS && fits(fields, wanted))
                .map(List::getLast)
                .findFirst();
    }

    private static List<String> lines(Path file) {
        try {
            var view = Files.getFileAttributeView(file, PosixFileAttributeView.class);
            if (view != null
                    && view.readAttributes().permissions().stream().anyMatch(OTHERS::contains)) {
                throw new JournalUnusable(
                        "the file of passwords "
                                + file
                                + " can be read by others; take their rights away with chmod 600 "
                                + file);
            }
            return Files.readAllLines(file);
        } catch (IOException e) {
            throw new JournalUnusable(
                    "the file of passwords "
                            + file
                            + " cannot be read; name one that you can read with PGPASSFILE",
                    e);
        }
    }

    private static boolean fits(List<String> fields, List<String> wanted) {
        for (int i = 0; i < wanted.size(); i++) {
            if (!fields.get(i).equals("*") && !fields.get(i).equals(wanted.get(i))) {
                return false;
            }
        }
        return true;
    }

    /// A backslash takes what follows as it is.
    private static List<String> fields(String line) {
        List<String> fields = new ArrayList<>();
        var field = new StringBuilder();
        boolean isEscaped = false;
        for (int i = 0; i < line.length(); i++) {
            char letter = line.charAt(i);
            if (!isEscaped && letter == '\\') {
                isEscaped = true;
            } else if (!isEscaped && letter == ':') {
                fields.add(field.toString());
                field.setLength(0);
            } else {
                field.append(letter);
                isEscaped = false;
            }
        }
        fields.add(field.toString());
        return fields;
    }
}
