package gotthard.graph;

import static org.assertj.core.api.Assertions.assertThat;

import gotthard.Golden;
import gotthard.plan.OnFailure;

import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

import java.time.Duration;
import java.util.List;
import java.util.Set;

class GraphCompilerTest {
    private static List<String> ids(Graph graph) {
        return graph.steps().stream().map(step -> step.id().value()).toList();
    }

    private static Set<StepId> needs(Graph graph, String id) {
        return graph.step(new StepId(id)).orElseThrow().needs();
    }

    private static StepId[] ids(String... ids) {
        return List.of(ids).stream().map(StepId::new).toArray(StepId[]::new);
    }

    @Nested
    class Each {
        @Test
        void makesAStepOfEveryCombination() {
            var drawer =
                    new Drawer()
                            .steps(
                                    """
                                    - id: files
                                      each: {site: [zurich-1, zurich-2], count: [2, 3]}
                                      action: move
                                      with: {to: "${site}", files: "${count}"}
                                    """);

            var graph = drawer.graph();

            assertThat(ids(graph))
                    .containsExactly(
                            "files[zurich-1,2]",
                            "files[zurich-1,3]",
                            "files[zurich-2,2]",
                            "files[zurich-2,3]");
        }

        @Test
        void isNeededAsAWholeOrByOneValue() {
            var drawer =
                    new Drawer()
                            .steps(
                                    """
                                    - {id: all, needs: [files], action: move, with: {to: zurich-1}}
                                    - {id: one, needs: ["files[zurich-2]"], action: move, with: {to: zurich-1}}
                                    - id: same
                                      each: {site: [zurich-1, zurich-2]}
                                      needs: ["files[${site}]"]
                                      action: move
                                      with: {to: "${site}"}
                                    - {id: files, each: {site: [zurich-1, zurich-2]}, action: move, with: {to: "${site}"}}
                                    """);

            var graph = drawer.graph();

            assertThat(needs(graph, "all"))
                    .containsExactlyInAnyOrder(ids("files[zurich-1]", "files[zurich-2]"));
            assertThat(needs(graph, "one")).containsExactly(ids("files[zurich-2]"));
            assertThat(needs(graph, "same[zurich-2]")).containsExactly(ids("files[zurich-2]"));
        }
    }

    @Nested
    class Fragment {
        @Test
        void becomesItsParts() {
            var drawer =
                    new Drawer()
                            .steps(
                                    """
                                    - {id: after, needs: [go], action: move, with: {to: zurich-1}}
                                    - {id: go, needs: [before], action: switch}
                                    - {id: before, action: move, with: {to: zurich-1}}
                                    """);

            var graph = drawer.graph();

            assertThat(ids(graph))
                    .containsExactly(
                            "before",
                            "go.fence",
                            "go.drain",
                            "go.warm",
                            "go.open",
                            "go.tell",
                            "after");
            assertThat(needs(graph, "go.fence")).containsExactly(ids("before"));
            assertThat(needs(graph, "go.warm")).containsExactly(ids("before"));
            assertThat(needs(graph, "go.open"))
                    .containsExactlyInAnyOrder(ids("go.drain", "go.warm"));
            assertThat(needs(graph, "after")).containsExactlyInAnyOrder(ids("go.open", "go.tell"));
        }
    }

    @Nested
    class LeftOut {
        @Test
        void takesTheUsualValues() {
            var drawer = new Drawer().steps("- {id: a, action: move, with: {to: zurich-1}}");

            var step = drawer.graph().steps().getFirst();

            assertThat(step.onFailure()).isEqualTo(OnFailure.ROLLBACK);
            assertThat(step.deadline()).isEqualTo(Duration.ofMinutes(30));
            assertThat(step.attempts()).isEqualTo(3);
        }
    }

    @Nested
    class Mistakes {
        @Test
        void areReportedAllAtOnce() {
            var drawer =
                    new Drawer()
                            .steps(
                                    """
                                    - {id: a, needs: [b], action: move, with: {to: zurch-1}}
                                    - {id: b, needs: [c], action: moov, with: {to: zurich-1}}
                                    - {id: c, needs: [a], action: move}
                                    - {id: c, action: move, with: {to: zurich-1}}
                                    - {id: files, each: {site: [zurich-1]}, action: move, with: {to: "${sit}"}}
                                    - {id: d, needs: [filez, "files[zurch-1]", "c[x]", d], action: approve, with: {oneOfEach: [supervisor]}}
                                    """);

            var problems = drawer.problems();

            Golden.assertMatches("documents/steps.txt", problems);
        }
    }
}
