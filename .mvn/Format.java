import com.google.googlejavaformat.java.Formatter;
import com.google.googlejavaformat.java.FormatterException;
import com.google.googlejavaformat.java.ImportOrderer;
import com.google.googlejavaformat.java.JavaFormatterOptions;
import com.google.googlejavaformat.java.RemoveUnusedImports;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentSkipListSet;
import java.util.stream.Stream;

/// Checks the format of the Java sources, or rewrites them: google-java-format in its AOSP style.
/// The build starts it (see pom.xml). What was found well formatted is remembered by its digest in
/// `target/format/checked`, so that a second check reads the files and formats none; what was not
/// is written to `target/format/unformatted`, which the build then refuses.
final class Format {
    private Format() {}

    public static void main(String[] arguments) throws IOException {
        var rewrite = arguments[0].equals("rewrite");
        var root = Path.of(arguments[1]);
        var memory = root.resolve("target/format/checked");
        var verdict = root.resolve("target/format/unformatted");
        var known = recall(memory);
        var good = new ConcurrentSkipListSet<String>();
        var bad = new ConcurrentSkipListSet<String>();
        sources(root).parallelStream()
                .forEach(
                        file -> {
                            try {
                                var text = Files.readString(file);
                                var digest = digest(text);
                                if (!known.contains(digest)) {
                                    var formatted = format(text);
                                    if (!formatted.equals(text)) {
                                        bad.add(root.relativize(file).toString());
                                        if (rewrite) {
                                            Files.writeString(file, formatted);
                                        }
                                        return;
                                    }
                                }
                                good.add(digest);
                            } catch (FormatterException broken) {
                                bad.add(root.relativize(file) + ": " + broken.getMessage());
                            } catch (IOException unreadable) {
                                throw new UncheckedIOException(unreadable);
                            }
                        });
        Files.write(memory, good);
        Files.deleteIfExists(verdict);
        if (rewrite) {
            bad.forEach(file -> System.out.println("formatted " + file));
        } else if (!bad.isEmpty()) {
            bad.forEach(file -> System.err.println("not in the project's format: " + file));
            Files.write(verdict, bad);
        }
    }

    private static List<Path> sources(Path root) throws IOException {
        try (Stream<Path> own = Files.walk(root.resolve("src"));
                Stream<Path> build = Files.list(root.resolve(".mvn"))) {
            return Stream.concat(own, build)
                    .filter(file -> file.toString().endsWith(".java"))
                    .sorted()
                    .toList();
        }
    }

    private static Set<String> recall(Path memory) throws IOException {
        try {
            return new TreeSet<>(Files.readAllLines(memory));
        } catch (NoSuchFileException first) {
            return Set.of();
        }
    }

    private static String format(String text) throws FormatterException {
        var options =
                JavaFormatterOptions.builder()
                        .style(JavaFormatterOptions.Style.AOSP)
                        .formatJavadoc(false)
                        .build();
        var ordered = ImportOrderer.reorderImports(text, JavaFormatterOptions.Style.AOSP);
        return new Formatter(options)
                .formatSource(RemoveUnusedImports.removeUnusedImports(ordered));
    }

    private static String digest(String text) {
        try {
            var sha256 = MessageDigest.getInstance("SHA-256");
            return HexFormat.of().formatHex(sha256.digest(text.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException impossible) {
            throw new AssertionError("every JVM has SHA-256", impossible);
        }
    }
}
