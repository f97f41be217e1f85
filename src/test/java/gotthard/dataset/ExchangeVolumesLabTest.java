package gotthard.dataset;

import static org.assertj.core.api.Assertions.assertThat;

import gotthard.action.Action;
import gotthard.action.Before;
import gotthard.action.Context;
import gotthard.action.Outcome;
import gotthard.action.Verdict;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;

/// Volumes of two real clusters get what either has.
@Tag("lab")
final class ExchangeVolumesLabTest {
    private static final Before NOTHING = new Before.Absent();

    private ExchangeVolumesScene scene;
    private Action action;
    private Context context;

    @BeforeEach
    void start() throws Exception {
        scene = ExchangeVolumesScene.ready();
        action = scene.action();
        context = scene.context(1);
    }

    @AfterEach
    void stop() {
        scene.close();
    }

    @Test
    void haveTheSameAfterwardsAndAsBeforeWhenItIsUndone() throws Exception {
        Map<String, String> here = ExchangeVolumesScene.files(scene.lab().source());
        Map<String, String> there = ExchangeVolumesScene.files(scene.lab().target());
        assertThat(action.verify(context)).isInstanceOf(Verdict.Differs.class);

        Outcome outcome = action.apply(context, NOTHING);

        assertThat(((Outcome.Changed) outcome).evidence().statement())
                .startsWith("50 files, ")
                .endsWith("exchanged between moscow and zurich-1");
        assertThat(((Verdict.Holds) action.verify(context)).evidence().statement())
                .startsWith("55 files, ")
                .endsWith("equal by SHA-256 at moscow and zurich-1");
        assertThat(ExchangeVolumesScene.files(scene.lab().target())).containsAllEntriesOf(there);
        assertThat(action.apply(context, NOTHING)).isInstanceOf(Outcome.AlreadyDone.class);
        assertThat(action.rollback(context, NOTHING)).isInstanceOf(Outcome.Changed.class);
        assertThat(action.restored(context, NOTHING)).isInstanceOf(Verdict.Holds.class);
        assertThat(ExchangeVolumesScene.files(scene.lab().source())).isEqualTo(here);
        assertThat(ExchangeVolumesScene.files(scene.lab().target())).isEqualTo(there);
    }

    @Test
    void getNothingWhereBothHaveOneNameWithDifferentContent() throws Exception {
        Path file = scene.lab().target().root().resolve("both/3.bin");
        Files.writeString(file, "of both X");
        Map<String, String> world = scene.world();

        Outcome outcome = action.apply(context, NOTHING);

        assertThat(((Outcome.Failed) outcome).failure().what())
                .contains(
                        "zurich-1:both/3.bin", "it differs in: content", "nothing is overwritten");
        assertThat(scene.world()).isEqualTo(world);
    }
}
