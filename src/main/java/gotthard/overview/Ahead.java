package gotthard.overview;

import gotthard.action.Work;
import gotthard.graph.Assembled;
import gotthard.graph.Step;
import gotthard.plan.PlanName;
import gotthard.world.CellId;
import gotthard.world.Effect;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// A plan of a programme of which there is no run yet: as its documents have it.
///
/// @param due the last day on which it is on time; empty where none is written
/// @param after the plans that must be done before it may begin
/// @param steps how many it has
/// @param moving the cells that it copies somewhere, each once
/// @param isOverdue whether its due day is over
public record Ahead(
        PlanName plan,
        String title,
        String owner,
        Optional<LocalDate> due,
        List<PlanName> after,
        int steps,
        List<CellId> moving,
        boolean isOverdue) {
    /// What is true of one whose due day is over, as part of a sentence.
    public static final String OVERDUE = "its due day is over, and it has not begun";

    public Ahead {
        after = List.copyOf(after);
        moving = List.copyOf(moving);
    }

    /// Of a compiled plan.
    ///
    /// @param phase the day that the programme gives it, for plans that name none
    public static Ahead of(Assembled assembled, Optional<LocalDate> phase, Instant now) {
        var plan = assembled.plan();
        Optional<LocalDate> due = plan.due().or(() -> phase);
        LocalDate today = LocalDate.ofInstant(now, ZoneOffset.UTC);
        return new Ahead(
                plan.name(),
                plan.title(),
                plan.owner(),
                due,
                plan.after(),
                assembled.graph().steps().size(),
                assembled.graph().steps().stream()
                        .flatMap(Ahead::copied)
                        .distinct()
                        .sorted()
                        .toList(),
                due.filter(today::isAfter).isPresent());
    }

    /// Red where its due day is over; no light otherwise, since nothing of it can be judged.
    public Optional<Light> light() {
        return isOverdue ? Optional.of(Light.RED) : Optional.empty();
    }

    private static Stream<CellId> copied(Step step) {
        return switch (step.work()) {
            case Work.Approval _ -> Stream.empty();
            case Work.Change(_, var declaration) ->
                    declaration.effects().stream()
                            .filter(Effect.Copy.class::isInstance)
                            .map(Effect::cell);
        };
    }
}
