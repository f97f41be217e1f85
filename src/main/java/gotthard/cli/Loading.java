package gotthard.cli;

import gotthard.action.Kinds;
import gotthard.action.Work;
import gotthard.graph.Assembled;
import gotthard.graph.Assembly;
import gotthard.graph.DiskTexts;
import gotthard.graph.ProgrammeAssembly;
import gotthard.graph.Step;
import gotthard.inventory.Inventory;
import gotthard.policy.Asked;
import gotthard.problem.Checked;
import gotthard.problem.Place;
import gotthard.problem.Problem;
import gotthard.yaml.Node;
import gotthard.yaml.YamlReader;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

/// Reads a plan with all that it names, from disk, and judges it by its policy. Opens no site.
final class Loading {
    private Loading() {}

    /// The plan compiled, or all that is wrong with any of its documents.
    static Checked<Assembled> plan(String file, Optional<String> inventory) {
        return plan(file, inventory, UnaryOperator.identity());
    }

    /// The same with sites that may be a sandbox.
    ///
    /// @param reached starts the sites where they are one
    static Checked<Assembled> plan(
            String file, Optional<String> inventory, UnaryOperator<Inventory> reached) {
        var texts = DiskTexts.around(file, inventory.stream().toList());
        return Assembly.assemble(file, inventory, texts, Kinds.installed(), reached);
    }

    /// The plans of a programme, in their order, or the one plan of a file.
    static Checked<List<Assembled>> plans(String file, Optional<String> inventory) {
        var texts = DiskTexts.around(file, inventory.stream().toList());
        boolean isProgramme =
                texts.read(file, Place.of(file))
                        .flatMap(text -> YamlReader.read(file, text))
                        .toOptional()
                        .filter(Loading::isProgramme)
                        .isPresent();
        return isProgramme
                ? ProgrammeAssembly.assemble(file, inventory, texts, Kinds.installed())
                        .map(ProgrammeAssembly.Assembled::plans)
                : plan(file, inventory).map(List::of);
    }

    private static boolean isProgramme(Node document) {
        return document instanceof Node.Mapping mapping
                && mapping.get("kind").orElse(document) instanceof Node.Scalar kind
                && kind.text().equals("Programme");
    }

    /// The plan for a verb that works on its sites: what is wrong with it is printed, and ends the verb.
    static Assembled forUse(Call call, String file, Reach reach) throws Trouble {
        Checked<Assembled> checked =
                Sites.reaching(() -> plan(file, call.text(Options.INVENTORY), reach));
        return allowed(call, file, sound(call, file, checked));
    }

    /// What was read: what is wrong with it is printed, and ends the verb.
    static <T> T sound(Call call, String file, Checked<T> checked) throws Trouble {
        Reports.problems(call.console(), checked.problems());
        return switch (checked) {
            case Checked.Invalid<T>(var problems) ->
                    throw new Trouble(
                            Exit.BAD_INPUT,
                            file + " has " + Words.count(problems.size(), "problem"),
                            "mend the documents; gotthard validate " + file + " checks them again");
            case Checked.Valid<T>(var value, _) -> value;
        };
    }

    /// The plan, if its policy allows as on today what it would do.
    static Assembled allowed(Call call, String file, Assembled assembled) throws Trouble {
        LocalDate today = Days.today(call);
        List<Problem> judged = judged(assembled, today);
        Reports.problems(call.console(), judged);
        if (judged.stream().anyMatch(Problem::isError)) {
            throw new Trouble(
                    Exit.FORBIDDEN,
                    "the policy does not allow what " + file + " would do",
                    "change the plan, or have the policy changed by who answers for it");
        }
        return assembled;
    }

    /// All that the plan's policy does not allow as on a day; nothing where it names no policy.
    static List<Problem> judged(Assembled assembled, LocalDate asOf) {
        return assembled
                .policy()
                .map(policy -> policy.judge(asked(assembled), assembled.inventory(), asOf))
                .orElse(List.of());
    }

    private static List<Asked> asked(Assembled assembled) {
        return assembled.graph().steps().stream().flatMap(Loading::asked).toList();
    }

    private static Stream<Asked> asked(Step step) {
        return switch (step.work()) {
            case Work.Approval _ -> Stream.empty();
            case Work.Change(_, var declaration) ->
                    declaration.effects().stream()
                            .map(
                                    effect ->
                                            new Asked(
                                                    effect,
                                                    step.place(),
                                                    "step \"" + step.id() + "\""));
        };
    }
}
