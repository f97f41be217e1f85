package gotthard.ssh;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import gotthard.Golden;
import gotthard.action.Fence;
import gotthard.action.Unreachable;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/// A host that two coordinators of one run send commands to.
final class FencedCommandTest {
    private static final List<String> TOUCH = List.of("touch", "flag");
    private static final List<String> REMOVE = List.of("rm", "-f", "newer");

    @TempDir private Path folder;
    private Fleet fleet;

    FencedCommandTest() {}

    @BeforeEach
    void start() throws Exception {
        fleet = new Fleet(folder, 1);
    }

    @AfterEach
    void end() {
        fleet.close();
    }

    private Mark mark(long fence) throws Exception {
        var context = fleet.context(1);
        var host = context.open(new HostConnector(), fleet.group().hosts().getFirst().name());
        return new Mark(host, context.key(), new Fence(fence));
    }

    @Test
    void refusesTheOneThatWasOvertaken() throws Exception {
        mark(5).run(List.of("touch", "newer"));

        Unreachable run = catchThrowableOfType(Unreachable.class, () -> mark(4).run(TOUCH));
        Unreachable undo = catchThrowableOfType(Unreachable.class, () -> mark(4).undo(REMOVE));

        assertThat(fleet.home(1).resolve("flag")).doesNotExist();
        assertThat(fleet.home(1).resolve("newer")).exists();
        assertThat(run).isNotNull();
        Golden.assertMatches("ssh/overtaken.txt", run.failure().toString());
        assertThat(undo.failure()).isEqualTo(run.failure());
        assertThat(mark(4).look()).isEqualTo(Mark.State.RAN);
    }

    @Test
    void obeysTheOneThatCameLater() throws Exception {
        mark(5).run(List.of("touch", "newer"));

        assertThat(mark(6).undo(REMOVE).isGood()).isTrue();

        assertThat(fleet.home(1).resolve("newer")).doesNotExist();
        assertThat(mark(6).look()).isEqualTo(Mark.State.NONE);
    }

    @Test
    void undoesNothingWhereAnotherHasUndoneIt() throws Exception {
        mark(5).run(List.of("touch", "newer"));
        mark(6).undo(REMOVE);
        Files.writeString(fleet.home(1).resolve("newer"), "somebody else's");

        Ran again = mark(5).undo(REMOVE);

        assertThat(again.isGood()).isTrue();
        assertThat(fleet.home(1).resolve("newer")).hasContent("somebody else's");
        assertThat(mark(6).look()).isEqualTo(Mark.State.NONE);
    }

    @Test
    void letsNobodyWriteDownTheEndOfWhatAnotherBeganMeanwhile() throws Exception {
        var during = "printf 'began 6 other\\n' >.gotthard/marks/" + fleet.context(1).key().brief();

        Unreachable late =
                catchThrowableOfType(
                        Unreachable.class, () -> mark(5).run(List.of("sh", "-c", during)));

        assertThat(late).isNotNull();
        assertThat(mark(6).look()).isEqualTo(Mark.State.BEGAN);
    }
}
