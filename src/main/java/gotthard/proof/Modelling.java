package gotthard.proof;

import gotthard.action.Declaration;
import gotthard.action.Work;
import gotthard.graph.Assembled;
import gotthard.graph.Step;
import gotthard.graph.StepId;
import gotthard.inventory.RoleName;
import gotthard.plan.Group;
import gotthard.plan.PlanName;
import gotthard.policy.Policy;
import gotthard.world.Cell;
import gotthard.world.CellId;
import gotthard.world.Effect;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// Makes the model of plans, as they were assembled, and of a day.
public final class Modelling {
    private final List<Assembled> plans;
    private final LocalDate asOf;
    private final List<ModelStep> steps = new ArrayList<>();
    private final List<Pause> pauses = new ArrayList<>();

    /// For each plan its last steps: those that no other of it needs.
    private final Map<PlanName, Set<Integer>> ends = new HashMap<>();

    private Modelling(List<Assembled> plans, LocalDate asOf) {
        this.plans = List.copyOf(plans);
        this.asOf = asOf;
    }

    /// One model of plans that belong together, in their order. A plan begins when all those have ended that it comes after; plans
    /// that say nothing of each other may run at the same time. Of several plans, the names of steps begin with that of their plan.
    public static Model of(List<Assembled> plans, LocalDate asOf) {
        return new Modelling(plans, asOf).model();
    }

    private Model model() {
        plans.forEach(this::add);
        List<Cell> cells = Cells.of(plans);
        List<CellId> ids = cells.stream().map(Cell::id).toList();
        List<Policy> policies = policies();
        var days = new TreeSet<LocalDate>(Set.of(asOf));
        policies.forEach(policy -> days.addAll(policy.turns(ids, asOf)));
        steps.stream().flatMap(step -> step.notBefore().stream()).forEach(days::add);
        return new Model(
                cells,
                steps,
                pauses,
                order(ids, policies),
                List.copyOf(days),
                new PolicyAllowance(policies, plans.stream().map(Assembled::inventory).toList()),
                policies.stream()
                        .flatMap(policy -> policy.signers().stream())
                        .collect(Collectors.toSet()),
                clauses(ids, policies),
                unpaired(ids, policies));
    }

    private static List<Clause> clauses(List<CellId> cells, List<Policy> policies) {
        return policies.stream()
                .flatMap(policy -> policy.rules().stream())
                .flatMap(rule -> rule.among(cells).stream().map(some -> new Clause(rule, some)))
                .toList();
    }

    private static List<Unpaired> unpaired(List<CellId> cells, List<Policy> policies) {
        return policies.stream()
                .flatMap(policy -> policy.rules().stream())
                .flatMap(
                        rule ->
                                rule.unpaired(cells).entrySet().stream()
                                        .map(
                                                entry ->
                                                        new Unpaired(
                                                                rule,
                                                                entry.getKey(),
                                                                entry.getValue())))
                .toList();
    }

    /// Each once, also where several plans name it.
    private List<Policy> policies() {
        var once = new LinkedHashMap<String, Policy>();
        plans.stream()
                .flatMap(plan -> plan.policy().stream())
                .forEach(policy -> once.putIfAbsent(policy.source(), policy));
        return List.copyOf(once.values());
    }

    private static List<Precedence> order(List<CellId> cells, List<Policy> policies) {
        var order = new ArrayList<Precedence>();
        for (CellId later : cells) {
            List<Policy> asking =
                    policies.stream().filter(policy -> policy.comesLate(later)).toList();
            if (asking.isEmpty()) {
                continue;
            }
            for (CellId earlier : cells) {
                if (asking.stream().anyMatch(policy -> policy.comesAfter(later, earlier))) {
                    order.add(new Precedence(earlier, later));
                }
            }
        }
        return order;
    }

    private void add(Assembled plan) {
        var indexes = new LinkedHashMap<StepId, Integer>();
        Set<Integer> before = before(plan);
        var last = new HashSet<Integer>();
        for (Step step : plan.graph().steps()) {
            var needs = new HashSet<Integer>();
            step.needs().forEach(need -> needs.add(Objects.requireNonNull(indexes.get(need))));
            if (step.needs().isEmpty()) {
                needs.addAll(before);
            }
            last.removeAll(needs);
            last.add(steps.size());
            indexes.put(step.id(), steps.size());
            steps.add(step(plan, step, needs));
        }
        ends.put(plan.plan().name(), last);
        plan.plan().group().map(Group::pauses).orElse(List.of()).stream()
                .flatMap(pause -> pauses(pause, indexes).stream())
                .forEach(pauses::add);
    }

    private Set<Integer> before(Assembled plan) {
        var before = new HashSet<Integer>();
        for (PlanName earlier : plan.plan().after()) {
            before.addAll(ends.getOrDefault(earlier, Set.of()));
        }
        return before;
    }

    /// From the first that begins to the last that ends: so for each of the ones with each of the others.
    private static List<Pause> pauses(Group.Pause pause, Map<StepId, Integer> indexes) {
        return named(pause.fromName(), indexes).stream()
                .flatMap(
                        from ->
                                named(pause.untilName(), indexes).stream()
                                        .map(until -> new Pause(from, until)))
                .toList();
    }

    private static List<Integer> named(String name, Map<StepId, Integer> indexes) {
        return indexes.entrySet().stream()
                .filter(entry -> entry.getKey().isNamed(name))
                .map(Map.Entry::getValue)
                .toList();
    }

    private ModelStep step(Assembled plan, Step step, Set<Integer> needs) {
        String name = plans.size() == 1 ? step.id().value() : plan.plan().name() + "/" + step.id();
        return switch (step.work()) {
            case Work.Approval approval ->
                    new ModelStep(
                            name,
                            step.place(),
                            "people approve",
                            needs,
                            List.of(),
                            Optional.of(roles(approval)),
                            false,
                            step.onFailure(),
                            Optional.empty());
            case Work.Change(_, var declaration) ->
                    new ModelStep(
                            name,
                            step.place(),
                            declaration.summary(),
                            needs,
                            declaration.effects(),
                            Optional.empty(),
                            declaration.reversal() == Declaration.Reversal.IRREVERSIBLE,
                            step.onFailure(),
                            plan.graph().timetable().notBefore(step.id()).filter(asOf::isBefore));
        };
    }

    /// The roles without which it does not open; of a number of people with one of several roles, no role is certain.
    private static Set<RoleName> roles(Work.Approval approval) {
        var roles = new LinkedHashSet<>(approval.oneOfEach());
        approval.quorum()
                .filter(quorum -> quorum.of().size() == 1)
                .ifPresent(quorum -> roles.addAll(quorum.of()));
        return roles;
    }

    /// All effects of a plan.
    static List<Effect> effects(Assembled plan) {
        return plan.graph().steps().stream()
                .flatMap(
                        step ->
                                switch (step.work()) {
                                    case Work.Approval _ -> Stream.<Effect>empty();
                                    case Work.Change(_, var declaration) ->
                                            declaration.effects().stream();
                                })
                .toList();
    }
}
