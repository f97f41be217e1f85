package gotthard.plan;

import static org.assertj.core.api.Assertions.assertThat;

import gotthard.Golden;
import gotthard.problem.Problem;

import org.junit.jupiter.api.Test;

import java.time.LocalDate;
import java.util.stream.Collectors;

class ProgrammeDocumentTest {
    @Test
    void keepsTheOrderOfItsPhases() {
        var text =
                """
                apiVersion: gotthard/v1
                kind: Programme
                metadata: {name: move, title: All move}
                spec: {phases: [{plan: b.yaml, due: 2019-12-31}, {plan: a.yaml}]}
                """;

        var programme = ProgrammeDocument.read("p.yaml", text).toOptional().orElseThrow();

        assertThat(programme.phases())
                .extracting(phase -> phase.plan().value())
                .containsExactly("b.yaml", "a.yaml");
        assertThat(programme.phases().getFirst().due()).contains(LocalDate.of(2019, 12, 31));
    }

    @Test
    void reportsAllMistakesAtOnce() {
        var text =
                """
                apiVersion: gotthard/v1
                kind: Programme
                metadata: {name: move}
                spec: {phases: [{plans: b.yaml}, {plan: a.yaml, due: soon}]}
                """;

        var problems = ProgrammeDocument.read("p.yaml", text).problems();

        Golden.assertMatches(
                "documents/programme.txt",
                problems.stream().map(Problem::render).collect(Collectors.joining("\n")));
    }
}
