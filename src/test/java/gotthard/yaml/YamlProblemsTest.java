package gotthard.yaml;

import static org.assertj.core.api.Assertions.assertThat;

import gotthard.Golden;
import gotthard.problem.Checked;
import gotthard.problem.Problem;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// Every way in which a text is refused, as a person sees it.
class YamlProblemsTest {
    private static final Map<String, String> TEXTS = texts();

    static Stream<String> names() {
        return TEXTS.keySet().stream();
    }

    @ParameterizedTest
    @MethodSource("names")
    void saysWhatAndWhereAndWhatNext(String name) {
        String text = TEXTS.getOrDefault(name, "");

        var document = YamlReader.read("plans/x.yaml", text);

        assertThat(document.isValid()).isFalse();
        Golden.assertMatches(
                "language/" + name + ".txt",
                text.stripTrailing() + "\n---- problems ----\n" + rendered(document));
    }

    @Test
    void refusesBytesThatAreNotUtf8() {
        byte[] latin = "kind: Plan\ntitle: Zürich\n".getBytes(StandardCharsets.ISO_8859_1);

        var document = YamlReader.read("plans/x.yaml", latin);

        Golden.assertMatches("language/yaml-encoding.txt", rendered(document));
    }

    @Test
    void refusesTextsThatAreTooLarge() {
        byte[] large = new byte[YamlReader.LARGEST + 1];

        var document = YamlReader.read("plans/x.yaml", large);

        assertThat(YamlReader.read("plans/x.yaml", "ü".repeat(YamlReader.LARGEST / 2 + 1)))
                .isEqualTo(document);
        Golden.assertMatches("language/yaml-too-large.txt", rendered(document));
    }

    @Test
    @Timeout(20)
    void givesUpOnEndlessNesting() {
        var document = YamlReader.read("plans/x.yaml", "[".repeat(1_000_000));

        Golden.assertMatches("language/yaml-nested-without-end.txt", rendered(document));
    }

    @Test
    void refusesLinesThatAreTooLong() {
        var document =
                YamlReader.read("plans/x.yaml", "a: b\nc: " + "x".repeat(YamlReader.LONGEST_LINE));

        Golden.assertMatches("language/yaml-line-too-long.txt", rendered(document));
    }

    @Test
    void showsOnlyThePartOfALongLineThatMatters() {
        String line = "a: " + "x".repeat(500) + ", \u0001";

        var document = YamlReader.read("plans/x.yaml", line);

        Golden.assertMatches("language/yaml-long-line.txt", rendered(document));
    }

    private static String rendered(Checked<Node> document) {
        return document.problems().stream().map(Problem::render).collect(Collectors.joining("\n"));
    }

    private static Map<String, String> texts() {
        Map<String, String> texts = new LinkedHashMap<>();
        texts.put("yaml-empty", "# only a comment\n");
        texts.put("yaml-several-documents", "a: 1\n---\nb: 2\n");
        texts.put("yaml-anchor-and-alias", "a: &x {b: c}\nd: *x\n");
        texts.put("yaml-merge-key", "a:\n  <<: {b: c}\n");
        texts.put(
                "yaml-tag",
                "a: !!java.net.URL [\"http://example.org\"]\nb: !secret x\nc: !!map {}\n");
        texts.put("yaml-tag-directive", "%TAG ! tag:example.org,2018:\n---\na: !x b\n");
        texts.put("yaml-unknown-tag-handle", "a: !x!y b\n");
        texts.put("yaml-key-not-text", "[a, b]: c\n? {d: e}\n: f\n: g\n");
        texts.put("yaml-duplicate-key", "name: a\ntitle: b\nname: c\n\"name\": d\n");
        texts.put("yaml-too-deep", "a: " + "[".repeat(64) + "]".repeat(64) + "\nb: {<<: c}\n");
        texts.put("yaml-tab", "a:\n\tb: c\n");
        texts.put("yaml-quote-not-closed", "a: \"b\nc: d\n");
        texts.put("yaml-unknown-escape", "path: \"C:\\windows\"\n");
        texts.put("yaml-short-escape", "path: \"\\u12\"\n");
        texts.put("yaml-second-colon", "title: Files: Europe\n");
        texts.put("yaml-key-without-colon", "kind: Plan\nmetadata\nspec: x\n");
        texts.put("yaml-list-not-closed", "to: [a, b\nfrom: c\n");
        texts.put("yaml-mapping-not-closed", "to: {a: b\nfrom: c\n");
        texts.put("yaml-wrong-indentation", "spec:\n    a: b\n  c: d\n");
        texts.put("yaml-list-and-mapping", "spec:\n  - a\n  b: c\n");
        texts.put("yaml-item-in-wrong-place", "steps: - a\n");
        texts.put("yaml-reserved-character", "owner: @platform\n");
        texts.put("yaml-percent-first", "share: %30\n");
        texts.put("yaml-block-header", "text: |x\n  a\n");
        texts.put("yaml-directive", "%YAML x\n---\na: b\n");
        texts.put("yaml-text-after-end", "{a: b}\nc\n");
        texts.put("yaml-missing-value-in-flow", "a: [b, , ]\n");
        texts.put("yaml-control-character", "a: b\nc: d\u0007\n");
        texts.put("yaml-newer-version", "%YAML 3.0\n---\na: b\n");
        return texts;
    }
}
