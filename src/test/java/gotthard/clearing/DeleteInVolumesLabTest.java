package gotthard.clearing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import gotthard.action.Action;
import gotthard.action.Before;
import gotthard.action.Kind;
import gotthard.action.Moving;
import gotthard.action.Outcome;
import gotthard.action.Scope;
import gotthard.action.Verdict;
import gotthard.action.Work;
import gotthard.files.CopyKind;
import gotthard.files.FileTree;
import gotthard.files.Level;
import gotthard.files.MoverOptions;
import gotthard.files.jobs.LabVolumes;
import gotthard.files.jobs.Order;
import gotthard.inventory.DataType;
import gotthard.inventory.DataTypeName;
import gotthard.inventory.Inventory;
import gotthard.inventory.RegionName;
import gotthard.inventory.Selection;
import gotthard.inventory.SiteName;
import gotthard.inventory.StoreName;
import gotthard.kubernetes.CutContext;
import gotthard.problem.Place;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

import java.nio.file.Files;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/// Cells in volumes of a real cluster are deleted where those of another one have them.
@Tag("lab")
final class DeleteInVolumesLabTest {
    private static final Before NOTHING = new Before.Absent();
    private static final DataTypeName DATA = LabVolumes.CELL.data();
    private static final StoreName STORE = new StoreName("disk");
    private static final DataType.Place OWN = new DataType.Place(STORE, "${region}");
    private static final DataType.Place SHARED =
            new DataType.Place(STORE, "all", new Selection.Listed("lists/${region}.txt"));
    private static final int FILES = 60;

    private LabVolumes lab;
    private FileTree moscow;
    private FileTree zurich;

    @BeforeEach
    void start() throws Exception {
        lab = LabVolumes.ready();
        moscow = new FileTree(lab.disk(LabVolumes.MOSCOW).resolve("intake"));
        zurich = new FileTree(lab.disk(LabVolumes.ZURICH).resolve("intake"));
    }

    @AfterEach
    void stop() {
        lab.close();
    }

    @Test
    void deletesACellThatWasCopiedAndLeavesAnother() throws Exception {
        lay();
        assertThat(copy(OWN, "europe").apply(lab.context(1), NOTHING))
                .isInstanceOf(Outcome.Changed.class);
        Action action = deletion(OWN, 2);
        assertThat(action.verify(lab.context(2))).isInstanceOf(Verdict.Differs.class);
        assertThat(action.marked(lab.context(2))).isEmpty();

        Outcome outcome = action.apply(lab.context(2), NOTHING);

        assertThat(((Outcome.Changed) outcome).evidence().compared()).isEqualTo(FILES);
        assertThat(files(moscow)).containsExactly("russia/r.bin");
        assertThat(files(zurich)).hasSize(FILES);
        assertThat(action.verify(lab.context(2))).isInstanceOf(Verdict.Holds.class);
        assertThat(action.marked(lab.context(2))).isPresent();
        assertThat(action.rollback(lab.context(2), NOTHING)).isInstanceOf(Outcome.Failed.class);
        zurich.write("europe/d1/f1.bin", "not what it was");
        lab.give(lab.disk(LabVolumes.ZURICH));
        assertThat(action.verify(lab.context(2))).isInstanceOf(Verdict.Differs.class);
        assertThat(action.collect(lab.context(2))).isInstanceOf(Outcome.Changed.class);
        assertThat(moscow.root().resolve("europe")).isEmptyDirectory();
        assertThat(action.verify(lab.context(2))).isInstanceOf(Verdict.Holds.class);
    }

    @Test
    void deletesNothingThatIsNotElsewhere() throws Exception {
        lay();
        assertThat(copy(OWN, "europe").apply(lab.context(1), NOTHING))
                .isInstanceOf(Outcome.Changed.class);
        Files.delete(zurich.root().resolve("europe/d1/f1.bin"));
        Set<String> before = files(moscow);

        Outcome outcome = deletion(OWN, 2).apply(lab.context(2), NOTHING);

        assertThat(((Outcome.Failed) outcome).failure().what())
                .startsWith(
                        "of 60 files of europe/suspicious-files at moscow, 1 are not safe elsewhere, and nothing is deleted: ")
                .endsWith("intake/europe/d1/f1.bin (missing)");
        assertThat(files(moscow)).isEqualTo(before);
        assertThat(deletion(OWN, 2).rollback(lab.context(2), NOTHING))
                .isInstanceOf(Outcome.AlreadyDone.class);
    }

    @Test
    void leavesABlobThatBelongsToAnotherCellToo() throws Exception {
        for (String name : List.of("a/both", "a/europe-1", "a/europe-2", "b/russia", "b/nobody")) {
            moscow.write("all/" + name, "content of " + name);
        }
        moscow.write("lists/europe.txt", "a/both\na/europe-1\na/europe-2\n");
        moscow.write("lists/russia.txt", "a/both\nb/russia\n");
        lab.give(lab.disk(LabVolumes.MOSCOW));
        assertThat(copy(SHARED, "europe").apply(lab.context(1), NOTHING))
                .isInstanceOf(Outcome.Changed.class);

        Outcome outcome = deletion(SHARED, 1).apply(lab.context(2), NOTHING);

        assertThat(((Outcome.Changed) outcome).evidence().compared()).isEqualTo(2);
        assertThat(((Outcome.Changed) outcome).evidence().details())
                .anyMatch(line -> line.startsWith("1 file stays: also named in "));
        assertThat(files(moscow))
                .containsExactlyInAnyOrder(
                        "all/a/both",
                        "all/b/nobody",
                        "all/b/russia",
                        "lists/europe.txt",
                        "lists/russia.txt");
        assertThat(deletion(SHARED, 1).verify(lab.context(2))).isInstanceOf(Verdict.Holds.class);
        Action russia = copy(SHARED, "russia");
        assertThat(russia.apply(lab.context(3), NOTHING)).isInstanceOf(Outcome.Changed.class);
        assertThat(russia.verify(lab.context(3))).isInstanceOf(Verdict.Holds.class);
        assertThat(Files.readString(zurich.root().resolve("all/a/both")))
                .isEqualTo("content of a/both");
    }

    @Test
    void goesOnWhereItsCoordinatorDied() throws Exception {
        lay();
        assertThat(copy(OWN, "europe").apply(lab.context(1), NOTHING))
                .isInstanceOf(Outcome.Changed.class);
        var cut = new CutContext(lab.context(2), 2);
        assertThatThrownBy(() -> deletion(OWN, 2).apply(cut, NOTHING))
                .isInstanceOf(CutContext.Killed.class);
        assertThat(deletion(OWN, 2).marked(lab.context(2))).isPresent();

        Outcome outcome = deletion(OWN, 2).apply(lab.context(2), NOTHING);

        assertThat(((Outcome.Changed) outcome).evidence().compared()).isEqualTo(FILES);
        assertThat(files(moscow)).containsExactly("russia/r.bin");
        assertThat(files(zurich)).hasSize(FILES);
    }

    /// Europe's files, and one of Russia.
    private void lay() throws Exception {
        for (int i = 0; i < FILES; i++) {
            moscow.write("europe/d%d/f%d.bin".formatted(i % 5, i), "content " + i);
        }
        moscow.write("russia/r.bin", "russia");
        lab.give(lab.disk(LabVolumes.MOSCOW));
    }

    private Action deletion(DataType.Place place, int shards) {
        var with =
                new DeleteKind.With(
                        DATA,
                        LabVolumes.MOSCOW,
                        List.of(new RegionName("europe")),
                        List.of(LabVolumes.ZURICH),
                        DeleteKind.Versions.CURRENT,
                        false,
                        new MoverOptions(shards, 4, Order.Owners.OWN, 65_532));
        return action(new DeleteKind(), with, place);
    }

    private Action copy(DataType.Place place, String region) {
        var with =
                new CopyKind.With(
                        new Moving(
                                DATA,
                                Optional.of(LabVolumes.MOSCOW),
                                LabVolumes.ZURICH,
                                List.of(new RegionName(region))),
                        Level.FULL,
                        Optional.empty(),
                        MoverOptions.STANDARD);
        return action(new CopyKind(), with, place);
    }

    private <W> Action action(Kind<W> kind, W with, DataType.Place place) {
        var scope =
                new Scope(
                        inventory(place),
                        Optional.empty(),
                        Place.of("plan.yaml"),
                        (_, _) -> {
                            throw new AssertionError("no file is read");
                        });
        return ((Work.Change) kind.bind(with, scope).toOptional().orElseThrow()).action();
    }

    private Inventory inventory(DataType.Place place) {
        SiteName here = LabVolumes.MOSCOW;
        SiteName there = LabVolumes.ZURICH;
        return new Inventory(
                "lab",
                Optional.empty(),
                Map.of(here, lab.siteWith(here, STORE), there, lab.siteWith(there, STORE)),
                ClearingScene.regions("europe", "russia"),
                Map.of(
                        DATA,
                        new DataType(
                                DATA,
                                DataType.Mutability.APPEND_ONLY,
                                Map.of(here, place, there, place))),
                Set.of(),
                Map.of());
    }

    private static Set<String> files(FileTree tree) throws Exception {
        var files = new TreeSet<String>();
        tree.describe()
                .forEach(
                        (path, what) -> {
                            if (what.startsWith("file ") && !path.contains(".gotthard-")) {
                                files.add(path);
                            }
                        });
        return files;
    }
}
