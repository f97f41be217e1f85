package gotthard.yaml;

import static org.assertj.core.api.Assertions.assertThat;

import gotthard.problem.Place;

import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Random;

class YamlReaderTest {
    private static Node read(String text) {
        return YamlReader.read("x.yaml", text).toOptional().orElseThrow();
    }

    @Nested
    class Places {
        @Test
        void countFromOneAndCoverTheScalar() {
            var mapping = (Node.Mapping) read("a: 1\nkey: \"two words\" # comment\n");

            var value = mapping.get("key").orElseThrow();

            assertThat(value.place())
                    .isEqualTo(new Place("x.yaml", 2, 6, 11, "key: \"two words\" # comment"));
        }

        @Test
        void countCharactersOutsideTheBasicPlaneOnce() {
            var mapping = (Node.Mapping) read("🦌: 🏔 x\n");

            assertThat(mapping.get("🦌").orElseThrow().place())
                    .isEqualTo(new Place("x.yaml", 1, 4, 3, "🦌: 🏔 x"));
        }

        @Test
        void ofABlockMappingAreThoseOfItsFirstKey() {
            var mapping = (Node.Mapping) read("spec:\r\n  name: a\r\n");

            assertThat(mapping.get("spec").orElseThrow().place())
                    .isEqualTo(new Place("x.yaml", 2, 3, 4, "  name: a"));
        }

        @Test
        void ofAFlowMappingCoverItsBraces() {
            var mapping = (Node.Mapping) read("spec: {a: b}\n");

            assertThat(mapping.get("spec").orElseThrow().place())
                    .isEqualTo(new Place("x.yaml", 1, 7, 6, "spec: {a: b}"));
        }
    }

    @Nested
    class Scalars {
        @Test
        void areNotInterpreted() {
            var mapping =
                    (Node.Mapping) read("country: NO\ntime: 12:30:00\nnumber: 010\nnothing:\n");

            assertThat(mapping.entries())
                    .extracting(entry -> ((Node.Scalar) entry.value()).text())
                    .containsExactly("NO", "12:30:00", "010", "");
        }

        @Test
        void keepTheirStyle() {
            var list = (Node.Sequence) read("[a, 'a', \"a\"]");
            var block = (Node.Scalar) read("|\n  a\n");

            assertThat(list.items())
                    .extracting(item -> ((Node.Scalar) item).style())
                    .containsExactly(Style.PLAIN, Style.QUOTED, Style.QUOTED);
            assertThat(block.style()).isEqualTo(Style.BLOCK);
        }
    }

    @Nested
    class Documents {
        @Test
        void areReadInOrderWithoutEmptyOnes() {
            var documents =
                    YamlReader.readAll("x.yaml", "---\n---\na: b\n---\n# nothing\n---\n- c\n");

            assertThat(documents.toOptional().orElseThrow())
                    .hasExactlyElementsOfTypes(Node.Mapping.class, Node.Sequence.class);
        }

        @Test
        void mayStartWithAByteOrderMark() {
            byte[] bytes = "\uFEFFa: b\n".getBytes(StandardCharsets.UTF_8);

            assertThat(YamlReader.read("x.yaml", bytes).isValid()).isTrue();
        }

        @Test
        void mayBeNestedSixtyFourDeep() {
            assertThat(YamlReader.read("x.yaml", "[".repeat(64) + "]".repeat(64)).isValid())
                    .isTrue();
            assertThat(YamlReader.read("x.yaml", "[".repeat(65) + "]".repeat(65)).isValid())
                    .isFalse();
        }

        @Test
        void mayBeFourMebibytesLarge() {
            String text =
                    ("#" + "x".repeat(1022) + "\n").repeat(YamlReader.LARGEST / 1024 - 1)
                            + "a: b\n";

            assertThat(YamlReader.read("x.yaml", text).isValid()).isTrue();
        }
    }

    @Nested
    class Garbage {
        private static final List<String> SEEDS =
                List.of(
                        "apiVersion: gotthard/v1\nkind: Plan\nspec:\n  steps:\n    - {id: a, needs: [b, 'c']}\n    - id: \"d\\n\"\n      text: |\n        two\n",
                        "{a: [1, 2, {b: ~}], ? c : d}\n---\n- !!str x\n- &a *b\n",
                        "%YAML 1.2\n---\na: >-\n  folded\n  text\n...\n# end\n");
        private static final String ALPHABET =
                ":-[]{}#&*!|>'\"%@`,?~<=\\ \t\n\r\u0085\u2028\u0000\uFEFF\uD800ax0🦌";

        @Test
        void neverThrowsWhateverTheText() {
            var random = new Random(20181113);

            for (int round = 0; round < 5_000; round++) {
                String text = mutated(SEEDS.get(random.nextInt(SEEDS.size())), random);

                var documents = YamlReader.readAll("x.yaml", text);

                documents.problems().forEach(problem -> assertThat(problem.render()).isNotBlank());
            }
        }

        @Test
        void neverThrowsWhateverTheBytes() {
            var random = new Random(20191231);

            for (int round = 0; round < 5_000; round++) {
                byte[] bytes = new byte[random.nextInt(40)];
                random.nextBytes(bytes);

                var documents = YamlReader.readAll("x.yaml", bytes);

                documents.problems().forEach(problem -> assertThat(problem.render()).isNotBlank());
            }
        }

        private static String mutated(String seed, Random random) {
            var text = new StringBuilder(seed);
            for (int changes = 1 + random.nextInt(4); changes > 0; changes--) {
                int at = random.nextInt(text.length() + 1);
                char character = ALPHABET.charAt(random.nextInt(ALPHABET.length()));
                switch (random.nextInt(3)) {
                    case 0 -> text.insert(at, character);
                    case 1 -> text.delete(at, Math.min(text.length(), at + 1 + random.nextInt(5)));
                    default ->
                            text.replace(
                                    at, Math.min(text.length(), at + 1), String.valueOf(character));
                }
            }
            return text.toString();
        }
    }
}
