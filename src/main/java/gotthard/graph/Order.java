package gotthard.graph;

import gotthard.problem.Code;
import gotthard.problem.Place;
import gotthard.problem.Problem;
import gotthard.problem.Problems;
import gotthard.problem.Quoted;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SequencedMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/// Lists steps so that each stands after all that it needs, otherwise as written. Steps that wait for each other are a problem.
final class Order {
    private static final Code CYCLE = new Code("cycle");

    private final SequencedMap<StepId, Map<StepId, Place>> needs;
    private final LinkedHashSet<StepId> waiting;
    private final List<StepId> ordered = new ArrayList<>();

    private Order(SequencedMap<StepId, Map<StepId, Place>> needs) {
        this.needs = needs;
        this.waiting = new LinkedHashSet<>(needs.keySet());
    }

    static List<StepId> of(SequencedMap<StepId, Map<StepId, Place>> needs, Problems problems) {
        var order = new Order(needs);
        order.takeAll();
        while (!order.waiting.isEmpty()) {
            List<StepId> cycle = order.cycle();
            problems.add(order.problem(cycle));
            cycle.forEach(order::take);
            order.takeAll();
        }
        return order.ordered;
    }

    private void takeAll() {
        boolean moved = true;
        while (moved) {
            List<StepId> free = waiting.stream().filter(this::isFree).toList();
            free.forEach(this::take);
            moved = !free.isEmpty();
        }
    }

    private void take(StepId step) {
        waiting.remove(step);
        ordered.add(step);
    }

    private boolean isFree(StepId step) {
        return needed(step).noneMatch(waiting::contains);
    }

    private Stream<StepId> needed(StepId step) {
        return needs.getOrDefault(step, Map.of()).keySet().stream();
    }

    /// Walks from the first step that waits to one that it waits for, until it comes back.
    private List<StepId> cycle() {
        var path = new ArrayList<StepId>();
        StepId next = waiting.getFirst();
        while (!path.contains(next)) {
            path.add(next);
            next = needed(next).filter(waiting::contains).findFirst().orElseThrow();
        }
        return fromFirstWritten(path.subList(path.indexOf(next), path.size()));
    }

    private List<StepId> fromFirstWritten(List<StepId> cycle) {
        StepId first = waiting.stream().filter(cycle::contains).findFirst().orElseThrow();
        int start = cycle.indexOf(first);
        return Stream.concat(
                        cycle.subList(start, cycle.size()).stream(),
                        cycle.subList(0, start).stream())
                .toList();
    }

    private Problem problem(List<StepId> cycle) {
        String path =
                Stream.concat(cycle.stream(), Stream.of(cycle.getFirst()))
                        .map(StepId::value)
                        .collect(Collectors.joining(" → "));
        String places =
                IntStream.range(0, cycle.size())
                        .mapToObj(i -> cycle.get(i) + " at " + place(cycle, i))
                        .collect(Collectors.joining(", "));
        String message =
                cycle.size() == 1
                        ? "step "
                                + Quoted.of(cycle.getFirst().value())
                                + " waits for itself: "
                                + path
                        : "steps wait for each other: " + path;
        return Problem.error(CYCLE, place(cycle, 0), message)
                .withAdvice("take away one of these needs: of " + places);
    }

    private Place place(List<StepId> cycle, int index) {
        StepId next = cycle.get((index + 1) % cycle.size());
        return Objects.requireNonNull(needs.getOrDefault(cycle.get(index), Map.of()).get(next));
    }
}
