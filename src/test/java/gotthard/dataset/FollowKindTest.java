package gotthard.dataset;

import static org.assertj.core.api.Assertions.assertThat;

import gotthard.Golden;
import gotthard.action.Declaration;
import gotthard.action.Work;
import gotthard.inventory.SiteName;
import gotthard.problem.Problem;
import gotthard.world.Effect;

import org.junit.jupiter.api.Test;

import java.util.List;
import java.util.stream.Collectors;

/// What is said of a step `dataset.follow` that a plan writes wrongly, and what a right one declares.
final class FollowKindTest {
    private static final List<String> WRONG =
            List.of(
                    "{data: files, to: zurich-1, regions: [europe]}",
                    "{data: files, from: moscow, to: zurich-2, regions: [europe]}",
                    "{data: volumes, from: zurich-1, to: moscow, regions: [europe]}",
                    "{data: volumes, from: moscow, to: zurich-1, regions: [europe], via: ssh}",
                    "{data: volumes, from: moscow, to: zurich-1, regions: [europe], level: recorded}",
                    "{data: files, from: moscow, to: zurich-1, regions: [europe], via: jobs}",
                    "{data: uploads, from: moscow, to: zurich-1, regions: [europe], via: jobs}",
                    "{data: listed-files, from: moscow, to: zurich-1, regions: [europe]}",
                    "{data: listed-volumes, from: moscow, to: zurich-1, regions: [europe], via: ssh}",
                    "{data: mixed, from: moscow, to: zurich-1, regions: [europe]}",
                    "{data: files, from: moscow, to: zurich-1, regions: [europe], passes: 1}",
                    "{data: files, from: moscow, to: zurich-1, regions: [europe], level: half}",
                    "{data: files, from: moscow, to: zurich-1, regions: [europe], lag: {bytes: 10, age: 5}}",
                    "{data: files, from: moscow, to: zurich-1, regions: [europe], lag: {size: 10M}}");

    @Test
    void tellsWhatIsWrongAndWhatToDo() {
        String problems =
                WRONG.stream()
                        .flatMap(with -> Bindings.of(new FollowKind(), with).problems().stream())
                        .map(Problem::render)
                        .collect(Collectors.joining("\n"));

        Golden.assertMatches("dataset/follow-problems.txt", problems);
    }

    @Test
    void declaresACopyOfEachCell() {
        Declaration files =
                declared("{data: files, from: moscow, to: zurich-1, regions: [europe, russia]}");
        Declaration objects =
                declared(
                        "{data: uploads, from: moscow, to: zurich-1, regions: [europe], level: count}");

        Declaration volumes =
                declared(
                        "{data: volumes, from: moscow, to: zurich-1, regions: [europe], via: jobs, shards: 2, user: 1000}");

        assertThat(volumes.effects()).containsExactly(copy("europe", "volumes", true));
        assertThat(volumes.leavings())
                .contains("Jobs, which may still run, with their Secrets and Services");
        assertThat(
                        declared(
                                        "{data: listed-volumes, from: moscow, to: zurich-1, regions: [europe]}")
                                .effects())
                .containsExactly(copy("europe", "listed-volumes", true));
        assertThat(files.summary())
                .isEqualTo("follow europe/files, russia/files from moscow to zurich-1");
        assertThat(files.effects())
                .containsExactly(copy("europe", "files", true), copy("russia", "files", true));
        assertThat(objects.effects()).containsExactly(copy("europe", "uploads", false));
        assertThat(files.marking()).isEqualTo(Declaration.Guard.DETECTED);
    }

    private static Effect copy(String region, String data, boolean full) {
        return new Effect.Copy(
                Bindings.cell(region, data),
                new SiteName("moscow"),
                new SiteName("zurich-1"),
                full);
    }

    private static Declaration declared(String with) {
        return ((Work.Change) Bindings.of(new FollowKind(), with).toOptional().orElseThrow())
                .declaration();
    }
}
