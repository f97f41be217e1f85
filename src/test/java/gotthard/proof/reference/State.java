package gotthard.proof.reference;

import gotthard.inventory.SiteName;
import gotthard.proof.Situation;
import gotthard.world.CellId;
import gotthard.world.Holding;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;

/// Where everything stands.
///
/// @param steps sub-step by sub-step, in the script's order
/// @param cells cell by cell, in the model's order
/// @param day index of the model's day
record State(Mode mode, List<Status> steps, List<CellState> cells, int day) {
    enum Mode {
        FORWARD,
        BACK
    }

    enum Status {
        PENDING,
        HALF,
        DONE,
        HALF_UNDONE
    }

    static State first(Script script) {
        return new State(
                Mode.FORWARD,
                List.copyOf(Collections.nCopies(script.subSteps().size(), Status.PENDING)),
                script.grounds().stream().map(Ground::atFirst).toList(),
                0);
    }

    Status of(SubStep subStep) {
        return steps.get(subStep.index());
    }

    boolean are(Status status, Iterable<Integer> subSteps) {
        for (int index : subSteps) {
            if (steps.get(index) != status) {
                return false;
            }
        }
        return true;
    }

    boolean areAll(Status status) {
        return steps.stream().allMatch(status::equals);
    }

    State with(SubStep subStep, Status status) {
        var changed = new ArrayList<>(steps);
        changed.set(subStep.index(), status);
        return new State(mode, List.copyOf(changed), cells, day);
    }

    State with(int cell, CellState state) {
        var changed = new ArrayList<>(cells);
        changed.set(cell, state);
        return new State(mode, steps, List.copyOf(changed), day);
    }

    State in(Mode other) {
        return new State(other, steps, cells, day);
    }

    State nextDay() {
        return new State(mode, steps, cells, day + 1);
    }

    /// As a story shows it.
    Situation situation() {
        var all = new LinkedHashMap<CellId, Map<SiteName, Holding>>();
        var running = new LinkedHashSet<Situation.Link>();
        for (CellState cell : cells) {
            var id = cell.ground().cell.id();
            var sites = new LinkedHashMap<SiteName, Holding>();
            cell.ground().sites.forEach(site -> sites.put(site, cell.at(site).holding()));
            all.put(id, sites);
            cell.ground().edges.stream()
                    .filter(edge -> cell.on(edge).runs())
                    .forEach(edge -> running.add(new Situation.Link(id, edge.from(), edge.to())));
        }
        return new Situation(all, running);
    }
}
