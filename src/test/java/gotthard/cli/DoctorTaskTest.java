package gotthard.cli;

import static org.assertj.core.api.Assertions.assertThat;

import gotthard.Golden;

import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.util.stream.Stream;

/// What the doctor finds where all is fit, and where much is not.
final class DoctorTaskTest {
    @Nested
    final class WhereAllIsFit {
        @Test
        void findsNothingToMendAndLeavesTheSitesAlone(@TempDir Path state) {
            typed(state);
            World before = World.in(state);

            Typed doctor = typed(state);

            Golden.assertMatches("cli/doctor-fit.txt", masked(doctor, state));
            assertThat(doctor.exit()).isEqualTo(Exit.DONE);
            assertThat(World.in(state)).isEqualTo(before);
            assertThat(state.resolve("journal.db")).doesNotExist();
        }

        @Test
        void tellsProgramsTheSame(@TempDir Path state) {
            Typed doctor = typed(state, "--output", "json");

            assertThat(doctor.exit()).isEqualTo(Exit.DONE);
            assertThat(doctor.out().lines())
                    .hasSizeGreaterThan(15)
                    .allMatch(
                            line ->
                                    line.startsWith(
                                            "{\"gotthard\":\"cli/v1\",\"type\":\"diagnosis\""))
                    .allMatch(line -> line.contains("\"well\":true"));
        }

        private static Typed typed(Path state, String... more) {
            return Typed.command(
                    Stream.concat(Stream.of("doctor", "--state", state.toString()), Stream.of(more))
                            .toArray(String[]::new));
        }

        /// Versions, ports and tenths of seconds differ from run to run.
        private static String masked(Typed doctor, Path state) {
            return doctor.transcript()
                    .replace(state.toString(), "STATE")
                    .replaceAll("java: .*", "java: JAVA")
                    .replaceAll("127\\.0\\.0\\.1:[0-9]+", "127.0.0.1:PORT")
                    .replaceAll("version Linux [^,]*|version Darwin [^,]*", "version SYSTEM")
                    .replaceAll("clock [0-9.]+ s [a-z ]+", "clock SKEW");
        }
    }

    @Nested
    final class WhereMuchIsNotFit {
        @Test
        void saysWhatToMend(@TempDir Path folder) throws Exception {
            Lone lone = Lone.in(folder, "zurich-11");
            Files.writeString(folder.resolve("taken"), "a file");

            Typed doctor = examined(lone, folder.resolve("taken"));

            Golden.assertMatches("cli/doctor-unfit.txt", masked(lone, doctor));
            assertThat(doctor.exit()).isEqualTo(Exit.FAILED);
        }

        @Test
        void saysWhichClusterIsSilent(@TempDir Path folder) throws Exception {
            Lone lone = Lone.in(folder, "zurich-1");

            Typed doctor = examined(lone, folder.resolve("state"));

            Golden.assertMatches("cli/doctor-unreachable.txt", masked(lone, doctor));
            assertThat(doctor.exit()).isEqualTo(Exit.FAILED);
        }

        @Test
        void namesTheEntryThatWasEdited(@TempDir Path folder) throws Exception {
            Lone lone = Lone.in(folder, "zurich-1");
            Path state = folder.resolve("state");
            Typed.command("apply", Workplace.plan("gate"), "--state", state.toString());
            try (var connection =
                            DriverManager.getConnection(
                                    "jdbc:sqlite:" + state.resolve("journal.db"));
                    var statement = connection.createStatement()) {
                statement.execute("update event set body = x'7b7d' where seq = 2");
            }

            Typed doctor = examined(lone, state);

            assertThat(doctor.exit()).isEqualTo(Exit.FAILED);
            assertThat(doctor.out())
                    .contains("✗ journal: the journal of gate-")
                    .contains("is damaged at entry 2")
                    .contains("→ restore the journal from a backup");
        }

        @Test
        void countsTheProblemsOfAnInventory(@TempDir Path folder) throws Exception {
            Lone lone = Lone.in(folder, "zurich-1");
            Path file = folder.resolve("lone.yaml");
            Files.writeString(file, Files.readString(file).replace("country: CH", "contry: CH"));

            Typed doctor = examined(lone, folder.resolve("state"));

            Golden.assertMatches("cli/doctor-inventory.txt", masked(lone, doctor));
            assertThat(doctor.exit()).isEqualTo(Exit.FAILED);
        }

        private static Typed examined(Lone lone, Path state) {
            return Typed.command(
                    "doctor", "-i", lone.file("lone.yaml"), "--state", state.toString());
        }

        private static String masked(Lone lone, Typed doctor) {
            return lone.masked(doctor.transcript()).replaceAll("java: .*", "java: JAVA");
        }
    }
}
