package gotthard.graph;

import gotthard.action.Declaration.Reversal;
import gotthard.action.Work;
import gotthard.plan.Group;

import java.util.ArrayList;
import java.util.List;

/// What it costs to stop for good after a step, where steps are done one after the other in the order of the graph.
///
/// @param undone what has to be undone then, the latest first
/// @param stays what nothing brings back
/// @param pauses of the service that have begun by then and not ended
public record Stopping(List<StepId> undone, List<StepId> stays, List<Group.Pause> pauses) {
    public Stopping {
        undone = List.copyOf(undone);
        stays = List.copyOf(stays);
        pauses = List.copyOf(pauses);
    }

    /// After a step of the graph.
    ///
    /// @param pauses of the plan's group
    public static Stopping after(StepId step, Graph graph, List<Group.Pause> pauses) {
        var undone = new ArrayList<StepId>();
        var stays = new ArrayList<StepId>();
        List<StepId> order = graph.steps().stream().map(Step::id).toList();
        int last = order.indexOf(step);
        if (last < 0) {
            throw new IllegalArgumentException(step + " is no step of " + graph.plan());
        }
        for (Step done : graph.steps().subList(0, last + 1)) {
            if (done.work() instanceof Work.Change(_, var declaration)) {
                switch (declaration.reversal()) {
                    case RESTORES -> undone.addFirst(done.id());
                    case IRREVERSIBLE -> stays.add(done.id());
                    case NOTHING_TO_UNDO -> {}
                }
            }
        }
        return new Stopping(
                undone,
                stays,
                pauses.stream().filter(pause -> isOpen(pause, order, last)).toList());
    }

    private static boolean isOpen(Group.Pause pause, List<StepId> order, int last) {
        boolean hasBegun =
                order.subList(0, last + 1).stream().anyMatch(id -> id.isNamed(pause.fromName()));
        boolean isToEnd =
                order.subList(last + 1, order.size()).stream()
                        .anyMatch(id -> id.isNamed(pause.untilName()));
        return hasBegun && isToEnd;
    }

    /// Whether nothing brings back what a step does.
    public static boolean isPointOfNoReturn(Step step) {
        return step.work() instanceof Work.Change(_, var declaration)
                && declaration.reversal() == Reversal.IRREVERSIBLE;
    }
}
