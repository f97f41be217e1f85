package gotthard.shape;

import static org.assertj.core.api.Assertions.assertThat;

import gotthard.problem.Checked;
import gotthard.problem.Problem;
import gotthard.yaml.YamlReader;

import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

import java.util.List;
import java.util.Map;
import java.util.Set;

class ShapeTest {
    private static final Names NAMES =
            Names.of(Map.of("site", Set.of("moscow", "zurich-1", "zurich-2")));

    private static Checked<Copy> read(String yaml) {
        return YamlReader.read("plan.yaml", yaml).flatMap(node -> Copy.SHAPE.read(node, NAMES));
    }

    private static List<String> problems(String yaml) {
        return read(yaml).problems().stream().map(Problem::toString).toList();
    }

    @Nested
    class GoodDocument {
        @Test
        void becomesAValue() {
            var copy = read("{from: moscow, to: [zurich-1, zurich-2], level: sample}");

            assertThat(copy)
                    .isEqualTo(
                            Checked.valid(
                                    new Copy(
                                            "moscow",
                                            List.of("zurich-1", "zurich-2"),
                                            Copy.Level.SAMPLE)));
        }

        @Test
        void takesTheStandardValueOfAKeyThatIsLeftOut() {
            var copy = read("{from: moscow, to: [zurich-1]}");

            assertThat(copy.map(Copy::level)).isEqualTo(Checked.valid(Copy.Level.FULL));
        }
    }

    @Nested
    class BadDocument {
        @Test
        void reportsEverythingAtOnce() {
            var problems = problems("frm: moscow\nto: [zurich-1, zurch-2]\nlevel: most\n");

            assertThat(problems)
                    .containsExactly(
                            "plan.yaml:1:1: unknown key \"frm\"; did you mean \"from\"?",
                            "plan.yaml:1:1: the document lacks the key \"from\"; add \"from:\" (the site that has the files)",
                            "plan.yaml:2:16: an item of \"to\" names the unknown site \"zurch-2\"; did you mean \"zurich-2\"?",
                            "plan.yaml:3:8: \"level\" wants one of count, sample, full, not \"most\"");
        }

        @Test
        void breaksARuleOnlyWhenItCouldBeRead() {
            var problems = problems("{from: moscow, to: [moscow]}");

            assertThat(problems)
                    .containsExactly(
                            "plan.yaml:1:1: \"to\" contains \"from\"; name another target");
        }
    }
}
