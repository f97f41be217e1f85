package gotthard.shape;

import static org.assertj.core.api.Assertions.assertThat;

import gotthard.Golden;
import gotthard.problem.Problem;
import gotthard.yaml.YamlReader;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// Every way in which a value is refused, as a person sees it.
class ShapeProblemsTest {
    private static final Map<String, String> TEXTS = texts();
    private static final Names NAMES =
            Names.of(Map.of("site", Set.of("moscow", "zurich-1", "zurich-2")));

    static Stream<String> names() {
        return TEXTS.keySet().stream();
    }

    @ParameterizedTest
    @MethodSource("names")
    void saysWhatAndWhereAndWhatNext(String name) {
        String head = "apiVersion: gotthard/v1\ntext: a\nname: a\n";
        String text = TEXTS.getOrDefault(name, "");
        String whole = name.startsWith("whole-") ? text : head + text;

        var problems = problems(Everything.SHAPE, NAMES, whole);

        Golden.assertMatches(
                "language/" + name + ".txt",
                whole.stripTrailing() + "\n---- problems ----\n" + problems);
    }

    @Test
    void aBrokenRuleIsShownAtTheValue() {
        String text = "from: moscow\nto: [moscow]\n";

        var problems = problems(Copy.SHAPE, NAMES, text);

        Golden.assertMatches("language/rule.txt", text + "---- problems ----\n" + problems);
    }

    @Test
    void aNameOfWhatNobodyDeclaredSaysSo() {
        String text = "from: moscow\nto: []\n";

        var problems = problems(Copy.SHAPE, Names.of(Map.of("site", Set.of())), text);

        Golden.assertMatches(
                "language/reference-none-declared.txt", text + "---- problems ----\n" + problems);
    }

    @Test
    void mutatedDocumentsAreReadOrRefusedButNeverThrow() {
        var random = new Random(2018);
        String good = Everything.yaml(Everything.good());
        int valid = 0;

        for (int round = 0; round < 3_000; round++) {
            var text = new StringBuilder(good);
            for (int changes = 1 + random.nextInt(3); changes > 0; changes--) {
                int at = random.nextInt(text.length());
                text.replace(
                        at,
                        at + random.nextInt(2),
                        String.valueOf((char) (' ' + random.nextInt(95))));
            }
            var document =
                    YamlReader.read("x.yaml", text.toString())
                            .flatMap(node -> Everything.SHAPE.read(node, NAMES));
            valid += document.isValid() ? 1 : 0;
        }

        assertThat(valid).isBetween(100, 2_900);
    }

    private static String problems(Shape<?> shape, Names names, String text) {
        var document =
                YamlReader.read("plans/x.yaml", text)
                        .flatMap(node -> shape.read(node, names).map(Object.class::cast));
        assertThat(document.isValid()).isFalse();
        return document.problems().stream().map(Problem::render).collect(Collectors.joining("\n"));
    }

    private static Map<String, String> texts() {
        Map<String, String> texts = new LinkedHashMap<>();
        texts.put("whole-missing-key", "apiVersion: gotthard/v1\nname: a\n");
        texts.put("whole-missing-keys", "number: 12\n");
        texts.put("whole-wrong-type", "- a\n");
        texts.put("whole-constant", "apiVersion: gotthard/v2\ntext: a\nname: a\n");
        texts.put("unknown-key", "trut: true\nsomething: else\n");
        texts.put("no-value", "wait:\nlevel: ~\nseveral:\nsecret: null\n");
        texts.put("text", "mail: [a]\nlabels: {a: {}, b: \" \"}\n");
        texts.put("name", "several: [Zurich, a_b, -a]\nlabels: {Aa: b}\n");
        texts.put("number", "number: many\n");
        texts.put("number-out-of-bounds", "number: 301\n");
        texts.put("number-quoted", "number: \"12\"\n");
        texts.put("number-leading-zero", "number: 007\n");
        texts.put("truth", "truth: yes\n");
        texts.put("truth-quoted", "truth: \"true\"\n");
        texts.put("duration", "wait: 90\n");
        texts.put("byte-size", "size: 10mb\n");
        texts.put("byte-size-too-large", "size: 999999999999999Ti\n");
        texts.put("rate", "rate: 10M\n");
        texts.put("rate-zero", "rate: 0bit/s\n");
        texts.put("percent", "share: 130%\n");
        texts.put("date", "due: 2019-02-30\n");
        texts.put("instant", "at: 2019-12-31 10:00\n");
        texts.put("instant-with-offset", "at: 2019-12-31T10:00:00+01:00\n");
        texts.put("uri", "link: example.org/a\n");
        texts.put("uri-malformed", "link: \"https://example.org/a b\"\n");
        texts.put("word", "level: full-contents\n");
        texts.put("word-list", "level: [count]\n");
        texts.put("reference", "site: zurch-1\n");
        texts.put("reference-far-off", "site: berlin\n");
        texts.put("reference-list", "site: [moscow]\n");
        texts.put("list", "several: a\nsome: {a: b}\n");
        texts.put("list-empty", "some: []\n");
        texts.put("one-key-none", "secret: {}\n");
        texts.put("one-key-two", "secret: {env: A, file: b}\n");
        texts.put("one-key-unknown", "secret: {flie: a}\n");
        texts.put("one-key-text", "secret: hunter2\n");
        texts.put("tag-missing", "place: {host: a}\n");
        texts.put("tag-unknown", "place: {type: buckt}\n");
        texts.put("tag-wrong-keys", "place:\n  type: bucket\n  host: a\n");
        texts.put("tag-list", "place: [a]\n");
        texts.put("mapping", "labels: a\ntree: a\n");
        texts.put("recursive", "tree: {name: a, parts: [{name: b, parts: [{nam: c}]}]}\n");
        texts.put("parsed", "mail: nobody\n");
        return texts;
    }
}
