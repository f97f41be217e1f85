package gotthard.transfer.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import gotthard.Golden;
import gotthard.transfer.Amount;
import gotthard.transfer.Late;
import gotthard.transfer.Refused;
import gotthard.transfer.Sha256;

import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Random;

/// A report survives its way through one line of JSON, and nothing else is taken for one.
final class ReportTest {
    private static final Report.Trouble TROUBLE =
            new Report.Trouble(
                    "2019/a \"b\"\\n.bin",
                    "it was changed at the source after it was listed",
                    "stop what writes it, or make another pass");

    private static final Told ALL_TOLD =
            new Told(
                    Optional.of(new Told.Counted(5, new Amount(3, 9), 2, new Amount(1, 4))),
                    1 << 30,
                    Optional.of(new Told.Inodes(1, 2)),
                    Optional.of(Told.Probe.STAYED));

    @Test
    void isOneLineOfJson() {
        Golden.assertMatches("mover/report.json", ReportText.of(report(List.of(TROUBLE), "")));
    }

    @ParameterizedTest
    @EnumSource(Ending.class)
    void comesBackAsItWas(Ending ending) throws Refused {
        Report report = ended(ending);

        assertThat(ReportReader.read(ReportText.of(report))).isEqualTo(report);
    }

    @ParameterizedTest
    @EnumSource(Told.Probe.class)
    void comesBackWithWhatWasTold(Told.Probe probe) throws Refused {
        Report told =
                told(
                        new Told(
                                ALL_TOLD.counted(),
                                ALL_TOLD.free(),
                                ALL_TOLD.inodes(),
                                Optional.of(probe)));

        assertThat(ReportReader.read(ReportText.of(told))).isEqualTo(told);
        Golden.assertMatches("mover/told.json", ReportText.of(told(ALL_TOLD)));
    }

    @Test
    void comesBackWithTheRoomAlone() throws Refused {
        Report told = told(new Told(Optional.empty(), 0, Optional.empty(), Optional.empty()));

        assertThat(ReportReader.read(ReportText.of(told))).isEqualTo(told);
    }

    @Test
    void comesBackWithALineBreakBehindIt() throws Refused {
        Report report = report(List.of(TROUBLE), "");

        assertThat(ReportReader.read(ReportText.of(report) + "\n")).isEqualTo(report);
    }

    @Nested
    class TooLong {
        @Test
        void leavesOutTheLastTroubles() throws Refused {
            var troubles = Collections.nCopies(10, new Report.Trouble("ü".repeat(200), "b", "c"));

            String line = ReportText.of(report(troubles, "some failed"));

            assertThat(line.getBytes(StandardCharsets.UTF_8).length)
                    .isBetween(Report.LONGEST - 500, Report.LONGEST);
            Report read = ReportReader.read(line);
            assertThat(read.troubles()).hasSizeBetween(5, 9).allMatch(troubles::contains);
            assertThat(read.what()).isEqualTo("some failed");
            assertThat(read.failed()).isEqualTo(12);
        }

        @Test
        void cutsWhatIsSaidWhenThatAloneIsTooMuch() throws Refused {
            String line = ReportText.of(report(List.of(TROUBLE), "\u0001🏔".repeat(5000)));

            assertThat(line.getBytes(StandardCharsets.UTF_8).length)
                    .isLessThanOrEqualTo(Report.LONGEST);
            assertThat(ReportReader.read(line).what()).startsWith("\u0001🏔").endsWith("…");
        }
    }

    @Nested
    class NoReport {
        @ParameterizedTest
        @ValueSource(
                strings = {
                    "",
                    "killed",
                    "[]",
                    "{}",
                    "{\"mover\":\"gotthard/mover/v2\"}",
                    "{\"mover\":\"gotthard/mover/v1\",\"shard\":\"4/4\"}",
                    "{\"mover\":\"gotthard/mover/v1\",\"shard\":\"0/4\",\"role\":\"dance\"}"
                })
        void isTold(String text) {
            assertThatThrownBy(() -> ReportReader.read(text))
                    .isInstanceOf(Refused.class)
                    .hasMessageStartingWith("what a mover left is no report: ");
        }

        @Test
        void isEveryBeginningOfOne() {
            String line = ReportText.of(report(List.of(TROUBLE), "x"));
            for (int end = 0; end < line.length(); end++) {
                String cut = line.substring(0, end);

                assertThatThrownBy(() -> ReportReader.read(cut)).isInstanceOf(Refused.class);
            }
        }

        @Test
        void bringsNothingButRefusalsOutOfAlteredOnes() {
            var random = new Random(20261122);
            String line = ReportText.of(report(List.of(TROUBLE), "x"));
            int refused = 0;
            for (int i = 0; i < 5000; i++) {
                var altered = new StringBuilder(line);
                altered.setCharAt(random.nextInt(line.length()), (char) random.nextInt(32, 127));
                try {
                    ReportReader.read(altered.toString());
                } catch (Refused _) {
                    refused++;
                }
            }

            assertThat(refused).isPositive();
        }
    }

    private static Report ended(Ending ending) {
        return report(ending, Optional.empty());
    }

    private static Report told(Told told) {
        return report(Ending.COMPLETE, Optional.of(told));
    }

    private static Report report(Ending ending, Optional<Told> told) {
        return new Report(
                Role.WITHDRAW,
                2,
                3,
                ending,
                Amount.NONE,
                Amount.NONE,
                Amount.NONE,
                0,
                0,
                Late.NONE,
                Report.Compared.NONE,
                Optional.empty(),
                List.of(),
                "a",
                "b",
                1,
                2,
                3,
                told);
    }

    private static Report report(List<Report.Trouble> troubles, String what) {
        return new Report(
                Role.RECEIVE,
                0,
                4,
                Ending.INCOMPLETE,
                new Amount(20_000, 361_040_000),
                new Amount(19_000, 360_000_000),
                new Amount(18_988, 359_000_000),
                12,
                5,
                new Late(3, new Amount(2, 1000), OptionalLong.of(1_573_632_000)),
                new Report.Compared(7, 6, 8, 9),
                Optional.of(Sha256.end(Sha256.begin())),
                troubles,
                what,
                "",
                61_234,
                123_456_789,
                350,
                Optional.empty());
    }
}
