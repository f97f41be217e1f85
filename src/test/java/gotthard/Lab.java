package gotthard;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/// The real sites that `src/lab/lab up` has made on this machine, and what can be broken there.
///
/// @param facts as `lab facts` prints them
public record Lab(JsonNode facts) {
    private static final Path FACTS = Path.of("/var/lib/lab/facts.json");
    private static final Path SCRIPT =
            Path.of(System.getProperty("basedir", "."), "src/lab/lab").toAbsolutePath();

    /// The lab, which must be up: who runs a test of the lab wants it.
    public static Lab up() throws IOException {
        assertThat(FACTS)
                .as("the lab is not up; start it with: sudo src/lab/lab up")
                .isRegularFile();
        return new Lab(new ObjectMapper().readTree(FACTS.toFile()));
    }

    /// The kubeconfig with the contexts SITE and SITE-viewer.
    public Path kubeconfig() {
        return Path.of(facts.path("kubeconfig").asText());
    }

    /// The disk of a host, which the host itself sees at `/srv/files`.
    public Path disk(String site, String host) {
        for (JsonNode one : facts.path("sites")) {
            for (JsonNode file : one.path("files")) {
                if (one.path("name").asText().equals(site)
                        && file.path("name").asText().equals(host)) {
                    return Path.of(file.path("disk").asText());
                }
            }
        }
        throw new AssertionError("the lab has no host " + site + "/" + host);
    }

    /// What the API server of a site was asked, one JSON object a line.
    public Path audit(String site) {
        return FACTS.resolveSibling(site).resolve("log").resolve("audit.log");
    }

    /// Runs a verb of the lab: `run("crash", "zurich-1", "apiserver")`.
    ///
    /// @return what it printed
    public String run(String... verb) {
        var command = new ArrayList<>(List.of(SCRIPT.toString()));
        command.addAll(List.of(verb));
        try {
            Path printed = Files.createTempFile("lab", ".out");
            Process process =
                    new ProcessBuilder(command)
                            .redirectErrorStream(true)
                            .redirectOutput(printed.toFile())
                            .start();
            int exit = process.waitFor();
            String said = Files.readString(printed, StandardCharsets.UTF_8);
            Files.delete(printed);
            assertThat(exit).as("lab %s: %s", String.join(" ", verb), said).isZero();
            return said;
        } catch (IOException broken) {
            throw new AssertionError("lab " + String.join(" ", verb), broken);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new AssertionError("lab " + String.join(" ", verb), stopped);
        }
    }
}
