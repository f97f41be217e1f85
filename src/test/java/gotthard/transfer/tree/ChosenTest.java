package gotthard.transfer.tree;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import gotthard.transfer.Refused;
import gotthard.transfer.manifest.Entry;
import gotthard.transfer.manifest.ManifestReader;

import org.assertj.core.api.AbstractThrowableAssert;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.TreeSet;

/// What a list names of a real tree is found, and nothing else.
@EnabledOnOs(OS.LINUX)
final class ChosenTest {
    private static final long MEMORY = 10_000;

    @TempDir private Path folder;
    private Path root = Path.of("/");
    private Path list = Path.of("/");

    ChosenTest() {}

    @BeforeEach
    void lay() throws Exception {
        root = Files.createDirectory(folder.resolve("root"));
        list = folder.resolve("europe.txt");
    }

    @Test
    void isWhatTheLinesNameWithTheFoldersOnTheWay() throws Exception {
        write("a.txt", "a/b.txt", "a/b/c", "a/b/d", "a0", "other/theirs");
        Files.createSymbolicLink(root.resolve("a/link"), Path.of("b.txt"));

        assertThat(
                        named(
                                "# those of Europe",
                                "a0",
                                "./a/b/c\r",
                                "",
                                "a.txt",
                                "a/link",
                                "a/b.txt",
                                "a/b/c"))
                .containsExactly("a", "a.txt", "a/b", "a/b.txt", "a/b/c", "a/link", "a0");
    }

    @Test
    void isSortedOnDiskWhateverItsLength() throws Exception {
        var names = new TreeSet<String>();
        for (int i = 0; i < 3000; i++) {
            names.add("d%02d/file-%d".formatted(i % 40, i));
        }
        write(names.toArray(String[]::new));
        var lines = new ArrayList<>(names);
        lines.addAll(names);
        Collections.shuffle(lines, new Random(7));

        List<String> found = named(lines.toArray(String[]::new));

        assertThat(found).hasSize(3040).isSorted();
        assertThat(found).containsAll(names);
        assertThat(folder).isDirectoryNotContaining("glob:**.gmf");
    }

    @Test
    void bringsFilesInOnePartAndFoldersInAll() throws Exception {
        write("a/1", "a/2", "b/3", "b/4", "b/5");
        Files.write(list, List.of("a/1", "a/2", "b/3", "b/4", "b/5"));

        var all = new ArrayList<String>();
        for (int i = 0; i < 3; i++) {
            List<String> some = named(new Part(i, 3));
            assertThat(some).contains("a", "b");
            all.addAll(some);
        }

        assertThat(all).hasSize(3 * 2 + 5).contains("a/1", "a/2", "b/3", "b/4", "b/5");
    }

    @Test
    void looksAtNothingElse() throws Exception {
        write("mine", "theirs/x");
        Files.createSymbolicLink(root.resolve("theirs/out"), Path.of("../../elsewhere"));

        assertThat(named("mine")).containsExactly("mine");
    }

    @Test
    void isRefusedUnlessAllIsThereInEveryPart() throws Exception {
        write("a/1", "b");
        Files.createDirectory(root.resolve(".gotthard-key-0"));
        write(".gotthard-key-0/now.gmf", "elsewhere/file");
        Files.createSymbolicLink(root.resolve("link"), Path.of("elsewhere"));
        Files.write(
                list,
                List.of(
                        "b",
                        "b/under-a-file",
                        "a/1",
                        "a/2",
                        "link/file",
                        ".gotthard-key-0/now.gmf"));

        for (int i = 0; i < 3; i++) {
            var part = new Part(i, 3);
            refused(() -> named(part))
                    .hasMessage(
                            "the list "
                                    + list
                                    + " names 4 files that are not there, first .gotthard-key-0/now.gmf;"
                                    + " correct "
                                    + list
                                    + ", or find out where the files are");
        }
    }

    @Test
    void isRefusedWhereItNamesAFolder() throws Exception {
        write("a/1");

        refused(() -> named("a"))
                .hasMessageStartingWith(
                        "the list " + list + " names a, which is a folder; name its");
    }

    @Test
    void isRefusedWhereAListIsNone() throws Exception {
        refused(() -> named(Part.WHOLE))
                .hasMessageStartingWith("the list that names the files is not at " + list);
        refused(() -> named("good", "../bad"))
                .hasMessageStartingWith(list + ", line 2: the name ../bad leads out of its folder");
    }

    private static AbstractThrowableAssert<?, ? extends Throwable> refused(
            org.assertj.core.api.ThrowableAssert.ThrowingCallable doing) {
        return assertThatThrownBy(doing).isInstanceOf(Refused.class);
    }

    private void write(String... names) throws Exception {
        for (String name : names) {
            Files.createDirectories(root.resolve(name).getParent());
            Files.writeString(root.resolve(name), name);
        }
    }

    private List<String> named(String... lines) throws Exception {
        Files.write(list, List.of(lines));
        return named(Part.WHOLE);
    }

    private List<String> named(Part part) throws Exception {
        Path manifest = folder.resolve("manifest");
        new Chosen(Tree.at(root), list)
                .survey(part, folder, MEMORY, Files.newOutputStream(manifest));
        var found = new ArrayList<String>();
        try (var entries = ManifestReader.open(Files.newInputStream(manifest))) {
            for (var next = entries.next(); next.isPresent(); next = entries.next()) {
                found.add(next.map(Entry::path).orElseThrow().toString());
            }
        }
        return found;
    }
}
