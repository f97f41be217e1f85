package gotthard.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/// What holds for the source files themselves.
final class SourceFilesTest {
    private static final Path SOURCES = Path.of("src/main/java");
    private static final Path TESTS = Path.of("src/test/java");
    private static final Pattern LAB =
            Pattern.compile("^\\s*@(org[.]junit[.]jupiter[.]api[.])?Tag\\(\"lab\"\\)$");
    private static final int LONGEST = 300;
    private static final Set<String> EVASIONS =
            Set.of("util", "utils", "common", "impl", "helper", "helpers", "misc", "manager");

    @Test
    void noFileIsLongerThanOneCanKeepInMind() throws IOException {
        var tooLong = sources().filter(file -> lines(file) > LONGEST).toList();

        assertThat(tooLong).as("files of more than %d lines; split them", LONGEST).isEmpty();
    }

    @Test
    void noPackageIsNamedAfterNothing() throws IOException {
        var evasive =
                sources()
                        .map(file -> SOURCES.relativize(file).getParent())
                        .filter(SourceFilesTest::saysNothing)
                        .distinct()
                        .toList();

        assertThat(evasive).as("packages whose name says nothing of the domain").isEmpty();
    }

    @Test
    void everyPackageSaysWhyItExistsAndIsNullMarked() throws IOException {
        var silent = sources().map(Path::getParent).distinct().filter(folder -> !explained(folder));

        assertThat(silent)
                .as("packages without a package-info.java with a /// sentence and @NullMarked")
                .isEmpty();
    }

    /// Without the tag it runs, and fails, where there is no lab.
    @Test
    void everyTestThatNeedsTheLabSaysSo() throws IOException {
        var untagged =
                sources(TESTS)
                        .filter(file -> file.toString().endsWith("LabTest.java"))
                        .filter(file -> linesOf(file).stream().noneMatch(LAB.asPredicate()))
                        .toList();

        assertThat(untagged).as("tests named …LabTest without @Tag(\"lab\")").isEmpty();
    }

    private static Stream<Path> sources() throws IOException {
        return sources(SOURCES);
    }

    private static Stream<Path> sources(Path folder) throws IOException {
        try (Stream<Path> all = Files.walk(folder)) {
            return all.filter(file -> file.toString().endsWith(".java")).toList().stream();
        }
    }

    private static boolean saysNothing(Path folder) {
        for (Path name : folder) {
            if (EVASIONS.contains(name.toString())) {
                return true;
            }
        }
        return false;
    }

    private static boolean explained(Path folder) {
        var info = folder.resolve("package-info.java");
        if (!Files.exists(info)) {
            return false;
        }
        List<String> text = linesOf(info);
        return text.getFirst().startsWith("/// ") && text.contains("@NullMarked");
    }

    private static int lines(Path file) {
        return linesOf(file).size();
    }

    private static List<String> linesOf(Path file) {
        try {
            return Files.readAllLines(file);
        } catch (IOException unreadable) {
            throw new java.io.UncheckedIOException(unreadable);
        }
    }
}
