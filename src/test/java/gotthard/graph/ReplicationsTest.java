package gotthard.graph;

import static org.assertj.core.api.Assertions.assertThat;

import gotthard.Golden;
import gotthard.action.Kinds;
import gotthard.problem.Checked;
import gotthard.problem.Problem;
import gotthard.proof.EffectKind;

import org.junit.jupiter.api.Test;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/// A replication between two sites is of one kind, whoever starts it.
final class ReplicationsTest {
    private static final Kinds KINDS = new Kinds(List.of(new EffectKind()));
    private static final String INVENTORY =
            Drawer.INVENTORY
                    + "  regions: {europe: {countries: [CH]}}\n  data: {metadata: {kind: mutable}}\n";
    private static final String PROGRAMME =
            """
            apiVersion: gotthard/v1
            kind: Programme
            metadata: {name: all, title: All of it}
            spec: {phases: [{plan: p.yaml}, {plan: q.yaml}]}
            """;
    private static final String START =
            "{id: start, action: effect, with: {do: replicate, at: zurich-1}}";
    private static final String AGAIN =
            "{id: again, action: effect, with: {do: replicate, at: zurich-1, flow: follow}}";

    private static String plan(String name, String... steps) {
        return """
        apiVersion: gotthard/v1
        kind: Plan
        metadata: {name: %s, owner: tests, title: A plan}
        spec:
          inventory: ../inventories/i.yaml
          group: {regions: [europe], from: moscow, data: {metadata: {to: [zurich-1]}}}
          steps:
            - %s
        """
                .formatted(name, String.join("\n    - ", steps));
    }

    private static String problems(String... steps) {
        var texts =
                Texts.recorded(
                        Map.of("inventories/i.yaml", INVENTORY, "plans/p.yaml", plan("p", steps)));
        return rendered(Assembly.assemble("plans/p.yaml", Optional.empty(), texts, KINDS));
    }

    private static String problemsOfTwo(String first, String second) {
        var texts =
                Texts.recorded(
                        Map.of(
                                "inventories/i.yaml",
                                INVENTORY,
                                "plans/all.yaml",
                                PROGRAMME,
                                "plans/p.yaml",
                                plan("p", first),
                                "plans/q.yaml",
                                plan("q", second)));
        return rendered(
                ProgrammeAssembly.assemble("plans/all.yaml", Optional.empty(), texts, KINDS));
    }

    private static String rendered(Checked<?> checked) {
        return checked.problems().stream().map(Problem::render).collect(Collectors.joining("\n"));
    }

    @Test
    void mayBeStartedAgainAsTheyWere() {
        assertThat(problems(START, START.replace("start", "again"))).isEmpty();
        assertThat(problemsOfTwo(START, START)).isEmpty();
    }

    @Test
    void mayBeOfAnotherKindBetweenOtherSites() {
        assertThat(problems(START, AGAIN.replace("zurich-1", "zurich-2"))).isEmpty();
    }

    @Test
    void areRefusedWhereTheyStartOtherwise() {
        String refused =
                String.join(
                        "\n",
                        problems(START, AGAIN),
                        problems(
                                START,
                                START.replace("start", "again").replace("}}", ", relays: true}}")),
                        problemsOfTwo(START, AGAIN));

        Golden.assertMatches("documents/replications.txt", refused);
    }
}
