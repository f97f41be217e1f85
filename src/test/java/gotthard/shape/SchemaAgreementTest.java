package gotthard.shape;

import static org.assertj.core.api.Assertions.assertThat;

import gotthard.Golden;
import gotthard.problem.Checked;
import gotthard.yaml.Node;
import gotthard.yaml.YamlReader;

import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

class SchemaAgreementTest {
    private static final EditorView EDITOR = EditorView.of(Everything.SHAPE);

    private static final List<String> VALUES =
            List.of(
                    "",
                    "~",
                    "null",
                    "\"null\"",
                    "true",
                    "false",
                    "\"true\"",
                    "yes",
                    "NO",
                    "on",
                    "0",
                    "1",
                    "12",
                    "\"12\"",
                    "-1",
                    "-6",
                    "300",
                    "301",
                    "70000",
                    "99999999999999999999",
                    "1.5",
                    "-2.5",
                    "abc",
                    "ABC",
                    "a-b",
                    "-a",
                    "a_b",
                    "\"\"",
                    "\" \"",
                    "'a b'",
                    "30s",
                    "1h30m",
                    "30m1h",
                    "5",
                    "7d",
                    "1w",
                    "250ms",
                    "s",
                    "64Mi",
                    "64MiB",
                    "64",
                    "64B",
                    "10mb",
                    "200Mbit/s",
                    "10MB/s",
                    "10MiB/s",
                    "10M/s",
                    "0.5Gbit/s",
                    "30%",
                    "100%",
                    "101%",
                    "0.25%",
                    "'%30x'",
                    "2019-12-31",
                    "2019-1-1",
                    "20191231",
                    "2019-12-31T10:00:00Z",
                    "2019-12-31T10:00:00+01:00",
                    "2019-12-31 10:00",
                    "https://example.org",
                    "example.org",
                    "mailto:a@example.org",
                    "count",
                    "full-content",
                    "FULL_CONTENT",
                    "full",
                    "gotthard/v1",
                    "gotthard/v2",
                    "[]",
                    "[a]",
                    "[a, b]",
                    "[a, 1]",
                    "[a, A]",
                    "[[a]]",
                    "[null]",
                    "[{}]",
                    "{}",
                    "{a: b}",
                    "{a: [b]}",
                    "{A: b}",
                    "{a: }",
                    "{env: A}",
                    "{file: /a}",
                    "{exec: []}",
                    "{exec: [a]}",
                    "{exec: a}",
                    "{env: A, file: b}",
                    "{envv: A}",
                    "{type: host}",
                    "{type: host, host: a}",
                    "{type: host, host: a, port: 0}",
                    "{type: host, bucket: a}",
                    "{type: bucket, bucket: 12}",
                    "{bucket: a}",
                    "{type: tape}",
                    "{name: a}",
                    "{name: a, parts: []}",
                    "{name: a, parts: [{name: b, parts: [{name: C}]}]}",
                    "{name: a, parts: [{nam: b}]}",
                    "{parts: []}",
                    "a@b",
                    "|\n  two\n  lines",
                    "{name: a, parts: null}");

    /// Spellings that the reader refuses and no schema can: an editor takes them for the same value as the good ones.
    private static final Map<String, Set<String>> BEYOND =
            Map.of(
                    "number",
                    Set.of("+5", "007", "5.0", "0x1F"),
                    "due",
                    Set.of("2019-02-30"),
                    "at",
                    Set.of("2019-02-30T10:00:00Z"),
                    "link",
                    Set.of("a:b c"),
                    "mail",
                    Set.of("nobody"),
                    "size",
                    Set.of("999999999999999Ti"),
                    "rate",
                    Set.of("0bit/s"));

    private static Checked<Everything> read(Node node) {
        return Everything.SHAPE.read(node, Names.unchecked());
    }

    private static Node document(Map<String, String> entries) {
        return YamlReader.read("test.yaml", Everything.yaml(entries))
                .toOptional()
                .orElseThrow(() -> new AssertionError(entries));
    }

    private static Node with(String key, String value) {
        Map<String, String> entries = new LinkedHashMap<>(Everything.good());
        entries.put(key, value);
        return document(entries);
    }

    @Nested
    class ReaderAndSchema {
        @Test
        void bothTakeTheGoodDocument() {
            var good = document(Everything.good());

            assertThat(read(good).problems()).isEmpty();
            assertThat(EDITOR.accepts(good)).isTrue();
        }

        @Test
        void takeAndRefuseTheSameValuesOfEveryKey() {
            var disagreements = new ArrayList<String>();
            int taken = 0;
            int refused = 0;

            for (String key : Everything.good().keySet()) {
                for (String value :
                        VALUES.stream()
                                .filter(value -> !key.equals("mail") || value.contains("@"))
                                .toList()) {
                    Node node = with(key, value);
                    boolean isRead = read(node).isValid();
                    taken += isRead ? 1 : 0;
                    refused += isRead ? 0 : 1;
                    if (isRead != EDITOR.accepts(node)) {
                        disagreements.add(
                                (isRead ? "only read: " : "only in the schema: ")
                                        + key
                                        + ": "
                                        + value);
                    }
                }
            }

            assertThat(disagreements).isEmpty();
            assertThat(taken).isGreaterThan(200);
            assertThat(refused).isGreaterThan(1000);
        }

        @Test
        void agreeOnKeysThatAreMissingOrUnknown() {
            for (String key : Everything.good().keySet()) {
                Map<String, String> without = new LinkedHashMap<>(Everything.good());
                without.remove(key);
                Map<String, String> misspelt = new LinkedHashMap<>(without);
                misspelt.put(key + "x", "12");

                assertThat(read(document(without)).isValid())
                        .as(key)
                        .isEqualTo(EDITOR.accepts(document(without)));
                assertThat(read(document(misspelt)).isValid()).as(key).isFalse();
                assertThat(EDITOR.accepts(document(misspelt))).as(key).isFalse();
            }
        }

        @Test
        void differOnlyInSpellingsThatNoSchemaCanSay() {
            BEYOND.forEach(
                    (key, values) ->
                            values.forEach(
                                    value -> {
                                        Node node = with(key, value);

                                        assertThat(read(node).isValid())
                                                .as(key + ": " + value)
                                                .isFalse();
                                    }));
        }
    }

    @Nested
    class Generated {
        @Test
        void schemaIsAsReviewed() {
            Golden.assertMatches(
                    "language/everything.schema.json",
                    Schema.of(Everything.SHAPE, "Everything", "https://example.org/everything"));
        }

        @Test
        void referencePageIsAsReviewed() {
            Golden.assertMatches(
                    "language/everything.md", Reference.of(Everything.SHAPE, "Everything"));
        }
    }
}
