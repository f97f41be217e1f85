package gotthard.migration;

import static org.assertj.core.api.Assertions.assertThat;

import gotthard.journal.Hold;
import gotthard.journal.StepState;

import io.fabric8.kubernetes.client.KubernetesClient;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;

/// Sites that are laid out once, with the foundation applied, and for each test a state folder of its own in which the plan for
/// Europe's files is next. What a test leaves at the sites is swept away.
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
abstract class OnGround {
    static final String FOUNDATION = "plans/00-foundation.yaml";
    static final String EUROPE = "plans/10-europe-files.yaml";
    static final String LEAD = "platform-lead-1";
    private static final long SEED = 20_181_113;
    private static final long MOST_MILLIS = 60_000;

    private Path folder = Path.of("");
    private Path founded = Path.of("");
    private int tests;
    private Optional<Ground> laidOut = Optional.empty();
    private Optional<Ledger> opened = Optional.empty();
    Tool tool = new Tool(founded, folder);
    Haul.Amount amount = new Haul.Amount(0, 0);

    /// The sites.
    ///
    /// @param below a folder for what they keep
    abstract Ground ground(Path below) throws IOException;

    /// How many files of Europe there are, without their metadata.
    abstract int files();

    @BeforeAll
    void layOut(@TempDir Path all) throws Exception {
        folder = Files.createDirectories(all.resolve("printed"));
        founded = all.resolve("founded");
        laidOut = Optional.of(ground(Files.createDirectories(all.resolve("sites"))));
        sweepAll();
        amount = new Haul(ground(), SEED, files()).lay();
        new Tool(founded, folder).run("apply", FOUNDATION, "-i", ground().inventory()).ended(0);
    }

    @BeforeEach
    void begin() throws IOException {
        tests++;
        Path state = folder.resolveSibling("state-" + tests);
        copy(founded, state);
        tool = new Tool(state, folder);
        opened = Optional.of(Ledger.of(state));
    }

    @AfterEach
    void end() throws Exception {
        ledger().close();
        ground().heal();
        sweep();
    }

    @AfterAll
    void leave() throws Exception {
        try (Ground last = ground()) {
            last.heal();
            sweepAll();
        }
    }

    Ground ground() {
        return laidOut.orElseThrow();
    }

    Ledger ledger() {
        return opened.orElseThrow();
    }

    Ran apply() throws Exception {
        return tool.run("apply", EUROPE, "-i", ground().inventory());
    }

    Command startApply(String... more) throws IOException {
        return tool.start(
                Stream.concat(
                                Stream.of("apply", EUROPE, "-i", ground().inventory()),
                                Stream.of(more))
                        .toArray(String[]::new));
    }

    /// Approves the gate from another process once the run waits there, and waits for the run's end.
    Ran approvedAtTheGate(Command apply) throws Exception {
        ledger().await(apply, () -> isAtTheGate());
        String key = Inventories.keyOfLead(folder).toString();
        tool.run("approve", run(), "go", "--as", LEAD, "--key", key, "--comment", "seen").ended(0);
        return apply.ended();
    }

    /// All of the plan, undisturbed.
    Ran move() throws Exception {
        return approvedAtTheGate(startApply("--wait"));
    }

    boolean isAtTheGate() {
        return ledger().run().isPresent()
                && ledger().of("go") instanceof StepState.Held(Hold.AwaitsApproval _);
    }

    String run() {
        return ledger().theRun().id().value();
    }

    /// Whether a step has a durable intent and no end yet.
    static Predicate<gotthard.journal.RunState> underway(String step) {
        return state ->
                state.step(new gotthard.graph.StepId(step)).state() instanceof StepState.Running;
    }

    /// What the command told, to be compared with a golden file.
    Told told(Ran ran) {
        return new Told(ground(), ran);
    }

    /// Europe's files stand at both sites as at Moscow, and nothing of Russia's.
    void hasArrived() throws IOException {
        for (String site : Ground.ZURICH) {
            for (String where : List.of("files-1/intake/files", "files-2/metadata")) {
                String host = where.substring(0, 7);
                String below = where.substring(8);
                assertThat(World.files(ground().disk(site, host).resolve(below + "/europe")))
                        .as("%s %s", site, where)
                        .isEqualTo(
                                World.files(
                                        ground().disk("moscow", host).resolve(below + "/europe")));
                assertThat(ground().disk(site, host).resolve(below + "/russia")).doesNotExist();
            }
        }
    }

    private void sweepAll() throws Exception {
        sweep();
        for (String site : Ground.ZURICH) {
            remove(ground().cluster(site), "platform");
        }
        for (String host : Ground.HOSTS) {
            empty(ground().disk("moscow", host));
        }
    }

    private void sweep() throws Exception {
        for (String site : Ground.ZURICH) {
            remove(ground().cluster(site), "intake");
            for (String host : Ground.HOSTS) {
                empty(ground().disk(site, host));
                delete(ground().home(site, host).resolve("takes-europe"));
                delete(ground().home(site, host).resolve(".gotthard"));
            }
        }
    }

    private static void remove(KubernetesClient cluster, String namespace)
            throws InterruptedException {
        long end = System.currentTimeMillis() + MOST_MILLIS;
        while (cluster.namespaces().withName(namespace).get() != null) {
            cluster.namespaces().withName(namespace).delete();
            assertThat(System.currentTimeMillis()).as("%s stays", namespace).isLessThan(end);
            Thread.sleep(200);
        }
    }

    private static void empty(Path disk) throws IOException {
        Files.createDirectories(disk);
        try (Stream<Path> inside = Files.list(disk)) {
            for (Path path : inside.toList()) {
                delete(path);
            }
        }
    }

    static void delete(Path path) throws IOException {
        if (!Files.exists(path)) {
            return;
        }
        try (Stream<Path> all = Files.walk(path)) {
            for (Path one : all.sorted(java.util.Comparator.reverseOrder()).toList()) {
                Files.delete(one);
            }
        }
    }

    private static void copy(Path from, Path to) throws IOException {
        try (Stream<Path> all = Files.walk(from)) {
            for (Path path : all.toList()) {
                Files.copy(path, to.resolve(from.relativize(path).toString()));
            }
        }
    }
}
