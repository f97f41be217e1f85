package gotthard.preflight;

import static org.assertj.core.api.Assertions.assertThat;

import gotthard.action.Action;
import gotthard.action.Before;
import gotthard.action.Forecast;
import gotthard.action.LentContext;
import gotthard.action.Outcome;
import gotthard.action.Prediction;
import gotthard.action.Scope;
import gotthard.action.Verdict;
import gotthard.action.Work;
import gotthard.files.jobs.LabVolumes;
import gotthard.inventory.DataType;
import gotthard.inventory.Inventory;
import gotthard.inventory.RegionName;
import gotthard.inventory.StoreName;
import gotthard.problem.Place;
import gotthard.shape.Names;
import gotthard.yaml.YamlReader;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/// Looks at volumes of two real clusters before anything is brought from one to the other.
@Tag("lab")
final class VolumesLabTest {
    private static final StoreName STORE = new StoreName("files");
    private static final Before NOTHING = new Before.Absent();

    private LabVolumes lab;
    private LentContext context;

    @BeforeEach
    void start() throws Exception {
        lab = LabVolumes.ready();
        context = lab.context(1);
        for (int i = 0; i < 30; i++) {
            lab.source().write("d%d/f%d.bin".formatted(i % 3, i), "content " + i);
        }
        lab.give(lab.disk(LabVolumes.MOSCOW));
    }

    @AfterEach
    void stop() {
        lab.close();
    }

    @Test
    void areFitAndStayAsTheyWere() throws Exception {
        Map<String, String> before = lab.world();
        Action preflight = preflight("{headroom: 10%, rate: 100MB/s, space: 1KiB, probe: 1s}");

        Verdict verdict = preflight.verify(context);

        assertThat(verdict).isInstanceOf(Verdict.Holds.class);
        List<String> details = ((Verdict.Holds) verdict).evidence().details();
        assertThat(String.join("\n", details))
                .contains(
                        "zurich-1/cluster capacity: ",
                        "290 B of europe/suspicious-files have still to come",
                        "zurich-1/cluster inodes: ",
                        " free at volume " + lab.disk(LabVolumes.ZURICH) + ":intake/europe, ",
                        "zurich-1/cluster scanner: a file that scanners take for harmful stays",
                        "moscow/cluster growth: europe/suspicious-files at moscow grow by ");
        assertThat(lab.world()).as("what movers left").isEqualTo(before);
    }

    @Test
    void areNotFitWhereMoreGrowsThanIsRead() throws Exception {
        Files.write(lab.source().root().resolve("new.bin"), new byte[24_000_000]);
        lab.give(lab.disk(LabVolumes.MOSCOW));
        Action preflight = preflight("{growthOver: 1d, rate: 1kbit/s, space: 1024TiB}");

        Outcome outcome = preflight.apply(context, NOTHING);

        assertThat(outcome).isInstanceOf(Outcome.Failed.class);
        assertThat(((Outcome.Failed) outcome).failure().what())
                .contains("the end is never reached", "zurich-1/cluster space: ");
    }

    @Test
    void areNotFitWhereTheMoversMayNotReadOrWrite() throws Exception {
        Files.setPosixFilePermissions(
                lab.source().root().resolve("d1"), PosixFilePermissions.fromString("---------"));
        Files.setPosixFilePermissions(
                lab.target().root(), PosixFilePermissions.fromString("r-xr-xr-x"));
        Action preflight = preflight("{headroom: 10%, probe: 1s}");

        Verdict verdict = preflight.verify(context);

        assertThat(((Verdict.Differs) verdict).differences().toString())
                .contains("the folder d1 can't be read", "could not be written");
    }

    @Test
    void keepNoFileOfAMoverThatIsEnded() throws Exception {
        Map<String, String> before = lab.world();
        Action preflight = preflight("{probe: 15s}");
        var verdict = new FutureTask<>(() -> preflight.verify(context));
        Thread.ofVirtual().start(verdict);
        Path probe = awaitProbe();

        lab.evict(LabVolumes.ZURICH);

        assertThat(verdict.get(2, TimeUnit.MINUTES)).isInstanceOf(Verdict.Holds.class);
        assertThat(probe).doesNotExist();
        assertThat(lab.world()).isEqualTo(before);
    }

    private Path awaitProbe() throws Exception {
        long end = System.nanoTime() + TimeUnit.MINUTES.toNanos(1);
        while (System.nanoTime() < end) {
            try (Stream<Path> files = Files.list(lab.target().root())) {
                Optional<Path> found =
                        files.filter(file -> file.toString().endsWith("-probe")).findFirst();
                if (found.isPresent()) {
                    return found.get();
                }
            }
            Thread.sleep(Duration.ofMillis(200));
        }
        throw new AssertionError("no mover has begun to try a file");
    }

    @Test
    void runNothingForAPrediction() throws Exception {
        Prediction prediction = preflight("{headroom: 10%}").predict(context, Forecast.EMPTY);

        assertThat(((Prediction.Nothing) prediction).toString())
                .contains("2 folders in volumes will be looked at by movers");
    }

    private Action preflight(String with) {
        var scope =
                new Scope(
                        inventory(),
                        Optional.of(
                                new Scope.Group(
                                        Set.of(new RegionName("europe")),
                                        LabVolumes.MOSCOW,
                                        Map.of(
                                                LabVolumes.CELL.data(),
                                                List.of(LabVolumes.ZURICH)))),
                        Place.of("plan.yaml"),
                        (_, _) -> {
                            throw new AssertionError("no file is read");
                        });
        var kind = new PreflightKind();
        return YamlReader.read("plan.yaml", with)
                .flatMap(node -> kind.parameters().read(node, Names.unchecked()))
                .flatMap(parameters -> kind.bind(parameters, scope))
                .toOptional()
                .map(work -> ((Work.Change) work).action())
                .orElseThrow();
    }

    private Inventory inventory() {
        var place = new DataType.Place(STORE, "${region}");
        var files =
                new DataType(
                        LabVolumes.CELL.data(),
                        DataType.Mutability.APPEND_ONLY,
                        Map.of(LabVolumes.MOSCOW, place, LabVolumes.ZURICH, place));
        return new Inventory(
                "lab",
                Optional.empty(),
                Map.of(
                        LabVolumes.MOSCOW,
                        lab.siteWith(LabVolumes.MOSCOW, STORE),
                        LabVolumes.ZURICH,
                        lab.siteWith(LabVolumes.ZURICH, STORE)),
                Map.of(),
                Map.of(files.name(), files),
                Set.of(),
                Map.of());
    }
}
