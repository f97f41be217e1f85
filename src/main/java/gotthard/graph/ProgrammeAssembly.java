package gotthard.graph;

import gotthard.action.Kinds;
import gotthard.plan.Plan;
import gotthard.plan.PlanName;
import gotthard.plan.Programme;
import gotthard.plan.ProgrammeDocument;
import gotthard.problem.Checked;
import gotthard.problem.Code;
import gotthard.problem.Place;
import gotthard.problem.Problem;
import gotthard.problem.Problems;
import gotthard.problem.Quoted;
import gotthard.shape.Located;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Reads a programme and all its plans, side by side, and checks that they come in an order that they allow.
public final class ProgrammeAssembly {
    private static final Code DUPLICATE = new Code("duplicate-plan");
    private static final Code TOO_EARLY = new Code("phase-too-early");
    private static final Code DUE = new Code("phase-due");

    private final Texts texts;
    private final Kinds kinds;
    private final Shared shared = new Shared();
    private final Problems problems = new Problems();

    private ProgrammeAssembly(Texts texts, Kinds kinds) {
        this.texts = texts;
        this.kinds = kinds;
    }

    /// A programme and its plans, in their order.
    public record Assembled(Programme programme, List<gotthard.graph.Assembled> plans) {
        public Assembled {
            plans = List.copyOf(plans);
        }
    }

    /// The programme with its plans, or all that is wrong with any of them.
    ///
    /// @param programme the programme's name, as [Texts] knows it
    /// @param inventory the inventory to use instead of those that the plans name
    public static Checked<Assembled> assemble(
            String programme, Optional<String> inventory, Texts texts, Kinds kinds) {
        var assembly = new ProgrammeAssembly(texts, kinds);
        String source = Paths.normal(programme);
        return texts.read(source, Place.of(source))
                .flatMap(text -> ProgrammeDocument.read(source, text))
                .flatMap(read -> assembly.assemble(read, inventory));
    }

    private Checked<Assembled> assemble(Programme programme, Optional<String> inventory) {
        List<Checked<gotthard.graph.Assembled>> read =
                programme.phases().parallelStream()
                        .map(
                                phase ->
                                        Paths.beside(programme.source(), phase.plan())
                                                .flatMap(
                                                        name ->
                                                                plan(
                                                                        name,
                                                                        phase.plan(),
                                                                        inventory)))
                        .toList();
        var plans = new ArrayList<gotthard.graph.Assembled>();
        Map<PlanName, Place> earlier = new LinkedHashMap<>();
        for (int index = 0; index < read.size(); index++) {
            Programme.Phase phase = programme.phases().get(index);
            problems.take(read.get(index))
                    .ifPresent(
                            assembled -> {
                                check(assembled.plan(), phase, earlier);
                                plans.add(assembled);
                            });
        }
        Replications.check(
                plans.stream().flatMap(plan -> plan.graph().steps().stream()).toList(), problems);
        return problems.checked(new Assembled(programme, plans));
    }

    private Checked<gotthard.graph.Assembled> plan(
            String name, Located<String> written, Optional<String> inventory) {
        Texts asked =
                (file, place) ->
                        texts.read(
                                file,
                                file.equals(name) && !place.hasLine() ? written.place() : place);
        return Assembly.assemble(name, inventory, asked, kinds, shared);
    }

    private void check(Plan plan, Programme.Phase phase, Map<PlanName, Place> earlier) {
        Place place = phase.plan().place();
        String name = Quoted.of(plan.name().value());
        for (PlanName before : plan.after()) {
            if (!earlier.containsKey(before)) {
                problems.add(
                        Problem.error(
                                        TOO_EARLY,
                                        place,
                                        "the plan "
                                                + name
                                                + " comes after "
                                                + Quoted.of(before.value())
                                                + ", which is no earlier phase")
                                .withAdvice(
                                        "put that plan before this one, or correct \"after:\" in "
                                                + plan.source()));
            }
        }
        boolean isTooLate =
                phase.due().isPresent()
                        && plan.due().isPresent()
                        && plan.due().get().isAfter(phase.due().get());
        if (isTooLate) {
            problems.add(
                    Problem.error(
                                    DUE,
                                    place,
                                    "the plan "
                                            + name
                                            + " is due on "
                                            + plan.due().get()
                                            + ", after its phase")
                            .withAdvice("make the two days agree"));
        }
        Place other = earlier.putIfAbsent(plan.name(), place);
        if (other != null) {
            problems.add(
                    Problem.error(
                                    DUPLICATE,
                                    place,
                                    "a plan named "
                                            + name
                                            + " stands already in line "
                                            + other.line())
                            .withAdvice("give each plan a name of its own, and list it once"));
        }
    }
}
