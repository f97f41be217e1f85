package gotthard.cli;

import gotthard.action.Kinds;
import gotthard.action.Work;
import gotthard.graph.Assembled;
import gotthard.graph.Assembly;
import gotthard.graph.DiskTexts;
import gotthard.graph.Step;
import gotthard.policy.Asked;
import gotthard.policy.PolicyDocument;
import gotthard.problem.Checked;
import gotthard.problem.Problem;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// Reads a plan with all that it names, from disk, and judges it by its policy. Opens no site.
final class Loading {
    private Loading() {}

    /// The plan compiled, or all that is wrong with any of its documents.
    static Checked<Assembled> plan(String file, Optional<String> inventory) {
        var texts = DiskTexts.around(file, inventory.stream().toList());
        return Assembly.assemble(file, inventory, texts, Kinds.installed());
    }

    /// All that the plan's policy does not allow as on a day; nothing where it names no policy.
    static List<Problem> judged(Assembled assembled, LocalDate asOf) {
        return assembled
                .policy()
                .map(
                        document ->
                                PolicyDocument.read(
                                        document.source(),
                                        document.text(),
                                        assembled.inventory().names()))
                .map(
                        checked ->
                                switch (checked) {
                                    case Checked.Valid<gotthard.policy.Policy>(var policy, _) ->
                                            policy.judge(
                                                    asked(assembled), assembled.inventory(), asOf);
                                    case Checked.Invalid<gotthard.policy.Policy>(var problems) ->
                                            problems;
                                })
                .orElse(List.of());
    }

    private static List<Asked> asked(Assembled assembled) {
        return assembled.graph().steps().stream().flatMap(Loading::asked).toList();
    }

    private static Stream<Asked> asked(Step step) {
        return switch (step.work()) {
            case Work.Approval _ -> Stream.empty();
            case Work.Change(var action) ->
                    action.declaration().effects().stream()
                            .map(
                                    effect ->
                                            new Asked(
                                                    effect,
                                                    step.place(),
                                                    "step \"" + step.id() + "\""));
        };
    }
}
