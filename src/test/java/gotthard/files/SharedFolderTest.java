package gotthard.files;

import static org.assertj.core.api.Assertions.assertThat;

import gotthard.Golden;
import gotthard.action.Action;
import gotthard.action.Before;
import gotthard.action.Captured;
import gotthard.action.Outcome;
import gotthard.action.Verdict;
import gotthard.inventory.EndpointName;
import gotthard.inventory.Inventory;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/// Regions whose files lie in one folder, each named by a list.
final class SharedFolderTest {
    @TempDir Path folder;
    private CopyScene scene;
    private FileTree store;

    @BeforeEach
    void start() throws Exception {
        scene = new CopyScene(folder);
        store = new FileTree(scene.source.path("/srv/intake"));
        store.write("files/all/a/both.bin", "both");
        store.write("files/all/a/europe.bin", "europe");
        store.write("files/all/b/russia.bin", "russia");
        store.write("files/all/b/nobody.bin", "nobody");
        store.write("lists/europe.txt", "# of Europe\n\na/europe.bin\r\n./a/both.bin\n");
        store.write("lists/russia.txt", "b/russia.bin\na/both.bin");
    }

    @AfterEach
    void end() {
        scene.close();
    }

    private Action action(String... regions) {
        return new CopyAction(
                CopyScene.MOSCOW,
                CopyScene.ZURICH,
                Stream.of(regions).map(this::cell).toList(),
                Level.FULL);
    }

    private CellFolders cell(String region) {
        String root = scene.source.path("/srv/intake").toString();
        return new CellFolders(
                CopyScene.cell(region),
                new Inventory.CellFolder(
                        new EndpointName(CopyScene.MOSCOW, "file-1"), root + "/files/all"),
                new Inventory.CellFolder(
                        new EndpointName(CopyScene.ZURICH, "file-1"),
                        scene.target.path("/srv/intake/files/all").toString()),
                Optional.of(root + "/lists/" + region + ".txt"));
    }

    private Before before(Action action, int run) throws Exception {
        return ((Captured.Found) action.capture(scene.context(run))).before();
    }

    private List<String> arrived() throws Exception {
        var files = new ArrayList<String>();
        for (Map.Entry<String, String> one : scene.targetStore.describe().entrySet()) {
            if (one.getValue().startsWith("file ") && one.getKey().startsWith("files/")) {
                files.add(one.getKey());
            }
        }
        return files.stream().filter(name -> !name.contains(".gotthard-")).toList();
    }

    @Test
    void arriveAsFarAsTheListNamesThem() throws Exception {
        Action action = action("europe");

        Outcome copied = action.apply(scene.context(1), before(action, 1));

        assertThat(copied).isInstanceOf(Outcome.Changed.class);
        assertThat(arrived()).containsExactly("files/all/a/both.bin", "files/all/a/europe.bin");
        assertThat(((Verdict.Holds) action.verify(scene.context(1))).evidence().compared())
                .isEqualTo(2);
    }

    @Test
    void takeAlongAListThatNamesItself() throws Exception {
        store.write("files/all/names.txt", "names.txt\n");
        Files.delete(store.root().resolve("lists/europe.txt"));
        Files.createSymbolicLink(
                store.root().resolve("lists/europe.txt"),
                store.root().resolve("files/all/names.txt"));
        Action action = action("europe");

        action.apply(scene.context(1), before(action, 1));

        assertThat(arrived()).containsExactly("files/all/names.txt");
    }

    @Test
    void areRolledBackWithoutThoseOfOthers() throws Exception {
        Action russia = action("russia");
        russia.apply(scene.context(1), before(russia, 1));
        Action europe = action("europe");
        Before before = before(europe, 2);
        europe.apply(scene.context(2), before);

        Outcome undone = europe.rollback(scene.context(2), before);

        assertThat(undone).isInstanceOf(Outcome.Changed.class);
        assertThat(arrived()).containsExactly("files/all/a/both.bin", "files/all/b/russia.bin");
        assertThat(europe.restored(scene.context(2), before)).isInstanceOf(Verdict.Holds.class);
        assertThat(russia.verify(scene.context(1))).isInstanceOf(Verdict.Holds.class);
    }

    @Test
    void arriveAndGoTogetherInOneStep() throws Exception {
        Action both = action("europe", "russia");
        Before before = before(both, 1);
        var world = scene.world();

        Outcome copied = both.apply(scene.context(1), before);

        assertThat(((Outcome.Changed) copied).evidence().compared()).isEqualTo(3);
        assertThat(both.verify(scene.context(1))).isInstanceOf(Verdict.Holds.class);
        assertThat(both.rollback(scene.context(1), before)).isInstanceOf(Outcome.Changed.class);
        assertThat(scene.world()).isEqualTo(world);
        assertThat(both.restored(scene.context(1), before)).isInstanceOf(Verdict.Holds.class);
    }

    @Test
    void areNotCopiedWithoutAGoodList() throws Exception {
        var said = new StringBuilder();
        for (String list :
                List.of(
                        "a/europe.bin\na/gone.bin\nz.bin\n",
                        "../b\n",
                        "ok\n\n/etc\n",
                        "a\n",
                        "#\n")) {
            store.write("lists/europe.txt", list);
            said.append(said(action("europe")));
        }
        Files.delete(store.root().resolve("lists/europe.txt"));
        said.append(said(action("europe")));

        assertThat(arrived()).isEmpty();
        Golden.assertMatches(
                "files/lists.txt",
                said.toString().replace(scene.source.path("/srv").toString(), "/srv"));
    }

    private String said(Action action) throws Exception {
        var outcome = action.apply(scene.context(1), new Before.Absent());
        var failure = ((Outcome.Failed) outcome).failure();
        return failure.kind() + ": " + failure + "\n";
    }
}
