package gotthard.run;

import static org.assertj.core.api.Assertions.assertThat;

import gotthard.action.Declaration;
import gotthard.graph.Graph;
import gotthard.inventory.SiteName;
import gotthard.journal.Opening;

import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

import java.util.List;
import java.util.Map;
import java.util.Set;

final class PartTest {
    private static final SiteName ZURICH = new SiteName("zurich-1");

    private final Map<String, String> world = ThingAction.emptyWorld();
    private final List<String> calls = ThingAction.noCalls();

    private ThingAction thing(String name) {
        return new ThingAction(world, name, calls);
    }

    private static Set<String> chosen(Part part, Graph graph) {
        assertThat(part.choose(graph)).isInstanceOf(Part.Choice.Chosen.class);
        var names = new java.util.TreeSet<String>();
        ((Part.Choice.Chosen) part.choose(graph))
                .selection()
                .steps()
                .forEach(step -> names.add(step.value()));
        return names;
    }

    private static String refusal(Part part, Graph graph) {
        assertThat(part.choose(graph)).isInstanceOf(Part.Choice.Impossible.class);
        return ((Part.Choice.Impossible) part.choose(graph)).why();
    }

    @Nested
    final class AChain {
        private final Graph graph =
                new Routes()
                        .step("a", thing("a"))
                        .step("b", thing("b"), "a")
                        .step("c", thing("c"), "b")
                        .graph();

        @Test
        void wholeIsAll() {
            assertThat(new Part.Whole().choose(graph))
                    .isEqualTo(new Part.Choice.Chosen(Opening.Selection.ALL));
        }

        @Test
        void untilTakesWhatIsNeeded() {
            assertThat(chosen(new Part.Until(Routes.id("b")), graph)).containsExactly("a", "b");
        }

        @Test
        void onlyRefusesToLeaveOutWhatIsNeeded() {
            assertThat(refusal(new Part.Only(Routes.id("b")), graph))
                    .isEqualTo("b needs a, which would be left out; run it with --until b");
        }

        @Test
        void onlyTakesOneThatNeedsNothing() {
            assertThat(chosen(new Part.Only(Routes.id("a")), graph)).containsExactly("a");
        }

        @Test
        void unknownStepsAreRefused() {
            assertThat(refusal(new Part.Until(Routes.id("x")), graph))
                    .isEqualTo("the plan has no step x; `gotthard plan` lists its steps");
        }

        @Test
        void aSiteWithoutStepsIsRefused() {
            assertThat(refusal(new Part.At(new SiteName("zurich-2")), graph))
                    .isEqualTo(
                            "no step changes only zurich-2; leave --limit out, or name another"
                                    + " site");
        }
    }

    @Nested
    final class ASite {
        @Test
        void takesApprovalsAndChecksAlong() {
            var check = thing("ready").reversal(Declaration.Reversal.NOTHING_TO_UNDO);
            Graph graph =
                    new Routes()
                            .step("ready", check)
                            .approval("go", Set.of(Routes.LEAD), "ready")
                            .step("b", thing("b"), "go")
                            .graph();

            assertThat(chosen(new Part.At(ZURICH), graph)).containsExactly("b", "go", "ready");
        }
    }
}
