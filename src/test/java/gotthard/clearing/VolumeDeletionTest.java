package gotthard.clearing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import gotthard.Golden;
import gotthard.action.Before;
import gotthard.action.ByHand;
import gotthard.action.Declaration;
import gotthard.action.Difference;
import gotthard.action.Forecast;
import gotthard.action.Outcome;
import gotthard.action.Prediction;
import gotthard.action.Prompt;
import gotthard.action.Unreachable;
import gotthard.action.Verdict;
import gotthard.files.jobs.Clearance.Claim;
import gotthard.files.jobs.End;
import gotthard.files.jobs.LabVolumes;
import gotthard.files.jobs.MovedCell;
import gotthard.files.jobs.Order;
import gotthard.files.jobs.PlayedVolumes;
import gotthard.inventory.CellPlace;
import gotthard.inventory.SiteName;
import gotthard.inventory.Store;
import gotthard.inventory.StoreName;
import gotthard.kubernetes.CutContext;
import gotthard.sandbox.cluster.Programs;
import gotthard.transfer.Amount;
import gotthard.transfer.Late;
import gotthard.transfer.report.Ending;
import gotthard.transfer.report.Report;
import gotthard.transfer.report.ReportText;
import gotthard.transfer.report.Role;
import gotthard.world.Effect;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// What a deletion in a volume makes of its movers, which are played.
final class VolumeDeletionTest {
    private static final Before NOTHING = new Before.Absent();
    private static final Amount TEN = new Amount(10, 1000);

    @TempDir private Path folder;
    private PlayedVolumes sites;
    private final Map<String, Programs.End> ends = new ConcurrentHashMap<>();

    VolumeDeletionTest() {}

    @BeforeEach
    void start() throws Exception {
        sites = new PlayedVolumes(folder);
        ends.put("decide", ended(Ending.COMPLETE, TEN, TEN, 0, ""));
        ends.put("clear", ended(Ending.COMPLETE, TEN, TEN, 0, "1 file stays: also named in l"));
        ends.put("cover", ended(Ending.COMPLETE, TEN, TEN, 0, ""));
        ends.put("withdraw", ended(Ending.COMPLETE, TEN, TEN, 0, ""));
        sites.movers.play(pod -> Optional.ofNullable(ends.get(role(pod))));
    }

    @AfterEach
    void stop() throws Exception {
        sites.close();
    }

    @Test
    void isAPointOfNoReturn() {
        Declaration declaration = action().declaration();

        assertThat(declaration.reversal()).isEqualTo(Declaration.Reversal.IRREVERSIBLE);
        assertThat(declaration.effects())
                .containsExactly(new Effect.Delete(LabVolumes.CELL, LabVolumes.ZURICH));
        assertThat(declaration.sites())
                .containsExactlyInAnyOrder(LabVolumes.MOSCOW, LabVolumes.ZURICH);
    }

    @Test
    void decidesBeforeItDeletesAndLeavesNoJob() throws Exception {
        Outcome outcome = apply();

        assertThat(((Outcome.Changed) outcome).evidence().statement())
                .isEqualTo(
                        "10 files, 1,000 bytes, deleted at zurich-1 after each was read back there and at moscow with the same SHA-256");
        assertThat(((Outcome.Changed) outcome).evidence().details())
                .contains("1 file stays: also named in l")
                .anyMatch(line -> line.startsWith("snapshots "));
        assertThat(roles()).containsExactlyInAnyOrder("decide", "cover", "clear");
        assertThat(roles().getLast()).isEqualTo("clear");
        assertThat(round("clear")).isEqualTo(round("decide")).isNotEmpty();
        assertThat(sites.movers.started())
                .filteredOn(pod -> role(pod).equals("cover"))
                .singleElement()
                .satisfies(pod -> assertThat(pod.arguments()).doesNotContain("--round"));
    }

    @Test
    void deletesNothingWhereSomethingIsNotSafeElsewhere() throws Exception {
        ends.put("decide", ended(Ending.INCOMPLETE, TEN, TEN, 2, ""));

        Outcome outcome = apply();

        Golden.assertMatches(
                "clearing/movers-uncovered.txt", ((Outcome.Failed) outcome).failure().toString());
        assertThat(roles()).containsExactlyInAnyOrder("decide", "cover");
    }

    @Test
    void namesWhatCameMeanwhile() throws Exception {
        ends.put("clear", ended(Ending.INCOMPLETE, TEN, new Amount(8, 800), 2, ""));

        Golden.assertMatches(
                "clearing/movers-left.txt", ((Outcome.Failed) apply()).failure().toString());
    }

    @Test
    void provesNothingWhereNoSiteHasAnything() throws Exception {
        ends.put("decide", ended(Ending.COMPLETE, Amount.NONE, Amount.NONE, 0, ""));

        Golden.assertMatches(
                "clearing/movers-nothing.txt", ((Outcome.Failed) apply()).failure().toString());
        assertThat(action(true).apply(sites.context(), NOTHING))
                .isInstanceOf(Outcome.AlreadyDone.class);
        assertThat(roles()).doesNotContain("clear");
    }

    @Test
    void isNotDoneWhereAMoverLeavesNoReport() {
        ends.put("clear", new Programs.End(0, "it went well"));

        assertThatThrownBy(this::apply)
                .isInstanceOf(Unreachable.class)
                .hasMessageContaining("left no report");
    }

    @Test
    void goesOnAfterADeathWithAFreshLook() throws Exception {
        sites.movers.play(
                pod ->
                        role(pod).equals("clear")
                                ? Optional.empty()
                                : Optional.ofNullable(ends.get(role(pod))));
        assertThatThrownBy(() -> action().apply(new CutOnceItDeletes(sites.context()), NOTHING))
                .isInstanceOf(CutContext.Killed.class);
        assertThat(action().marked(sites.context())).isPresent();
        sites.movers.play(pod -> Optional.ofNullable(ends.get(role(pod))));

        Outcome outcome;
        try (var later = sites.context().withFence(2)) {
            outcome = action().apply(later, NOTHING);
        }

        assertThat(outcome).isInstanceOf(Outcome.Changed.class);
        assertThat(roles()).filteredOn("decide"::equals).hasSize(2);
        List<String> rounds =
                sites.movers.started().stream()
                        .filter(pod -> role(pod).equals("decide"))
                        .map(VolumeDeletionTest::round)
                        .toList();
        assertThat(rounds).doesNotHaveDuplicates();
    }

    @Test
    void holdsOnceNothingIsLeftAndTheOthersStillHaveIt() throws Exception {
        ends.put("decide", ended(Ending.INCOMPLETE, TEN, TEN, 0, ""));
        assertThat(differences())
                .singleElement()
                .satisfies(
                        one ->
                                assertThat(one.found())
                                        .isEqualTo("10 files, 1,000 bytes, such as a/0"));
        ends.put("decide", ended(Ending.INCOMPLETE, TEN, Amount.NONE, 1, ""));
        assertThat(differences()).extracting(Difference::found).containsExactly("missing");
        ends.put("decide", ended(Ending.COMPLETE, TEN, Amount.NONE, 0, ""));

        Verdict verdict = action().verify(sites.context());

        assertThat(((Verdict.Holds) verdict).evidence().statement())
                .isEqualTo(
                        "nothing of europe/suspicious-files is left at zurich-1; moscow has 10 files, 1,000 bytes");
    }

    @Test
    void isNotUndone() throws Exception {
        ends.put("clear", ended(Ending.INCOMPLETE, TEN, Amount.NONE, 0, ""));

        Outcome outcome = action().rollback(sites.context(), NOTHING);

        assertThat(((Outcome.Failed) outcome).failure().toString())
                .isEqualTo(
                        "what was deleted at zurich-1 is not brought back by undoing; where it is needed there again, copy it back from moscow");
        assertThat(action().restored(sites.context(), NOTHING)).isInstanceOf(Verdict.Differs.class);
        assertThat(action().collect(sites.context())).isInstanceOf(Outcome.Changed.class);
    }

    @Test
    void makesNoMoverForAPrediction() throws Exception {
        Prediction prediction = action().predict(sites.context(), Forecast.EMPTY);

        assertThat(((Prediction.Changes) prediction).certainty())
                .isEqualTo(Prediction.Certainty.OPAQUE);
        assertThat(sites.movers.started()).isEmpty();
    }

    @Test
    void isDoneByHandFromPodsThatMountTheVolumes() {
        var prompt = new Prompt(sites.inventory(), "forget");

        var told = (ByHand.Told) action().byHand(prompt);

        Golden.assertMatches(
                "clearing/by-hand-volumes.txt",
                Stream.concat(told.act().stream(), told.check().stream())
                        .map(Object::toString)
                        .collect(Collectors.joining("\n"))
                        .replace(folder.toString(), "FOLDER"));
    }

    private List<Difference> differences() throws Exception {
        return ((Verdict.Differs) action().verify(sites.context())).differences();
    }

    private Outcome apply() throws Exception {
        return action().apply(sites.context(), NOTHING);
    }

    private List<String> roles() {
        return sites.movers.started().stream().map(VolumeDeletionTest::role).toList();
    }

    private String round(String role) {
        return sites.movers.started().stream()
                .filter(pod -> role(pod).equals(role))
                .map(VolumeDeletionTest::round)
                .findFirst()
                .orElseThrow();
    }

    private static String round(Programs.Pod pod) {
        return pod.arguments().get(pod.arguments().indexOf("--round") + 1);
    }

    private static String role(Programs.Pod pod) {
        return pod.arguments().getFirst();
    }

    /// @param failed things, of which as many are named; one also where none has
    private static Programs.End ended(
            Ending ending, Amount wanted, Amount placed, int failed, String what) {
        var report =
                new Report(
                        Role.DECIDE,
                        0,
                        1,
                        ending,
                        wanted,
                        wanted,
                        placed,
                        failed,
                        0,
                        Late.NONE,
                        new Report.Compared(10, 10, 1000, 0),
                        Optional.empty(),
                        ending == Ending.COMPLETE
                                ? List.of()
                                : List.of(new Report.Trouble("a/0", "missing", "copy it")),
                        what,
                        "",
                        1000,
                        1000,
                        10,
                        Optional.empty());
        return new Programs.End(ending.code(), ReportText.of(report));
    }

    private static VolumeDeletion action() {
        return action(false);
    }

    private static VolumeDeletion action(boolean mayBeEmpty) {
        Order order = PlayedVolumes.order(1);
        MovedCell cell = order.cells().getFirst();
        return new VolumeDeletion(
                List.of(
                        new Clearing(
                                spot(LabVolumes.ZURICH, cell.to()),
                                List.of(spot(LabVolumes.MOSCOW, cell.from())),
                                List.of(),
                                Set.of(cell.cell()))),
                List.of(order),
                List.of(Claim.ALL),
                mayBeEmpty);
    }

    private static Spot spot(SiteName site, End end) {
        var store =
                new Store.OnVolume(
                        new StoreName("volumes"), end.cluster(), end.namespace(), end.volume(), "");
        return new Spot(LabVolumes.CELL, site, new CellPlace(store, end.folder()));
    }
}
