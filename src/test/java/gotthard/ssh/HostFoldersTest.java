package gotthard.ssh;

import static org.assertj.core.api.Assertions.assertThat;

import gotthard.Golden;
import gotthard.action.Inspector.Finding;
import gotthard.action.Inspector.Measure;
import gotthard.action.Key;
import gotthard.action.LentContext;
import gotthard.action.Question;
import gotthard.shape.ByteSize;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/// What a host is asked of its folders beside rights.
final class HostFoldersTest {
    private static final Duration MOMENT = Duration.ofMillis(1);

    @TempDir Path folder;
    private Path store;

    @BeforeEach
    void makeAStore() throws Exception {
        store = Files.createDirectories(folder.resolve("store/deeper folder"));
    }

    @Nested
    final class WhatItHolds {
        @Test
        void isCountedWithWhatHasComeLately() throws Exception {
            write("old", 1_000, Duration.ofDays(30));
            write("older one", 24, Duration.ofDays(40));
            write("young", 500, Duration.ofHours(1));
            Files.createSymbolicLink(store.resolve("link"), Path.of("young"));

            assertThat(ask(new Question.Holds(store.toString(), Duration.ofDays(14), false)))
                    .isEqualTo(
                            new Finding.Measured(
                                    "holds",
                                    new Measure.Holds(
                                            store.toString(),
                                            3,
                                            new ByteSize(1_524),
                                            1,
                                            new ByteSize(500))));
        }

        @Test
        void isNothingWhereNoFolderIsYet() throws Exception {
            String missing = store.resolve("missing").toString();

            assertThat(ask(new Question.Holds(missing, Duration.ofDays(14), false)))
                    .isEqualTo(
                            new Finding.Measured(
                                    "holds",
                                    new Measure.Holds(
                                            missing, 0, new ByteSize(0), 0, new ByteSize(0))));
        }

        @Test
        void isNotGuessedWhenCountingFails() throws Exception {
            try (var fleet = new Fleet(folder.resolve("hosts"), 1)) {
                fleet.program(1, "find", "echo 'find: not today' >&2; exit 1\n");
                fleet.program(1, "awk", "exit 1\n");

                Finding finding =
                        ask(
                                fleet,
                                new Question.Holds(store.toString(), Duration.ofDays(14), false));

                assertThat(finding).isInstanceOf(Finding.Bad.class);
            }
        }
    }

    @Nested
    final class AScanner {
        @Test
        void thatIsNotThereLeavesTheFileAndNothingStaysOfIt() throws Exception {
            assertThat(ask(new Question.Keeps(store.toString(), MOMENT)))
                    .isInstanceOf(Finding.Good.class);
            assertThat(store).isEmptyDirectory();
        }

        @Test
        void isFoundByWhatItTakesAwayHidesOrForbids() throws Exception {
            var told = new StringBuilder();
            for (String scanner :
                    List.of(
                            "[ $# = 0 ] || rm -f \"$1\"\nexec /bin/cat \"$@\"\n",
                            "[ $# = 0 ] && { /bin/cat > /dev/null; echo clean; exit; }\nexec /bin/cat \"$@\"\n",
                            "echo 'cat: write error: Operation not permitted' >&2; exit 1\n")) {
                try (var fleet = new Fleet(folder.resolve("hosts"), 1)) {
                    fleet.program(1, "cat", scanner);

                    told.append(ask(fleet, new Question.Keeps(store.toString(), MOMENT)))
                            .append('\n');
                }
                assertThat(store).isEmptyDirectory();
            }
            Golden.assertMatches(
                    "ssh/scanned.txt", told.toString().replace(store.toString(), "/store"));
        }
    }

    private void write(String name, int size, Duration age) throws Exception {
        Path file = Files.write(store.resolve(name), new byte[size]);
        Files.setLastModifiedTime(file, FileTime.from(Instant.now().minus(age)));
    }

    private Finding ask(Question question) throws Exception {
        try (var fleet = new Fleet(folder.resolve("hosts"), 1)) {
            return ask(fleet, question);
        }
    }

    private static Finding ask(Fleet fleet, Question question) throws Exception {
        try (var context =
                new LentContext(
                        Fleet.inventory(fleet.group()),
                        Key.of("run", "look", 1),
                        Clock.systemUTC(),
                        Duration.ofMinutes(1))) {
            List<Finding> findings =
                    new HostInspector().answer(context, fleet.group().hosts().getFirst(), question);
            assertThat(findings).hasSize(1);
            return findings.getFirst();
        }
    }
}
