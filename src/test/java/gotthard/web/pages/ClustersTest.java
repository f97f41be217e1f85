package gotthard.web.pages;

import static org.assertj.core.api.Assertions.assertThat;

import gotthard.graph.StepId;
import gotthard.journal.Opening;
import gotthard.overview.BigProgramme;
import gotthard.overview.StepRow;
import gotthard.overview.Story;

import org.junit.jupiter.api.Test;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

final class ClustersTest {
    private static final int MANY = 3000;

    private static List<StepRow> rows(List<Opening.Listed> more) {
        return Story.begins(
                        "europe-files-k3x9q",
                        Instant.parse("2019-11-04T08:00:00Z"),
                        Story.opening("", more))
                .overview()
                .steps();
    }

    private static Opening.Listed step(String id, String... needs) {
        return new Opening.Listed(
                new StepId(id),
                "ssh.run",
                1,
                "x",
                Set.copyOf(List.of(needs).stream().map(StepId::new).toList()),
                Set.of(),
                List.of(),
                "00");
    }

    @Test
    void areWhatThePlanWritesOnce() {
        Clusters clusters = Clusters.of(BigProgramme.of(7).get(1).overview().steps());

        assertThat(clusters.all())
                .extracting(Cluster::name)
                .containsExactly("ready", "workload", "files", "mark", "go", "process");
    }

    @Test
    void leaveOutNeedsThatFollowFromOthers() {
        Clusters clusters = Clusters.of(rows(List.of(step("last", "switch", "ready", "go"))));

        Cluster last = clusters.all().getLast();
        assertThat(clusters.needs(last)).containsExactly(clusters.number(new StepId("switch")));
    }

    @Test
    void stayFewWhereEachOfThousandsHasANameOfItsOwn() {
        var more = new ArrayList<Opening.Listed>();
        for (int i = 0; i < MANY; i++) {
            more.add(step("step-" + i, i < MANY / 2 ? "ready" : "step-" + (i - MANY / 2)));
        }

        Clusters clusters = Clusters.of(rows(more));

        assertThat(clusters.all()).hasSizeLessThan(10);
        assertThat(clusters.all().stream().mapToInt(it -> it.steps().size()).sum())
                .isEqualTo(MANY + 6);
    }

    @Test
    void neverStandOnEachOther() {
        Clusters clusters =
                Clusters.of(
                        rows(List.of(step("b", "ready"), step("c", "b"), step("d", "ready", "c"))));

        Layout layout = Layout.of(clusters);

        List<Layout.Point> boxes = List.copyOf(layout.boxes().values());
        assertThat(boxes).hasSameSizeAs(clusters.all());
        for (Layout.Point one : boxes) {
            assertThat(boxes)
                    .filteredOn(other -> !other.equals(one) && other.x() == one.x())
                    .allMatch(other -> Math.abs(other.y() - one.y()) >= Layout.BOX_HEIGHT);
            assertThat(one.x() + Layout.BOX_WIDTH).isLessThanOrEqualTo(layout.width());
            assertThat(one.y() + Layout.BOX_HEIGHT).isLessThanOrEqualTo(layout.height());
        }
    }
}
