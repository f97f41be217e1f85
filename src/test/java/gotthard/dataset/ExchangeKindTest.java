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
import java.util.Set;
import java.util.stream.Collectors;

/// What is said of a step `dataset.exchange` that a plan writes wrongly, and what a right one declares.
final class ExchangeKindTest {
    private static final List<String> WRONG =
            List.of(
                    "{data: records, between: [moscow, zurich-1], regions: [europe]}",
                    "{data: files, between: [moscow, moscow], regions: [europe]}",
                    "{data: files, between: [moscow], regions: [europe]}",
                    "{data: files, between: [moscow, zurich-1]}",
                    "{data: volumes, between: [moscow, zurich-1], regions: [europe]}",
                    "{data: volumes, between: [moscow, zurich-1], regions: [europe], level: recorded}",
                    "{data: volumes, between: [moscow, zurich-1], regions: [europe], via: ssh}",
                    "{data: uploads, between: [moscow, zurich-1], regions: [europe], via: jobs}",
                    "{data: listed-volumes, between: [moscow, zurich-1], regions: [europe]}",
                    "{data: files, regions: [europe]}");

    @Test
    void tellsWhatIsWrongAndWhatToDo() {
        String problems =
                WRONG.stream()
                        .flatMap(with -> Bindings.of(new ExchangeKind(), with).problems().stream())
                        .map(Problem::render)
                        .collect(Collectors.joining("\n"));

        Golden.assertMatches("dataset/exchange-problems.txt", problems);
    }

    @Test
    void goesBetweenVolumesWhereMoversOfBothSitesAreReached() {
        String with =
                "{data: volumes, between: [moscow, zurich-1], regions: [europe], shards: 2, user: 1000}";
        Set<SiteName> both = Set.of(new SiteName("moscow"), new SiteName("zurich-1"));

        var work = Bindings.of(new ExchangeKind(), with, both).toOptional().orElseThrow();

        Declaration declaration = ((Work.Change) work).declaration();
        assertThat(declaration.effects()).hasSize(8);
        assertThat(declaration.leavings())
                .contains("Jobs, which may still run, with their Secrets and Services");
    }

    @Test
    void declaresReplicationsBothWaysAndNoCopy() {
        String with = "{data: files, between: [moscow, zurich-1], regions: [europe]}";
        var work = Bindings.of(new ExchangeKind(), with).toOptional().orElseThrow();

        Declaration declaration = ((Work.Change) work).declaration();

        assertThat(declaration.summary())
                .isEqualTo("exchange europe/files between moscow and zurich-1");
        assertThat(declaration.effects())
                .hasSize(8)
                .noneMatch(Effect.Copy.class::isInstance)
                .allMatch(effect -> effect.cell().equals(Bindings.cell("europe", "files")));
    }
}
