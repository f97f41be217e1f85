package gotthard.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// The table in ARCHITECTURE.md is the house that the other tests enforce.
class DrawingTest {
    private static final Pattern ROW =
            Pattern.compile("\\| *[a-z]* *\\| `([a-z]+)` \\| .* \\| ([^|]*) \\|");
    private static final Map<String, Set<String>> GROUPS =
            Map.of("language", House.LANGUAGE, "model", House.MODEL, "SPI", House.SPI);

    @Test
    void drawsEveryRoomThatThereIsWithItsArrows() throws IOException {
        Map<String, Set<String>> drawn = drawn();

        Map<String, Set<String>> built = new TreeMap<>(House.ROOMS);
        built.keySet().retainAll(packages());
        assertThat(drawn).isEqualTo(built);
    }

    private static Map<String, Set<String>> drawn() throws IOException {
        var rooms = new TreeMap<String, Set<String>>();
        try (Stream<String> lines = Files.lines(Path.of("ARCHITECTURE.md"))) {
            lines.map(ROW::matcher)
                    .filter(Matcher::matches)
                    .forEach(row -> rooms.put(row.group(1), arrows(row.group(2))));
        }
        return rooms;
    }

    private static Set<String> arrows(String written) {
        return Arrays.stream(written.split(", "))
                .map(word -> word.replace("`", "").strip())
                .flatMap(
                        word ->
                                switch (word) {
                                    case "–" -> Stream.empty();
                                    case "all" -> Stream.of("*");
                                    default -> GROUPS.getOrDefault(word, Set.of(word)).stream();
                                })
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static Set<String> packages() throws IOException {
        try (Stream<Path> folders = Files.list(Path.of("src/main/java/gotthard"))) {
            return folders.filter(Files::isDirectory)
                    .map(folder -> folder.getFileName().toString())
                    .collect(Collectors.toSet());
        }
    }
}
