package gotthard.ssh;

import static org.assertj.core.api.Assertions.assertThat;

import gotthard.Golden;
import gotthard.action.Action;
import gotthard.action.ActionContract;
import gotthard.action.Before;
import gotthard.action.Captured;
import gotthard.action.Context;
import gotthard.action.DeclarationContract;
import gotthard.action.Outcome;
import gotthard.action.Sight;
import gotthard.action.Verdict;
import gotthard.inventory.DataTypeName;
import gotthard.inventory.HostGroup;
import gotthard.inventory.RegionName;
import gotthard.shape.Percent;
import gotthard.world.Cell;
import gotthard.world.CellId;
import gotthard.world.Level;

import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// `ssh.run` on three hosts of the sandbox.
final class RunActionTest {
    private static final List<String> TOUCH = List.of("touch", "it's \"$HOME\"\nflag");
    private static final List<String> TEST = List.of("test", "-e", "it's \"$HOME\"\nflag");
    private static final List<String> UNDO = List.of("rm", "-f", "it's \"$HOME\"\nflag");

    private static final CellId CELL =
            new CellId(new RegionName("europe"), new DataTypeName("suspicious-files"));
    private static final String STORED = "what is stored";

    private static RunKind.With with(int failures, List<String> run) {
        return new RunKind.With(Fleet.SITE, Fleet.GROUP, Wave.ONE, failures, run, TEST, UNDO);
    }

    private static RunKind.With withoutUndo() {
        return new RunKind.With(Fleet.SITE, Fleet.GROUP, Wave.ONE, 0, TOUCH, TEST, List.of());
    }

    @Nested
    final class Contract extends ActionContract {
        @TempDir Path folder;

        @Override
        protected Scene scene() throws Exception {
            return Three.ready(folder, with(0, TOUCH));
        }
    }

    @Nested
    final class ContractWithoutUndo extends ActionContract {
        @TempDir Path folder;

        @Override
        protected Scene scene() throws Exception {
            return Three.ready(folder, withoutUndo());
        }
    }

    /// Hosts that keep a cell.
    private record Three(Fleet fleet, RunKind.With with) implements DeclarationContract.Scene {
        static Three ready(Path folder, RunKind.With with) throws Exception {
            var fleet = new Fleet(folder, 3);
            for (int host = 1; host <= 3; host++) {
                Path store = Files.createDirectories(fleet.home(host).resolve("store"));
                Files.writeString(store.resolve("file"), STORED);
            }
            return new Three(fleet, with);
        }

        @Override
        public List<Cell> cells() {
            return List.of(
                    new Cell(CELL, false, List.of(Fleet.SITE), List.of(), List.of(), Set.of()));
        }

        @Override
        public Map<Sight, Level> levels() throws Exception {
            int full = 0;
            for (int host = 1; host <= 3; host++) {
                Path file = fleet.home(host).resolve("store/file");
                full += Files.exists(file) && Files.readString(file).equals(STORED) ? 1 : 0;
            }
            Level level = full == 0 ? Level.NONE : Level.HALF;
            return Map.of(
                    new Sight(CELL, Fleet.SITE, Sight.Quality.STORED),
                    full == 3 ? Level.FULL : level);
        }

        @Override
        public String leaving(String thing, String now) {
            return thing.startsWith("file-1/")
                    ? "hosts on which the command ran, marked in ~/.gotthard/marks"
                    : thing;
        }

        @Override
        public Action action() {
            return new RunAction(with, fleet.group());
        }

        @Override
        public Context context(int run) {
            return fleet.context(run);
        }

        @Override
        public Map<String, String> world() {
            return fleet.world();
        }

        @Override
        public void disturb() throws Exception {
            Files.delete(fleet.home(2).resolve(TOUCH.getLast()));
        }

        /// As a coordinator that ended after the first wave.
        @Override
        public boolean cutOff(Context context, Before before) throws Exception {
            var first = new HostGroup(Fleet.GROUP, fleet.group().hosts().subList(0, 1));
            new RunAction(with, first).apply(context, before);
            return true;
        }

        @Override
        public void close() {
            fleet.close();
        }
    }

    @Nested
    final class AfterHalfAWave {
        @TempDir Path folder;

        @Test
        void rollsBackOnlyWhereItRan() throws Exception {
            try (var fleet = new Fleet(folder, 3)) {
                Files.writeString(fleet.home(1).resolve(TOUCH.getLast()), "theirs");
                Files.createDirectory(fleet.home(3).resolve("blocked"));
                var run =
                        List.of(
                                "sh",
                                "-c",
                                "[ ! -e blocked ] && touch \"$1\"",
                                "sh",
                                TOUCH.getLast());
                var action = new RunAction(with(0, run), fleet.group());
                var before = ((Captured.Found) action.capture(fleet.context(1))).before();

                Outcome outcome = action.apply(fleet.context(1), before);
                assertThat(fleet.home(2).resolve(TOUCH.getLast())).exists();
                Outcome undone = action.rollback(fleet.context(1), before);

                Golden.assertMatches(
                        "ssh/command-failed.txt", ((Outcome.Failed) outcome).failure().toString());
                assertThat(undone).isInstanceOf(Outcome.Changed.class);
                assertThat(fleet.home(1).resolve(TOUCH.getLast())).hasContent("theirs");
                assertThat(fleet.home(2).resolve(TOUCH.getLast())).doesNotExist();
                assertThat(action.restored(fleet.context(1), before))
                        .isInstanceOf(Verdict.Holds.class);
            }
        }

        @Test
        void startsNoFurtherWaveOverTheLimit() throws Exception {
            try (var fleet = new Fleet(folder, 3)) {
                var run = List.of("sh", "-c", "touch tried; exit 3");
                var action = new RunAction(with(1, run), fleet.group());

                action.apply(fleet.context(1), new Before.Absent());

                assertThat(fleet.home(1).resolve("tried")).exists();
                assertThat(fleet.home(2).resolve("tried")).exists();
                assertThat(fleet.home(3).resolve("tried")).doesNotExist();
            }
        }
    }

    @Nested
    final class InPercent {
        @TempDir Path folder;

        @Test
        void takesAShareOfTheGroupAtATime() throws Exception {
            try (var fleet = new Fleet(folder, 3)) {
                var wave = new Wave.Share(Percent.of(34));
                var run = List.of("sh", "-c", "touch tried; exit 3");
                var with = new RunKind.With(Fleet.SITE, Fleet.GROUP, wave, 0, run, TEST, UNDO);

                new RunAction(with, fleet.group()).apply(fleet.context(1), new Before.Absent());

                assertThat(fleet.home(1).resolve("tried")).exists();
                assertThat(fleet.home(2).resolve("tried")).exists();
                assertThat(fleet.home(3).resolve("tried")).doesNotExist();
            }
        }
    }

    @Nested
    final class WithoutCheckAndUndo {
        @TempDir Path folder;

        @Test
        void isKnownByItsMarkAndCannotBeUndone() throws Exception {
            try (var fleet = new Fleet(folder, 1)) {
                var with =
                        new RunKind.With(
                                Fleet.SITE, Fleet.GROUP, Wave.ONE, 0, TOUCH, List.of(), List.of());
                var action = new RunAction(with, fleet.group());
                assertThat(action.verify(fleet.context(1))).isInstanceOf(Verdict.Differs.class);

                action.apply(fleet.context(1), new Before.Absent());

                assertThat(action.verify(fleet.context(1))).isInstanceOf(Verdict.Holds.class);
                assertThat(action.verify(fleet.context(2))).isInstanceOf(Verdict.Differs.class);
                Golden.assertMatches(
                        "ssh/no-undo.txt",
                        ((Outcome.Failed) action.rollback(fleet.context(1), new Before.Absent()))
                                .failure()
                                .toString());
            }
        }
    }
}
