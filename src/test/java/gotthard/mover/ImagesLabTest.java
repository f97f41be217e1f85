package gotthard.mover;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/// The images that clusters are given, as they were built: what somebody who got into one would find there.
@Tag("lab")
final class ImagesLabTest {
    private static final long MOST_BYTES = 120L << 20;
    private static final Path BUILT = Path.of("target");

    @TempDir private Path folder;

    @ParameterizedTest
    @ValueSource(strings = {"gotthard-mover-image.tar", "gotthard-image.tar"})
    void runNothingAsRootAndHoldNothingThatTheirUserMayChange(String image) throws Exception {
        assertThat(Files.size(BUILT.resolve(image))).isLessThan(MOST_BYTES);
        unpack(image);
        JsonNode manifest = json("manifest.json").get(0);

        String user = json(manifest.path("Config").asText()).at("/config/User").asText();
        List<Item> items = items(manifest.path("Layers"));

        assertThat(user).isEqualTo("65532:65532");
        assertThat(items).anyMatch(item -> item.name().equals("java/bin/java"));
        assertThat(items).allMatch(item -> item.owner().equals("0/0"));
        assertThat(items)
                .filteredOn(Item::isWritableByOthers)
                .extracting(Item::name)
                .containsOnly("tmp");
        assertThat(items).noneMatch(Item::givesRights);
    }

    /// Neither a shell nor a package manager: what runs is Java and what it is linked with.
    @ParameterizedTest
    @ValueSource(strings = {"gotthard-mover-image.tar", "gotthard-image.tar"})
    void holdNoProgramsButJava(String image) throws Exception {
        unpack(image);

        List<Item> items = items(json("manifest.json").get(0).path("Layers"));

        assertThat(items)
                .filteredOn(Item::isProgram)
                .extracting(Item::name)
                .contains("java/bin/java")
                .allMatch(
                        name -> name.matches("java/(bin/[a-z]+|lib/.+)|lib[0-9x]*/.+\\.so[.0-9]*"));
    }

    /// A line of `tar --list --verbose`.
    private record Item(String mode, String owner, String name) {
        static Item of(String line) {
            String[] words = line.strip().split("\\s+", 6);
            String name = words[5].replaceFirst(" -> .*", "");
            return new Item(
                    words[0], words[1], name.replaceFirst("^\\./", "").replaceFirst("/$", ""));
        }

        boolean isProgram() {
            return mode.startsWith("-") && mode.indexOf('x') > 0;
        }

        boolean isWritableByOthers() {
            return !mode.startsWith("l") && (mode.charAt(5) == 'w' || mode.charAt(8) == 'w');
        }

        /// The set-user-ID or the set-group-ID bit.
        boolean givesRights() {
            return mode.substring(0, 7).matches(".*[sS].*");
        }
    }

    private List<Item> items(JsonNode layers) throws Exception {
        var items = new ArrayList<Item>();
        for (JsonNode layer : layers) {
            run(
                            "tar",
                            "--list",
                            "--verbose",
                            "--numeric-owner",
                            "--warning=no-unknown-keyword",
                            "-f",
                            layer.asText())
                    .stream()
                    .map(Item::of)
                    .forEach(items::add);
        }
        return items;
    }

    private JsonNode json(String name) throws IOException {
        return new ObjectMapper().readTree(folder.resolve(name).toFile());
    }

    private void unpack(String image) throws Exception {
        run("tar", "-xf", BUILT.resolve(image).toAbsolutePath().toString());
    }

    private List<String> run(String... words) throws Exception {
        Process process =
                new ProcessBuilder(words)
                        .directory(folder.toFile())
                        .redirectErrorStream(true)
                        .start();
        List<String> lines = process.inputReader().lines().toList();
        assertThat(process.waitFor()).as("%s", lines).isZero();
        return lines;
    }
}
