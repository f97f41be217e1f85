package gotthard.problem;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

import java.util.List;
import java.util.Set;

class ProblemTest {
    private static final Code CODE = new Code("unknown-key");

    private static Problem at(String source, int line, int column) {
        return Problem.error(CODE, new Place(source, line, column, 2, "some text"), "wrong");
    }

    @Nested
    class Rendered {
        @Test
        void showsPlaceMessageAdviceLineAndCaret() {
            var problem =
                    Problem.error(
                                    CODE,
                                    new Place("plans/x.yaml", 14, 9, 3, "\tneeds: abc"),
                                    "unknown step \"abc\"")
                            .withAdvice("did you mean \"abd\"?");

            assertThat(problem.render())
                    .isEqualTo(
                            """
                            plans/x.yaml:14:9: unknown step "abc"; did you mean "abd"?
                                \tneeds: abc
                                \t       ^^^""");
        }

        @Test
        void hasNoCaretForAWholeDocument() {
            var problem = Problem.warning(CODE, Place.of("plans/x.yaml"), "says nothing");

            assertThat(problem.render()).isEqualTo("plans/x.yaml: warning: says nothing");
        }

        @Test
        void cannotReachTheTerminalWithControlCharacters() {
            var problem =
                    Problem.error(
                            CODE,
                            new Place("x", 1, 1, 1, "a\u001b[2J"),
                            "no " + Quoted.of("\u001b[2J\u202e"));

            assertThat(problem.render())
                    .isEqualTo("x:1:1: no \"\\u001b[2J\\u202e\"\n    a�[2J\n    ^");
        }
    }

    @Nested
    class Collected {
        @Test
        void areSortedByPlaceEachOnce() {
            var problems = new Problems();
            problems.addAll(
                    List.of(
                            at("b", 1, 1),
                            at("a", 10, 1),
                            at("a", 9, 2),
                            at("a", 9, 1),
                            at("b", 1, 1)));

            assertThat(problems.sorted())
                    .containsExactly(at("a", 9, 1), at("a", 9, 2), at("a", 10, 1), at("b", 1, 1));
        }

        @Test
        void warningsAloneLeaveTheValueValid() {
            var warning = Problem.warning(CODE, Place.of("x"), "odd");
            var problems = new Problems();
            problems.add(warning);

            assertThat(problems.checked("value"))
                    .isEqualTo(new Checked.Valid<>("value", List.of(warning)));
        }

        @Test
        void anErrorMakesItInvalidAndWarningsAreKept() {
            var warning = Problem.warning(CODE, Place.of("x"), "odd");
            Checked<String> valid = new Checked.Valid<>("value", List.of(warning));

            var checked = valid.flatMap(_ -> Checked.<String>invalid(at("x", 1, 1)));

            assertThat(checked)
                    .isEqualTo(new Checked.Invalid<String>(List.of(warning, at("x", 1, 1))));
        }

        @Test
        void withoutAnErrorNothingIsInvalid() {
            assertThatThrownBy(() -> new Checked.Invalid<>(List.of()))
                    .isInstanceOf(IllegalArgumentException.class);
        }
    }

    @Nested
    class Suggested {
        private static final Set<String> KNOWN =
                Set.of("zurich-1", "zurich-2", "moscow", "to", "db-zurich");

        @Test
        void isTheNameWithTheFewestDifferences() {
            assertThat(Suggestion.closest("db-zurch", KNOWN)).contains("db-zurich");
            assertThat(Suggestion.closest("mocsow", KNOWN)).contains("moscow");
            assertThat(Suggestion.closest("Moscow", KNOWN)).contains("moscow");
            assertThat(Suggestion.closest("ot", KNOWN)).contains("to");
        }

        @Test
        void isTheFirstOfTheAlphabetAmongEquals() {
            assertThat(Suggestion.closest("zurich-3", KNOWN)).contains("zurich-1");
        }

        @Test
        void isNoneWhenAllAreTooDifferent() {
            assertThat(Suggestion.closest("berlin", KNOWN)).isEmpty();
            assertThat(Suggestion.closest("x", Set.of("y"))).isEmpty();
            assertThat(Suggestion.closest("", KNOWN)).isEmpty();
        }
    }
}
