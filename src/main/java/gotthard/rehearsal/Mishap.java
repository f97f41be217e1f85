package gotthard.rehearsal;

import gotthard.graph.Step;
import gotthard.plan.OnFailure;

import java.util.ArrayList;
import java.util.List;

/// A fault at a step, and the ways from there that are looked at.
record Mishap(Direction direction, Step step, Fault fault, List<Way> ways) {
    Mishap {
        ways = List.copyOf(ways);
    }

    /// All that a step can meet of some faults. What a coordinator does when it is late depends on the way.
    static List<Mishap> of(Direction direction, Step step, List<Fault> faults) {
        var all = new ArrayList<Mishap>();
        for (Fault fault : faults) {
            List<Way> ways = ways(direction, step, fault);
            if (fault == Fault.LATE) {
                ways.forEach(way -> all.add(new Mishap(direction, step, fault, List.of(way))));
            } else {
                all.add(new Mishap(direction, step, fault, ways));
            }
        }
        return all;
    }

    private static List<Way> ways(Direction direction, Step step, Fault fault) {
        boolean isBack = direction == Direction.BACK || turnsBack(step, fault);
        return isBack ? List.of(Way.ROLLBACK) : List.of(Way.values());
    }

    private static boolean turnsBack(Step step, Fault fault) {
        return fault.isForGood() && step.onFailure() == OnFailure.ROLLBACK;
    }

    /// Whether the run goes back from it without being asked.
    boolean goesBackByItself() {
        return switch (direction) {
            case FORWARD -> turnsBack(step, fault);
            case BACK -> fault == Fault.LATE;
        };
    }

    /// @param acts that the undisturbed step asked the sites for
    Plot plot(int acts) {
        boolean dies = direction == Direction.FORWARD && ways.equals(List.of(Way.ROLLBACK));
        return new Plot.At(direction, step.id(), fault, acts / 2, step.deadline(), dies);
    }
}
