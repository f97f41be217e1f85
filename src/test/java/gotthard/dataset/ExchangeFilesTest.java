package gotthard.dataset;

import static org.assertj.core.api.Assertions.assertThat;

import gotthard.action.Action;
import gotthard.action.ActionContract;
import gotthard.action.Before;
import gotthard.action.Captured;
import gotthard.action.Context;
import gotthard.action.Difference;
import gotthard.action.Outcome;
import gotthard.action.Verdict;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;

/// `dataset.exchange` between two hosts keeps what every action promises, and its own promises.
final class ExchangeFilesTest extends ActionContract {
    @TempDir Path folder;

    @Override
    protected Scene scene() throws Exception {
        return new ExchangeScene(folder);
    }

    @Test
    void givesBothWhatEitherHas() throws Exception {
        try (var scene = new ExchangeScene(folder)) {
            Action action = scene.action();

            Outcome outcome = action.apply(scene.context(1), new Before.Absent());

            assertThat(scene.sites.from.describe()).isEqualTo(scene.sites.to.describe());
            assertThat(((Outcome.Changed) outcome).evidence().statement())
                    .startsWith("85 files, ")
                    .endsWith("exchanged between moscow and zurich-1");
            assertThat(((Verdict.Holds) action.verify(scene.context(1))).evidence().statement())
                    .startsWith("90 files, ")
                    .endsWith("equal by SHA-256 at moscow and zurich-1");
        }
    }

    @Test
    void bringsNothingWhereBothHaveOneNameWithDifferentContent() throws Exception {
        try (var scene = new ExchangeScene(folder)) {
            scene.disturb();
            Map<String, String> world = scene.world();
            Action action = scene.action();

            Outcome outcome = action.apply(scene.context(1), new Before.Absent());
            Verdict verdict = action.verify(scene.context(1));

            assertThat(((Outcome.Failed) outcome).failure().what())
                    .contains("d1/e1/file-1.bin", "nothing is overwritten");
            assertThat(((Verdict.Differs) verdict).differences())
                    .filteredOn(one -> one.owner() == Difference.Owner.FOREIGN)
                    .singleElement()
                    .extracting(Difference::thing)
                    .asString()
                    .endsWith("/d1/e1/file-1.bin");
            assertThat(scene.world()).isEqualTo(world);
        }
    }

    @Test
    void findsContentThatDiffersInOneBit() throws Exception {
        try (var scene = new ExchangeScene(folder)) {
            Path file = scene.sites.to.root().resolve("d1/e1/file-1.bin");
            byte[] content = Files.readAllBytes(file);
            content[7] ^= 1;
            scene.sites.to.write("d1/e1/file-1.bin", content);

            Outcome outcome = scene.action().apply(scene.context(1), new Before.Absent());

            assertThat(((Outcome.Failed) outcome).failure().what()).contains("d1/e1/file-1.bin");
        }
    }

    @Test
    void takesFromEachOnlyWhatItBrought() throws Exception {
        try (var scene = new ExchangeScene(folder)) {
            Context context = scene.context(1);
            Action action = scene.action();
            var before = ((Captured.Found) action.capture(context)).before();
            action.apply(context, before);
            scene.sites.from.write("z0/later.bin", "since then");

            action.rollback(context, before);

            assertThat(scene.sites.from.root().resolve("z0/later.bin")).exists();
            assertThat(scene.sites.from.root().resolve("z0/file-0.bin")).doesNotExist();
            assertThat(scene.sites.to.root().resolve("z0/file-0.bin")).exists();
            assertThat(scene.sites.to.root().resolve("d4/e2/file-59.bin")).doesNotExist();
        }
    }

    @Test
    void goesOnAfterTheFirstWay() throws Exception {
        try (var scene = new ExchangeScene(folder)) {
            scene.cutOff(scene.context(1), new Before.Absent());

            scene.action().apply(scene.context(1), new Before.Absent());

            assertThat(scene.sites.from.describe()).isEqualTo(scene.sites.to.describe());
        }
    }

    @Test
    void takesWhatOnlyOneSiteHasForTheBeginning() throws Exception {
        try (var scene = new ExchangeScene(folder)) {
            for (String name : new String[] {"z0", "z1", "z2"}) {
                deleteAll(scene.sites.to.root().resolve(name));
            }
            for (int i = 0; i < 5; i++) {
                deleteAll(scene.sites.to.root().resolve("d" + i));
            }

            scene.action().apply(scene.context(1), new Before.Absent());

            assertThat(scene.action().verify(scene.context(1))).isInstanceOf(Verdict.Holds.class);
        }
    }

    private static void deleteAll(Path folder) throws Exception {
        try (var all = Files.walk(folder)) {
            for (Path path : all.sorted(java.util.Comparator.reverseOrder()).toList()) {
                Files.delete(path);
            }
        }
    }
}
