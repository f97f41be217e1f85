package gotthard.cli;

import gotthard.graph.Assembled;
import gotthard.graph.DiskTexts;
import gotthard.inventory.Inventory;
import gotthard.inventory.InventoryDocument;
import gotthard.plan.Programme;
import gotthard.plan.ProgrammeDocument;
import gotthard.policy.PolicyDocument;
import gotthard.problem.Checked;
import gotthard.problem.Code;
import gotthard.problem.Place;
import gotthard.problem.Problem;
import gotthard.problem.Problems;
import gotthard.shape.Names;
import gotthard.yaml.Node;
import gotthard.yaml.YamlReader;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// Checks one document, of whatever kind it is.
///
/// @param inventory to be used in place of the plan's own
/// @param asOf the day as on which policies are judged
record Validation(Optional<String> inventory, LocalDate asOf) {
    private static final Code NO_KIND = new Code("no-kind");

    /// What was found.
    ///
    /// @param kind of document: `plan`
    /// @param said what it is, in a few words, where it is valid
    /// @param judged what the policy does not allow
    record Found(String kind, String said, List<Problem> problems, List<Problem> judged) {
        /// All that is wrong.
        List<Problem> all() {
            return Stream.concat(problems.stream(), judged.stream()).toList();
        }

        boolean isBroken() {
            return problems.stream().anyMatch(Problem::isError);
        }

        boolean isForbidden() {
            return judged.stream().anyMatch(Problem::isError);
        }
    }

    Found of(String file) {
        Checked<String> text = DiskTexts.around(file, List.of()).read(file, Place.of(file));
        return switch (text) {
            case Checked.Invalid<String>(var problems) -> broken("file", problems);
            case Checked.Valid<String>(var content, _) -> of(file, content);
        };
    }

    private Found of(String file, String text) {
        Checked<Node> document = YamlReader.read(file, text);
        return switch (document) {
            case Checked.Invalid<Node>(var problems) -> broken("file", problems);
            case Checked.Valid<Node>(var node, _) ->
                    switch (kind(node)) {
                        case "Plan" -> plan(file);
                        case "Programme" -> programme(file, text);
                        case "Policy" -> policy(file, text);
                        case "Inventory" -> inventory(file, text);
                        default -> broken("file", List.of(noKind(node)));
                    };
        };
    }

    private Found plan(String file) {
        return switch (Loading.plan(file, inventory)) {
            case Checked.Invalid<Assembled>(var problems) -> broken("plan", problems);
            case Checked.Valid<Assembled>(var assembled, var warnings) -> {
                List<Problem> judged = new ArrayList<>(Loading.judged(assembled, asOf));
                if (judged.stream().noneMatch(Problem::isError)) {
                    judged.addAll(Proving.problems(file, List.of(assembled), asOf));
                }
                String policy =
                        assembled.policy().isEmpty()
                                ? "no policy"
                                : "allowed by " + assembled.policy().get().source() + " on " + asOf;
                boolean isProven = judged.isEmpty();
                String said =
                        "%s, %s, on %s, %s%s"
                                .formatted(
                                        assembled.plan().name(),
                                        Words.count(assembled.graph().steps().size(), "step"),
                                        assembled.inventory().name(),
                                        policy,
                                        isProven ? ", proven" : "");
                yield new Found("plan", said, warnings, judged);
            }
        };
    }

    private Found programme(String file, String text) {
        Checked<Programme> read = ProgrammeDocument.read(file, text);
        if (read instanceof Checked.Invalid<Programme>(var problems)) {
            return broken("programme", problems);
        }
        var problems = new Problems();
        var judged = new Problems();
        var phases = problems.take(read).map(Programme::phases).orElse(List.of());
        for (Programme.Phase phase : phases) {
            String plan = Path.of(file).resolveSibling(phase.plan().value()).normalize().toString();
            Checked<String> there =
                    DiskTexts.around(file, List.of()).read(plan, phase.plan().place());
            if (there.isValid()) {
                Found found = of(plan);
                problems.addAll(found.problems());
                judged.addAll(found.judged());
            }
            problems.addAll(there.problems());
        }
        if (problems.sorted().isEmpty() && judged.sorted().isEmpty()) {
            Loading.plans(file, inventory)
                    .toOptional()
                    .ifPresent(plans -> judged.addAll(Proving.problems(file, plans, asOf)));
        }
        return new Found(
                "programme",
                Words.count(phases.size(), "plan"),
                problems.sorted(),
                judged.sorted());
    }

    private Found policy(String file, String text) {
        Names names = inventory.flatMap(this::read).map(Inventory::names).orElse(Names.unchecked());
        Checked<gotthard.policy.Policy> read = PolicyDocument.read(file, text, names);
        String said =
                read.toOptional().map(policy -> Words.count(rules(policy), "rule")).orElse("");
        return new Found("policy", said, read.problems(), List.of());
    }

    private static int rules(gotthard.policy.Policy policy) {
        return policy.residency().size() + policy.rules().size();
    }

    private Found inventory(String file, String text) {
        Checked<Inventory> read = InventoryDocument.read(file, text);
        String said =
                read.toOptional()
                        .map(
                                known ->
                                        known.name()
                                                + ", "
                                                + Words.count(known.sites().size(), "site"))
                        .orElse("");
        return new Found("inventory", said, read.problems(), List.of());
    }

    private Optional<Inventory> read(String file) {
        return DiskTexts.around(file, List.of())
                .read(file, Place.of(file))
                .flatMap(text -> InventoryDocument.read(file, text))
                .toOptional();
    }

    private static Found broken(String kind, List<Problem> problems) {
        return new Found(kind, "", problems, List.of());
    }

    private static String kind(Node document) {
        return document instanceof Node.Mapping mapping
                        && mapping.get("kind").orElse(document) instanceof Node.Scalar kind
                ? kind.text()
                : "";
    }

    private static Problem noKind(Node document) {
        Place place =
                document instanceof Node.Mapping mapping
                        ? mapping.get("kind").map(Node::place).orElse(document.place())
                        : document.place();
        return Problem.error(NO_KIND, place, "this is no document of Gotthard")
                .withAdvice(
                        "begin it with \"apiVersion: gotthard/v1\" and \"kind:\" Plan, Programme, Policy or Inventory");
    }
}
