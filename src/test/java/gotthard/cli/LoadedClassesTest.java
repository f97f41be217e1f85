package gotthard.cli;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/// What CI and editors call often starts fast: it loads no client library and no database.
final class LoadedClassesTest {
    private static final List<String> HEAVY =
            List.of(
                    "io.fabric8.",
                    "org.flywaydb.",
                    "com.jcraft.",
                    "io.netty.",
                    "io.vertx.",
                    "org.sqlite.",
                    "org.postgresql.",
                    "java.sql.",
                    "org.apache.sshd.",
                    "io.javalin.",
                    "org.eclipse.jetty.",
                    "kotlin.",
                    "dev.cel.",
                    "com.google.protobuf.",
                    "com.fasterxml.jackson.databind.");

    @Test
    void helpLoadsNothingHeavy() throws Exception {
        List<String> loaded = loadedBy("--help");

        assertThat(loaded).contains("gotthard.cli.Gotthard");
        assertThat(loaded).noneMatch(LoadedClassesTest::isHeavy);
        assertThat(loaded).noneMatch(name -> name.startsWith("gotthard.graph."));
    }

    @Test
    void validateLoadsNothingHeavy() throws Exception {
        List<String> loaded = loadedBy("validate", "plans/10-europe-files.yaml");

        assertThat(loaded).contains("gotthard.graph.GraphCompiler");
        assertThat(loaded).noneMatch(LoadedClassesTest::isHeavy);
    }

    @Test
    void proveLoadsNothingHeavy() throws Exception {
        List<String> loaded = loadedBy("prove", "plans/programme.yaml", "--as-of", "2019-06-01");

        assertThat(loaded).contains("gotthard.proof.Prover");
        assertThat(loaded).noneMatch(LoadedClassesTest::isHeavy);
    }

    private static boolean isHeavy(String name) {
        return HEAVY.stream().anyMatch(name::startsWith);
    }

    private static List<String> loadedBy(String... arguments)
            throws IOException, InterruptedException {
        List<String> java =
                List.of(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-XX:+UseSerialGC",
                        "-Xlog:class+load:stdout",
                        "-cp",
                        System.getProperty("java.class.path"),
                        Main.class.getName());
        Process process =
                new ProcessBuilder(Stream.concat(java.stream(), Stream.of(arguments)).toList())
                        .redirectErrorStream(true)
                        .start();
        String printed =
                new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor()).as(printed).isZero();
        return printed.lines()
                .filter(line -> line.contains("[class,load]"))
                .map(line -> line.replaceFirst(".*\\[class,load\\] ", "").split(" ", 2)[0])
                .toList();
    }
}
