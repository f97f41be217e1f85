package gotthard.dataset;

import static org.assertj.core.api.Assertions.assertThat;

import gotthard.Golden;
import gotthard.action.Declaration;
import gotthard.action.Work;
import gotthard.problem.Problem;
import gotthard.world.Effect;

import org.junit.jupiter.api.Test;

import java.util.List;
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
