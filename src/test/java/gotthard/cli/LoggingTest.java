package gotthard.cli;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.slf4j.LoggerFactory;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/// What is logged, in a program of its own, because a process says it once.
final class LoggingTest {
    LoggingTest() {}

    @Test
    void logsNothingByItself() throws Exception {
        assertThat(logged()).isEmpty();
    }

    @Test
    void logsWhatGotthardDoesAndWhatOthersWarnOf() throws Exception {
        assertThat(logged("-Dgotthard.log=debug").lines())
                .satisfiesExactly(
                        line -> assertThat(line).endsWith("DEBUG Own a detail of its own "),
                        line -> assertThat(line).endsWith("WARN  Other a warning of another "));
    }

    @Test
    void logsJsonForPrograms() throws Exception {
        assertThat(logged("-Dgotthard.log=debug", "-Dgotthard.log.format=json").lines())
                .satisfiesExactly(
                        line ->
                                assertThat(line)
                                        .startsWith("{\"")
                                        .contains(
                                                "\"level\":\"DEBUG\"",
                                                "\"loggerName\":\"gotthard.Own\"",
                                                "\"message\":\"a detail of its own\""),
                        line -> assertThat(line).contains("\"message\":\"a warning of another\""));
    }

    @Test
    void isAskedForWithTheOutputOfPrograms() {
        String before = System.getProperty("gotthard.log.format", "");
        try {
            Typed.command("validate", "--debug", "--output", "json", Workplace.plan("gate"));

            assertThat(System.getProperty("gotthard.log.format")).isEqualTo("json");
        } finally {
            System.setProperty("gotthard.log.format", before);
            System.clearProperty("gotthard.log");
        }
    }

    /// What the standard error of a program gets that logs a detail and a warning under two names.
    private static String logged(String... options) throws Exception {
        var words = new ArrayList<String>();
        words.add(System.getProperty("java.home") + "/bin/java");
        words.addAll(List.of(options));
        words.addAll(List.of("-cp", System.getProperty("java.class.path"), Talk.class.getName()));
        Process process = new ProcessBuilder(words).start();
        String said = new String(process.getErrorStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
        assertThat(process.exitValue()).as(said).isZero();
        return said;
    }

    /// The program.
    static final class Talk {
        private Talk() {}

        public static void main(String[] arguments) {
            var own = LoggerFactory.getLogger("gotthard.Own");
            var other = LoggerFactory.getLogger("org.Other");
            own.debug("a detail of its own");
            other.info("a detail of another");
            other.warn("a warning of another");
        }
    }
}
