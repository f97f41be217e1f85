package gotthard.cli;

import static org.assertj.core.api.Assertions.assertThat;

import gotthard.action.Kinds;
import gotthard.inventory.InventoryDocument;
import gotthard.plan.PlanDocument;
import gotthard.plan.ProgrammeDocument;
import gotthard.policy.PolicyDocument;
import gotthard.problem.Checked;
import gotthard.problem.Problem;
import gotthard.shape.EditorView;
import gotthard.shape.Names;
import gotthard.shape.Shape;
import gotthard.yaml.Entry;
import gotthard.yaml.Node;
import gotthard.yaml.Style;
import gotthard.yaml.YamlReader;

import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;

/// The schemas and the readers of the documents accept and refuse the same, as far as a schema can tell.
class DocumentShapesTest {
    /// What a schema can see. The rest (references, rules between keys, the spelling of countries and paths) only the reader sees.
    private static final Set<String> VISIBLE =
            Set.of(
                    "unknown-key",
                    "missing-key",
                    "wrong-type",
                    "no-value",
                    "unknown-value",
                    "too-few-items",
                    "not-one-key",
                    "wrong-kind",
                    "wrong-api-version");

    private static Shape<?> shape(String kind) {
        return Objects.requireNonNull(DocumentShapes.all(Kinds.installed()).get(kind));
    }

    private static Node node(String source) throws IOException {
        return YamlReader.read(source, Files.readString(Path.of(source)))
                .toOptional()
                .orElseThrow();
    }

    private static Checked<?> read(String kind, String yaml) {
        return switch (kind) {
            case "inventory" -> InventoryDocument.read("x.yaml", yaml);
            case "policy" -> PolicyDocument.read("x.yaml", yaml, Names.unchecked());
            case "plan" -> PlanDocument.read("x.yaml", yaml, Names.unchecked());
            default -> ProgrammeDocument.read("x.yaml", yaml);
        };
    }

    @Nested
    class ShippedDocument {
        @ParameterizedTest
        @CsvSource({
            "inventory, inventories/sandbox.yaml",
            "inventory, inventories/lab.yaml",
            "inventory, inventories/production.example.yaml",
            "policy, plans/policy.yaml",
            "plan, plans/00-foundation.yaml",
            "plan, plans/10-europe-files.yaml",
            "programme, plans/programme.yaml"
        })
        void isTakenByBoth(String kind, String source) throws IOException {
            var editor = EditorView.of(shape(kind));

            assertThat(read(kind, Files.readString(Path.of(source))).isValid()).isTrue();
            assertThat(editor.accepts(node(source))).isTrue();
        }

        @ParameterizedTest
        @CsvSource({
            "inventory, inventories/lab.yaml",
            "policy, plans/policy.yaml",
            "plan, plans/10-europe-files.yaml",
            "programme, plans/programme.yaml"
        })
        void isRefusedByBothWhereverItIsBroken(String kind, String source) throws IOException {
            var editor = EditorView.of(shape(kind));
            var disagreements = new ArrayList<String>();

            for (Node broken : Mutants.of(node(source))) {
                String json = EditorView.json(broken);
                List<Problem> problems = read(kind, json).problems();
                boolean isSeen =
                        problems.stream()
                                .anyMatch(problem -> VISIBLE.contains(problem.code().value()));
                boolean isUnderlined = !editor.accepts(broken);
                if (isSeen != isUnderlined && (isSeen || problems.isEmpty())) {
                    disagreements.add((isSeen ? problems : "only the editor refuses") + " " + json);
                }
            }

            assertThat(disagreements).isEmpty();
        }
    }

    @Nested
    class ParametersOfAStep {
        private static boolean isUnderlined(String with) {
            var plan =
                    """
                    apiVersion: gotthard/v1
                    kind: Plan
                    metadata: {name: p, owner: o, title: t}
                    spec: {steps: [{id: a, action: approve, with: %s}]}
                    """
                            .formatted(with);
            return !EditorView.of(shape("plan"))
                    .accepts(YamlReader.read("p.yaml", plan).toOptional().orElseThrow());
        }

        @Test
        void areCheckedByTheirAction() {
            assertThat(isUnderlined("{oneOfEach: [lead], validFor: 1d}")).isFalse();
            assertThat(isUnderlined("{oneOfEach: [lead], validFor: one day}")).isTrue();
            assertThat(isUnderlined("{onOfEach: [lead]}")).isTrue();
        }

        @Test
        void mayHoldVariables() {
            assertThat(isUnderlined("{oneOfEach: [\"${role}\"], validFor: \"${days}d\"}"))
                    .isFalse();
        }
    }

    /// A document with one thing broken, in every place; what stands under `with` is left alone.
    private static final class Mutants {
        private Mutants() {}

        static List<Node> of(Node node) {
            var place = node.place();
            var others =
                    List.<Node>of(
                            new Node.Mapping(List.of(), place),
                            new Node.Sequence(List.of(), place),
                            new Node.Scalar("", Style.PLAIN, place),
                            new Node.Scalar("a text", Style.QUOTED, place),
                            new Node.Scalar("12", Style.PLAIN, place));
            return Stream.concat(others.stream(), inside(node)).toList();
        }

        private static Stream<Node> inside(Node node) {
            return switch (node) {
                case Node.Scalar _ -> Stream.empty();
                case Node.Sequence(var items, var place) ->
                        Stream.iterate(0, i -> i < items.size(), i -> i + 1)
                                .flatMap(
                                        i ->
                                                of(items.get(i)).stream()
                                                        .map(broken -> with(items, i, broken)))
                                .map(changed -> new Node.Sequence(changed, place));
                case Node.Mapping mapping -> inside(mapping);
            };
        }

        private static Stream<Node> inside(Node.Mapping mapping) {
            List<Entry> entries = mapping.entries();
            var changed = new ArrayList<List<Entry>>();
            changed.add(
                    with(
                            new ArrayList<>(entries),
                            entries.size(),
                            new Entry(
                                    new Node.Scalar("unheard", Style.PLAIN, mapping.place()),
                                    new Node.Scalar("of", Style.PLAIN, mapping.place()))));
            for (int i = 0; i < entries.size(); i++) {
                Entry entry = entries.get(i);
                var fewer = new ArrayList<>(entries);
                fewer.remove(i);
                changed.add(fewer);
                if (!entry.key().text().equals("with")) {
                    for (Node broken : of(entry.value())) {
                        changed.add(with(entries, i, new Entry(entry.key(), broken)));
                    }
                }
            }
            return changed.stream().map(all -> new Node.Mapping(all, mapping.place()));
        }

        private static <T> List<T> with(List<T> all, int index, T other) {
            var changed = new ArrayList<>(all);
            if (index == changed.size()) {
                changed.add(other);
            } else {
                changed.set(index, other);
            }
            return changed;
        }
    }
}
