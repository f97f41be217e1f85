package gotthard.objects;

import static org.assertj.core.api.Assertions.assertThat;

import gotthard.Golden;
import gotthard.action.Action;
import gotthard.action.Outcome;
import gotthard.action.Unreachable;
import gotthard.action.Verdict;
import gotthard.inventory.Selection;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// Regions whose objects lie on one shelf, each named by a list.
final class SharedShelfTest {
    @TempDir Path folder;
    private ObjectsScene scene;

    @BeforeEach
    void fill() throws Exception {
        scene = new ObjectsScene(new Proxy(folder.resolve("a")), new Proxy(folder.resolve("b")));
        for (String name : List.of("a/both", "a/europe", "b/russia", "b/nobody")) {
            ObjectsScene.write(scene.from, ObjectsScene.SOURCE, "all/" + name, scene.bytes(1000));
        }
        list("europe", "a/europe\na/both\n");
        list("russia", "a/both\nb/russia\n");
    }

    @AfterEach
    void stopServers() {
        scene.close();
    }

    private void list(String region, String text) {
        ObjectsScene.write(
                scene.from,
                ObjectsScene.SOURCE,
                "lists/" + region + ".txt",
                text.getBytes(StandardCharsets.UTF_8));
    }

    private static Action action(String... regions) {
        return new CopyAction(
                ObjectsScene.MOSCOW,
                ObjectsScene.ZURICH,
                Stream.of(regions)
                        .map(
                                region ->
                                        new CellShelves(
                                                ObjectsScene.cell(region),
                                                new Shelf(
                                                        ObjectsScene.FROM,
                                                        ObjectsScene.SOURCE,
                                                        "all"),
                                                new Shelf(
                                                        ObjectsScene.TO,
                                                        ObjectsScene.TARGET,
                                                        "all"),
                                                new Selection.Listed("lists/" + region + ".txt")))
                        .toList(),
                CopyKind.Versions.CURRENT,
                Level.FULL);
    }

    private Set<String> arrived() {
        return ObjectsScene.bucket("", scene.to, ObjectsScene.TARGET).keySet().stream()
                .filter(name -> name.startsWith(" all/"))
                .map(name -> name.substring(5))
                .collect(Collectors.toSet());
    }

    @Test
    void arriveAsFarAsTheListNamesThem() throws Exception {
        Outcome copied = action("europe").apply(scene.context(1), CopyContract.NOTHING);

        assertThat(copied).isInstanceOf(Outcome.Changed.class);
        assertThat(arrived()).containsExactlyInAnyOrder("a/both", "a/europe");
        assertThat(
                        ((Verdict.Holds) action("europe").verify(scene.context(1)))
                                .evidence()
                                .compared())
                .isEqualTo(2);
    }

    @Test
    void areRolledBackWithoutThoseOfOthers() throws Exception {
        action("russia").apply(scene.context(1), CopyContract.NOTHING);
        action("europe").apply(scene.context(2), CopyContract.NOTHING);

        Outcome undone = action("europe").rollback(scene.context(2), CopyContract.NOTHING);

        assertThat(undone).isInstanceOf(Outcome.Changed.class);
        assertThat(arrived()).containsExactlyInAnyOrder("a/both", "b/russia");
        assertThat(action("russia").verify(scene.context(1))).isInstanceOf(Verdict.Holds.class);
    }

    @Test
    void arriveAndGoTogetherInOneStep() throws Exception {
        Action both = action("europe", "russia");
        var world = scene.world();

        Outcome copied = both.apply(scene.context(1), CopyContract.NOTHING);

        assertThat(copied).isInstanceOf(Outcome.Changed.class);
        assertThat(arrived()).containsExactlyInAnyOrder("a/both", "a/europe", "b/russia");
        assertThat(both.verify(scene.context(1))).isInstanceOf(Verdict.Holds.class);
        both.rollback(scene.context(1), CopyContract.NOTHING);
        assertThat(scene.world()).isEqualTo(world);
        assertThat(both.restored(scene.context(1), CopyContract.NOTHING))
                .isInstanceOf(Verdict.Holds.class);
    }

    @Test
    void areNotCopiedWithoutAGoodList() throws Exception {
        var said = new StringBuilder();
        for (String list : List.of("a/europe\na/gone\nz\n", "../b\n", "#\n")) {
            list("europe", list);
            said.append(said());
        }
        scene.from.deleteObject(asked -> asked.bucket(ObjectsScene.SOURCE).key("lists/europe.txt"));
        said.append(said());

        assertThat(arrived()).isEmpty();
        Golden.assertMatches("objects/lists.txt", said.toString());
    }

    private String said() throws Exception {
        try {
            return "no failure: " + action("europe").apply(scene.context(1), CopyContract.NOTHING);
        } catch (Unreachable unreachable) {
            return unreachable.failure().kind() + ": " + unreachable.failure() + "\n";
        }
    }
}
