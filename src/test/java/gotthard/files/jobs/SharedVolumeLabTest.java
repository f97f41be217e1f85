package gotthard.files.jobs;

import static org.assertj.core.api.Assertions.assertThat;

import gotthard.action.Before;
import gotthard.action.LentContext;
import gotthard.action.Outcome;
import gotthard.action.Verdict;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;

/// Two cells in one folder of a volume, told apart by lists, are copied by two steps at the same time between real clusters.
@Tag("lab")
final class SharedVolumeLabTest {
    private static final Before NOTHING = new Before.Absent();

    private LabVolumes lab;

    @BeforeEach
    void start() throws Exception {
        lab = LabVolumes.ready();
        var asia = new ArrayList<String>();
        var europe = new ArrayList<String>();
        for (int i = 0; i < 200; i++) {
            String name = "d%d/f%d.bin".formatted(i % 5, i);
            lab.source().write(name, "content " + i);
            (i % 4 == 0 ? asia : europe).add(name);
        }
        Path lists = Files.createDirectories(lab.disk(LabVolumes.MOSCOW).resolve("lists"));
        Files.write(lists.resolve("asia.txt"), asia);
        Files.write(lists.resolve("europe.txt"), europe);
    }

    @AfterEach
    void stop() {
        lab.close();
    }

    @Test
    void holdsEachCellByItself() throws Exception {
        var asia = new VolumeCopy(lab.sharedOrder("asia", 1));
        var europe = new VolumeCopy(lab.sharedOrder("europe", 2));
        LentContext other = lab.context(1);
        var meanwhile = new FutureTask<>(() -> asia.apply(other, NOTHING));
        Thread.ofVirtual().start(meanwhile);

        Outcome outcome = europe.apply(lab.context(2), NOTHING);

        assertThat(compared(outcome)).isEqualTo(150);
        assertThat(compared(meanwhile.get(3, TimeUnit.MINUTES))).isEqualTo(50);
        assertThat(europe.verify(lab.context(2))).isInstanceOf(Verdict.Holds.class);
        assertThat(asia.verify(lab.context(1))).isInstanceOf(Verdict.Holds.class);
        assertThat(europe.rollback(lab.context(2), NOTHING)).isInstanceOf(Outcome.Changed.class);
        assertThat(europe.restored(lab.context(2), NOTHING)).isInstanceOf(Verdict.Holds.class);
        assertThat(files()).hasSize(50).contains("d0/f0.bin").doesNotContain("d1/f1.bin");
        assertThat(asia.verify(lab.context(1))).isInstanceOf(Verdict.Holds.class);
        assertThat(asia.rollback(lab.context(1), NOTHING)).isInstanceOf(Outcome.Changed.class);
        assertThat(files()).isEmpty();
    }

    private static long compared(Outcome outcome) {
        assertThat(outcome).isInstanceOf(Outcome.Changed.class);
        return ((Outcome.Changed) outcome).evidence().compared();
    }

    private List<String> files() throws Exception {
        return lab.target().describe().entrySet().stream()
                .filter(file -> file.getValue().startsWith("file "))
                .map(java.util.Map.Entry::getKey)
                .filter(path -> !path.startsWith(".gotthard-"))
                .toList();
    }
}
