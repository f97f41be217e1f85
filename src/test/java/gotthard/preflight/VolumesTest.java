package gotthard.preflight;

import static org.assertj.core.api.Assertions.assertThat;

import gotthard.Golden;
import gotthard.action.Failure;
import gotthard.action.Key;
import gotthard.action.LentContext;
import gotthard.files.MoverOptions;
import gotthard.files.jobs.End;
import gotthard.files.jobs.Sounding;
import gotthard.inventory.DataTypeName;
import gotthard.inventory.EndpointName;
import gotthard.inventory.RegionName;
import gotthard.inventory.SiteName;
import gotthard.inventory.Store;
import gotthard.shape.ByteSize;
import gotthard.shape.Percent;
import gotthard.shape.Rate;
import gotthard.transfer.Amount;
import gotthard.transfer.report.Told;
import gotthard.world.CellId;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/// What is made of what movers tell of volumes: the same as of hosts.
final class VolumesTest {
    private static final long GIB = 1L << 30;
    private static final Spot.InVolume SOURCE = spot("moscow", "files/europe", 0, false);
    private static final Spot.InVolume TARGET = spot("zurich-1", "in/europe", 1, true);
    private static final Spot.InVolume SECOND = spot("zurich-1", "in/russia", 2, true);
    private static final List<Cargo> EUROPE =
            List.of(new Cargo("europe/files", SOURCE, TARGET, TARGET));
    private static final Limits LIMITS =
            new Limits(Duration.ofSeconds(5), new ByteSize(50 * GIB), Duration.ofDays(14));

    @Test
    void areFitWhereAllFits() throws Exception {
        var tidings =
                told(
                        looked(100 * GIB, 10 * GIB, 0, Optional.empty()),
                        looked(40 * GIB, 0, 82 * GIB, Optional.of(Told.Probe.STAYED)));

        assertThat(look(tidings)).hasOnlyElementsOfType(Result.Good.class);
        Golden.assertMatches("preflight/volumes-fit.txt", text(look(tidings)));
    }

    @Test
    void areNotWhereOneByteLacksAndItNeverEndsAndAScannerTakesFilesAway() throws Exception {
        var tidings =
                told(
                        looked(900 * GIB, 900 * GIB, 0, Optional.empty()),
                        looked(40 * GIB, 0, 40 * GIB, Optional.of(Told.Probe.GONE)));

        assertThat(look(tidings).stream().filter(Result.Bad.class::isInstance))
                .extracting(Result::subject)
                .containsExactly("space", "capacity", "growth", "scanner");
        Golden.assertMatches("preflight/volumes-unfit.txt", text(look(tidings)));
    }

    @Test
    void shareTheRoomOfOneVolume() throws Exception {
        var both = List.of(EUROPE.getFirst(), new Cargo("russia/files", SOURCE, SECOND, SECOND));
        var tidings =
                new Tidings(
                        Map.of(
                                SOURCE,
                                looked(60 * GIB, 0, 0, Optional.empty()),
                                TARGET,
                                looked(0, 0, 100 * GIB, Optional.of(Told.Probe.STAYED)),
                                SECOND,
                                looked(0, 0, 100 * GIB, Optional.of(Told.Probe.STAYED))));

        assertThat(look(EUROPE, tidings)).hasOnlyElementsOfType(Result.Good.class);
        assertThat(look(both, tidings).stream().filter(Result.Bad.class::isInstance))
                .extracting(Result::subject)
                .containsExactly("capacity");
    }

    @ParameterizedTest
    @EnumSource(Told.Probe.class)
    void sayWhatBecameOfAFile(Told.Probe fate) throws Exception {
        var tidings =
                told(looked(0, 0, 0, Optional.empty()), looked(0, 0, 100 * GIB, Optional.of(fate)));

        Golden.assertMatches(
                "preflight/volumes-probe-%s.txt".formatted(fate.word()),
                text(
                        look(tidings).stream()
                                .filter(result -> result.subject().equals("scanner"))
                                .toList()));
    }

    @Test
    void sayWhyNobodyCouldLook() throws Exception {
        var tidings =
                told(
                        new Tidings.Answer.Failed(
                                Failure.refused("the folder sub can't be read", "")),
                        looked(0, 0, 100 * GIB, Optional.of(Told.Probe.STAYED)));

        assertThat(look(tidings).stream().filter(Result.Bad.class::isInstance))
                .singleElement()
                .extracting(Result::toString)
                .asString()
                .contains("the folder sub can't be read", "movers");
    }

    @Test
    void areOnlyLookedAtWhereSomethingIsAskedOfThem() {
        var with =
                new PreflightKind.Parameters(
                        Optional.empty(),
                        Duration.ofSeconds(5),
                        new ByteSize(0),
                        Optional.empty(),
                        Optional.empty(),
                        PreflightKind.Versions.CURRENT,
                        MoverOptions.STANDARD);

        assertThat(new Inquiry(with, Limits.USUAL, EUROPE).volumes().spots()).isEmpty();
        assertThat(inquiry(EUROPE).volumes().spots()).containsExactly(SOURCE, TARGET);
    }

    private static List<Result> look(Tidings tidings) throws Exception {
        return look(EUROPE, tidings);
    }

    private static List<Result> look(List<Cargo> cargoes, Tidings tidings) throws Exception {
        var results = new ArrayList<Result>();
        try (var context = LentContext.withoutSites(Key.of("run", "ready", 1))) {
            var asking = new Asking(new Examination(List.of(), LIMITS), context, tidings);
            for (Further one : inquiry(cargoes).further()) {
                results.addAll(one.look(asking));
            }
        }
        return results;
    }

    private static Inquiry inquiry(List<Cargo> cargoes) {
        var with =
                new PreflightKind.Parameters(
                        Optional.empty(),
                        Duration.ofSeconds(5),
                        LIMITS.space(),
                        Optional.of(
                                new Terms(
                                        Percent.of(20),
                                        Duration.ofDays(10),
                                        Optional.of(new Rate(1_000_000)),
                                        false)),
                        Optional.of(Duration.ofSeconds(30)),
                        PreflightKind.Versions.CURRENT,
                        MoverOptions.STANDARD);
        return new Inquiry(with, LIMITS, cargoes);
    }

    private static Tidings told(Tidings.Answer source, Tidings.Answer target) {
        return new Tidings(Map.of(SOURCE, source, TARGET, target));
    }

    private static Tidings.Answer looked(
            long bytes, long young, long free, Optional<Told.Probe> probe) {
        return new Tidings.Answer.Looked(
                new Told(
                        Optional.of(
                                new Told.Counted(
                                        bytes / GIB + 5,
                                        new Amount(bytes / GIB, bytes),
                                        young / GIB,
                                        new Amount(young / GIB, young))),
                        free,
                        Optional.of(new Told.Inodes(2000, 5000)),
                        probe));
    }

    private static String text(List<Result> results) {
        return results.stream().map(Result::toString).collect(Collectors.joining("\n"));
    }

    private static Spot.InVolume spot(String site, String folder, int number, boolean receives) {
        return new Spot.InVolume(
                new Sounding(
                        new CellId(new RegionName("europe"), new DataTypeName("files")),
                        number,
                        new End(
                                EndpointName.cluster(new SiteName(site)),
                                "intake",
                                new Store.Volume.Claim("uploads"),
                                folder,
                                "gotthard/mover:test"),
                        MoverOptions.STANDARD.owners(),
                        MoverOptions.STANDARD.user()),
                receives);
    }
}
