package gotthard.dataset;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import gotthard.action.Before;
import gotthard.action.LentContext;
import gotthard.action.Outcome;
import gotthard.action.Route;
import gotthard.action.Unreachable;
import gotthard.action.Verdict;
import gotthard.files.FileTree;
import gotthard.files.jobs.LabVolumes;
import gotthard.files.jobs.Order;
import gotthard.files.jobs.VolumeRoute;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;

/// Volumes of two real clusters, the first of which is written while the second follows it.
@Tag("lab")
final class FollowVolumesLabTest {
    private static final Before NOTHING = new Before.Absent();

    private LabVolumes lab;
    private LentContext context;

    @BeforeEach
    void start() throws Exception {
        lab = LabVolumes.ready();
        context = lab.context(1);
        for (int i = 0; i < 200; i++) {
            lab.source().write("d%d/f%d.bin".formatted(i % 5, i), "content " + i);
        }
    }

    @AfterEach
    void stop() {
        lab.close();
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2})
    void followsWhileFilesAreAdded(int shards) throws Exception {
        FollowAction action = action(shards, Route.Manner.KEEP);
        assertThat(action.verify(context)).isInstanceOf(Verdict.Differs.class);
        FutureTask<Integer> writing = new FutureTask<>(this::write);
        Thread writer = Thread.ofVirtual().start(writing);

        Outcome outcome = action.apply(context, NOTHING);
        Verdict verdict = action.verify(context);

        writer.interrupt();
        int written = writing.get(1, TimeUnit.MINUTES);
        assertThat(written).isPositive();
        assertThat(outcome).isInstanceOf(Outcome.Changed.class);
        assertThat(((Outcome.Changed) outcome).evidence().compared())
                .isBetween(201L, 200L + written);
        assertThat(verdict).isInstanceOf(Verdict.Holds.class);
        assertThat(action.apply(context, NOTHING)).isInstanceOf(Outcome.Changed.class);
        assertThat(lab.target().describe()).containsAllEntriesOf(files(lab.source()));
        assertThat(action.rollback(context, NOTHING)).isInstanceOf(Outcome.Changed.class);
        assertThat(action.restored(context, NOTHING)).isInstanceOf(Verdict.Holds.class);
        assertThat(files(lab.target())).isEmpty();
    }

    @Test
    void replacesWhatItHasBroughtAndNothingElse() throws Exception {
        FollowAction action = action(1, Route.Manner.REPLACE);
        action.apply(context, NOTHING);
        lab.source().write("d1/f1.bin", "another content");

        assertThat(action.apply(context, NOTHING)).isInstanceOf(Outcome.Changed.class);
        assertThat(lab.target().describe()).containsAllEntriesOf(files(lab.source()));
        lab.target().write("d2/f2.bin", "somebody else's");
        lab.give(lab.disk(LabVolumes.ZURICH));
        lab.source().write("d2/f2.bin", "changed here as well");
        assertThatThrownBy(() -> action.apply(context, NOTHING))
                .isInstanceOf(Unreachable.class)
                .hasMessageContaining("d2/f2.bin: it is there with other content");
        assertThat(action.rollback(context, NOTHING)).isInstanceOf(Outcome.Changed.class);
        assertThat(files(lab.target())).containsOnlyKeys("d2/f2.bin");
    }

    @Test
    void followsEachCellOfOneFolderByItsList() throws Exception {
        list("asia", number -> number % 4 == 0);
        Path list = list("europe", number -> number % 4 != 0);
        FollowAction europe = action(lab.sharedOrder("europe", 2), Route.Manner.KEEP);
        FollowAction asia = action(lab.sharedOrder("asia", 1), Route.Manner.KEEP);
        LentContext other = lab.context(2);

        Outcome first = europe.apply(context, NOTHING);
        assertThat(((Outcome.Changed) first).evidence().compared()).isEqualTo(150);
        assertThat(files(lab.target())).hasSize(150).doesNotContainKey("d0/f0.bin");
        assertThat(asia.apply(other, NOTHING)).isInstanceOf(Outcome.Changed.class);
        Path late = lab.source().write("late/one.bin", "late");
        Files.setLastModifiedTime(late, FileTime.from(Instant.now()));
        lab.source().write("late/of nobody.bin", "in no list");
        Files.writeString(list, "late/one.bin\n", StandardOpenOption.APPEND);

        assertThat(europe.apply(context, NOTHING)).isInstanceOf(Outcome.Changed.class);

        assertThat(europe.verify(context)).isInstanceOf(Verdict.Holds.class);
        assertThat(asia.verify(other)).isInstanceOf(Verdict.Holds.class);
        assertThat(files(lab.target()))
                .hasSize(201)
                .containsKey("late/one.bin")
                .doesNotContainKey("late/of nobody.bin");
        assertThat(europe.rollback(context, NOTHING)).isInstanceOf(Outcome.Changed.class);
        assertThat(europe.restored(context, NOTHING)).isInstanceOf(Verdict.Holds.class);
        assertThat(files(lab.target())).hasSize(50).containsKey("d0/f0.bin");
        assertThat(asia.verify(other)).isInstanceOf(Verdict.Holds.class);
        assertThat(asia.rollback(other, NOTHING)).isInstanceOf(Outcome.Changed.class);
        assertThat(files(lab.target())).isEmpty();
    }

    /// Names those files for a region.
    private Path list(String region, IntPredicate which) throws IOException {
        Path lists = Files.createDirectories(lab.disk(LabVolumes.MOSCOW).resolve("lists"));
        List<String> names =
                IntStream.range(0, 200)
                        .filter(which)
                        .mapToObj(i -> "d%d/f%d.bin".formatted(i % 5, i))
                        .toList();
        return Files.write(lists.resolve(region + ".txt"), names);
    }

    /// A file every fifth of a second, until it is told to stop.
    private int write() throws Exception {
        for (int i = 0; ; i++) {
            Path file = lab.source().write("late/%d.bin".formatted(i), "late " + i);
            Files.setLastModifiedTime(file, FileTime.from(Instant.now()));
            try {
                Thread.sleep(200);
            } catch (InterruptedException _) {
                return i + 1;
            }
        }
    }

    private FollowAction action(int shards, Route.Manner manner) {
        return action(lab.order(shards), manner);
    }

    private static FollowAction action(Order order, Route.Manner manner) {
        return new FollowAction(
                List.of(new VolumeRoute(order, manner)),
                new Following.Terms(LabVolumes.MOSCOW, LabVolumes.ZURICH, Lag.USUAL, 20),
                Level.FULL);
    }

    private static Map<String, String> files(FileTree tree) throws Exception {
        var files = new TreeMap<>(tree.describe());
        files.values().removeIf(what -> !what.startsWith("file "));
        files.keySet().removeIf(path -> path.startsWith(".gotthard-"));
        return files;
    }
}
