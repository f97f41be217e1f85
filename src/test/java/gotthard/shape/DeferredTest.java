package gotthard.shape;

import static org.assertj.core.api.Assertions.assertThat;

import gotthard.Golden;
import gotthard.yaml.Node;
import gotthard.yaml.YamlReader;

import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

import java.util.Map;

class DeferredTest {
    private record Step(String action, Node with) {}

    private static final Shape<Step> STEP =
            Shape.<Step>object(
                            fields -> {
                                var action =
                                        fields.required("action", Shape.text(), "what is done");
                                var with = fields.required("with", Shape.node(), "how it is done");
                                return values -> new Step(values.of(action), values.of(with));
                            })
                    .describing(
                            "action",
                            "with",
                            Map.of(
                                    "files.copy", Copy.SHAPE.named("files.copy", "Copies files."),
                                    "wait", Shape.mapOf(Shape.name(), Shape.duration())));

    private static boolean underlines(String yaml) {
        return !EditorView.of(STEP)
                .accepts(YamlReader.read("x.yaml", yaml).toOptional().orElseThrow());
    }

    @Nested
    class AnEditor {
        @Test
        void checksTheKeyByItsTag() {
            assertThat(underlines("{action: files.copy, with: {from: a, level: full}}")).isFalse();
            assertThat(underlines("{action: files.copy, with: {from: a, level: fool}}")).isTrue();
            assertThat(underlines("{action: files.copy, with: {form: a}}")).isTrue();
            assertThat(underlines("{action: wait, with: {soak: 1h}}")).isFalse();
            assertThat(underlines("{action: wait, with: {soak: 1 hour}}")).isTrue();
        }

        @Test
        void takesVariablesAndKeysThatAreInherited() {
            assertThat(
                            underlines(
                                    "{action: files.copy, with: {to: [\"${site}\"], level: \"${level}\"}}"))
                    .isFalse();
        }

        @Test
        void leavesUnknownTagsToTheReader() {
            assertThat(underlines("{action: files.move, with: {a: b}}")).isFalse();
        }
    }

    @Test
    void thePageListsTheShapes() {
        Golden.assertMatches("language/deferred.md", Reference.of(STEP, "Step"));
    }
}
