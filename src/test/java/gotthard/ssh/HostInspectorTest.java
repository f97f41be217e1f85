package gotthard.ssh;

import static org.assertj.core.api.Assertions.assertThat;

import gotthard.Golden;
import gotthard.action.Access;
import gotthard.action.Inspector;
import gotthard.action.Inspector.Finding;
import gotthard.action.Inspector.Measure;
import gotthard.action.Key;
import gotthard.action.LentContext;
import gotthard.preflight.Examination;
import gotthard.preflight.Limits;
import gotthard.preflight.Result;
import gotthard.shape.ByteSize;

import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.stream.Collectors;

final class HostInspectorTest {
    private static final Instant NOW = Instant.ofEpochSecond(1_542_096_000);
    private static final String TWELVE_SECONDS_AHEAD = "echo 1542096012\n";
    private static final String DISK =
            """
            case $1 in
            -Pk) echo 'F 1024-blocks Used Available Capacity Mounted on'; echo 'd 100 60 40 60% /' ;;
            *) echo 'F Inodes IUsed IFree IUse% Mounted on'; echo 'd 2000 1500 500 75% /' ;;
            esac
            """;

    @TempDir Path folder;

    @Nested
    final class AHostThatIsFit {
        @Test
        void isMeasured() throws Exception {
            try (var fleet = ready(DISK)) {
                List<Finding> findings = inspect(fleet, writing(fleet));

                assertThat(findings.stream().map(Finding::subject))
                        .containsExactly(
                                "reachable", "version", "clock", "rights", "space", "inodes");
                assertThat(findings)
                        .contains(
                                new Finding.Measured(
                                        "clock", new Measure.ClockAhead(Duration.ofMillis(12_500))),
                                new Finding.Measured(
                                        "space",
                                        new Measure.Free(
                                                fleet.home(1).toString(), new ByteSize(40_960))))
                        .noneMatch(Finding.Bad.class::isInstance);
                assertThat(findings.getLast().found()).startsWith("500 of 2,000 free at ");
            }
        }

        @Test
        void mayMakeInodesAsNeeded() throws Exception {
            try (var fleet = ready(DISK.replace("2000 1500 500 75%", "0 0 0 -"))) {
                assertThat(inspect(fleet, writing(fleet)).getLast())
                        .isInstanceOfSatisfying(
                                Finding.Good.class,
                                good -> assertThat(good.found()).startsWith("made as needed"));
            }
        }
    }

    @Nested
    final class ThePlansLimits {
        @Test
        void ruleClockAndSpace() throws Exception {
            try (var fleet = ready(DISK)) {
                var wide = new Limits(Duration.ofSeconds(13), new ByteSize(40_960), Duration.ZERO);
                var tight = new Limits(Duration.ofSeconds(12), new ByteSize(40_961), Duration.ZERO);

                assertThat(judged(fleet, wide)).noneMatch(Result.Bad.class::isInstance);
                assertThat(judged(fleet, tight))
                        .filteredOn(Result.Bad.class::isInstance)
                        .extracting(Result::subject)
                        .containsExactly("clock", "space");
            }
        }

        private List<Result> judged(Fleet fleet, Limits limits) throws Exception {
            var subject =
                    new Examination.Subject(fleet.group().hosts().getFirst(), writing(fleet), true);
            try (LentContext context = context(fleet)) {
                return new Examination(List.of(new HostInspector()), limits)
                        .look(context, List.of(subject));
            }
        }
    }

    @Nested
    final class AHostThatIsNotFit {
        @Test
        void isToldWithWhatToDo() throws Exception {
            try (var fleet =
                    ready(DISK.replace("60 40 60%", "100 0 100%").replace("500 75%", "0 100%"))) {
                fleet.program(1, "date", "echo noon\n");
                var access =
                        List.<Access>of(
                                new Access.Folder(
                                        Fleet.name(1),
                                        fleet.home(1) + "/missing",
                                        false,
                                        Access.Phase.ALL),
                                writing(fleet).getFirst(),
                                new Access.Program(
                                        Fleet.name(1), List.of("frobnicate"), Access.Phase.ALL));

                String bad =
                        inspect(fleet, access).stream()
                                .filter(Finding.Bad.class::isInstance)
                                .map(Finding::toString)
                                .collect(Collectors.joining("\n"));

                Golden.assertMatches(
                        "ssh/unfit.txt", bad.replace(fleet.home(1).toString(), "/home"));
            }
        }

        @Test
        void thatDoesNotAnswerHasOneFinding() throws Exception {
            try (var fleet = new Fleet(folder, 1)) {
                fleet.hosts.getFirst().faults().refuseKeys(true);

                assertThat(inspect(fleet, List.of()))
                        .singleElement()
                        .isInstanceOf(Finding.Bad.class)
                        .extracting(Finding::subject)
                        .isEqualTo("reachable");
            }
        }
    }

    private Fleet ready(String disk) throws Exception {
        var fleet = new Fleet(folder, 1);
        fleet.program(1, "df", disk);
        fleet.program(1, "date", TWELVE_SECONDS_AHEAD);
        return fleet;
    }

    private static List<Access> writing(Fleet fleet) {
        return List.of(
                new Access.Folder(Fleet.name(1), fleet.home(1).toString(), true, Access.Phase.ALL));
    }

    private static List<Finding> inspect(Fleet fleet, List<Access> access) throws Exception {
        Inspector inspector = new HostInspector();
        try (LentContext context = context(fleet)) {
            return inspector.inspect(context, fleet.group().hosts().getFirst(), access);
        }
    }

    private static LentContext context(Fleet fleet) {
        return new LentContext(
                Fleet.inventory(fleet.group()),
                Key.of("run", "look", 1),
                Clock.fixed(NOW, ZoneOffset.UTC),
                Duration.ofMinutes(1));
    }
}
