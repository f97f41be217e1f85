package gotthard.plan;

import static org.assertj.core.api.Assertions.assertThat;

import gotthard.Golden;
import gotthard.problem.Problem;
import gotthard.shape.Located;
import gotthard.shape.Names;
import gotthard.shape.Shape;
import gotthard.yaml.Node;
import gotthard.yaml.YamlReader;

import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

class InterpolationTest {
    private static final Map<String, String> VALUES = Map.of("site", "zurich-1", "count", "3");

    private static Node node(String yaml) {
        return YamlReader.read("p.yaml", yaml).toOptional().orElseThrow();
    }

    private static Node replaced(String yaml) {
        return Interpolation.of(node(yaml), VALUES).toOptional().orElseThrow();
    }

    @Nested
    class KnownVariable {
        @Test
        void isReplacedWhereverATextStands() {
            var shape = Shape.mapOf(Shape.text(), Shape.text().list());

            var read = shape.read(replaced("{a: [\"x-${site}.${count}\", b]}"), Names.unchecked());

            assertThat(read.toOptional()).contains(Map.of("a", List.of("x-zurich-1.3", "b")));
        }

        @Test
        void standingAloneIsReadByTheTypeThatIsWanted() {
            var read = Shape.integer(1, 9).read(replaced("\"${count}\""), Names.unchecked());

            assertThat(read.toOptional()).contains(3);
        }

        @Test
        void keepsThePlaceWhereItIsWritten() {
            var scalar = replaced("\"${site}\"");

            assertThat(scalar.place()).isEqualTo(node("\"${site}\"").place());
        }
    }

    @Nested
    class Escape {
        @Test
        void standsForTheCharactersThemselves() {
            var scalar = (Node.Scalar) replaced("\"$${site} costs 5$ and $x\"");

            assertThat(scalar.text()).isEqualTo("${site} costs 5$ and $x");
        }
    }

    @Nested
    class Mistakes {
        @Test
        void areReportedAllAtOnce() {
            var yaml = "a: \"${sit}\"\nb: [\"${region}\", \"${site\", \"${}\"]\n";

            var problems = Interpolation.of(node(yaml), VALUES).problems();

            Golden.assertMatches("documents/variables.txt", rendered(problems));
        }

        @Test
        void sayWhereVariablesComeFrom() {
            var scalar = (Node.Scalar) node("\"${site}\"");
            var text = new Located<>(scalar.text(), scalar.place());

            var problems = Interpolation.of(text, Map.of()).problems();

            Golden.assertMatches("documents/variables-none.txt", rendered(problems));
        }

        private static String rendered(List<Problem> problems) {
            return problems.stream().map(Problem::render).collect(Collectors.joining("\n"));
        }
    }
}
