package gotthard.graph;

import static org.assertj.core.api.Assertions.assertThat;

import gotthard.Golden;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Which steps a pause means.
final class PausesTest {
    private static final String PLAN =
            """
            apiVersion: gotthard/v1
            kind: Plan
            metadata: {name: p, owner: tests, title: A plan}
            spec:
              inventory: ../inventories/i.yaml
              group:
                regions: [europe]
                from: moscow
                data: {files: {to: [zurich-1]}}
                pauses: [{from: "FROM", until: "UNTIL"}]
              steps:
                - {id: mark, each: {site: [zurich-1, zurich-2]}, action: move, with: {to: "${site}"}}
                - {id: cut, action: switch}
            """;
    private static final String INVENTORY =
            Drawer.INVENTORY
                    + "  regions: {europe: {countries: [CH]}}\n  data: {files: {kind: append-only}}\n";

    private static Drawer plan(String from, String until) {
        return new Drawer()
                .with("inventories/i.yaml", INVENTORY)
                .with("plans/p.yaml", PLAN.replace("FROM", from).replace("UNTIL", until));
    }

    @ParameterizedTest
    @CsvSource({
        "mark, cut",
        "mark[zurich-1], mark[zurich-2]",
        "cut, cut.open",
        "cut.fence, cut.tell"
    })
    void nameStepsAndWhatIsMadeOfThem(String from, String until) {
        assertThat(plan(from, until).problems()).isEmpty();
    }

    @Test
    void areRefusedWhereTheyNameNoStep() {
        String several =
                String.join(
                        "\n",
                        plan("marc", "cut.fense").problems(),
                        plan("mark[bern]", "nothing-like-it").problems());

        Golden.assertMatches("documents/pauses.txt", several);
    }

    @ParameterizedTest
    @CsvSource({
        "mark[zurich-1], mark, true",
        "mark[zurich-1], mark[zurich-1], true",
        "mark[zurich-1], mark[zurich-2], false",
        "marks, mark, false",
        "cut.open, cut, true",
        "cut[a].open, cut[a], true",
        "cut[a].open, cut, true"
    })
    void meanAllThatWasMadeOfAStep(String id, String name, boolean isMeant) {
        assertThat(new StepId(id).isNamed(name)).isEqualTo(isMeant);
    }
}
