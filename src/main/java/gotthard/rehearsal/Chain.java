package gotthard.rehearsal;

import gotthard.graph.Assembled;
import gotthard.graph.StepId;
import gotthard.journal.Ending;

import java.io.IOException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.Set;

/// A run that nothing disturbs but that its coordinators stop: before each step one does, and the next goes on from there, so that the
/// ground before each step can be had again.
final class Chain {
    private final Troupe troupe;
    private final Assembled plan;
    private final Direction direction;
    private final Ground ground;
    private final Shifted clock;
    private final Set<StepId> told;
    private final SequencedMap<StepId, Ground> grounds = new LinkedHashMap<>();
    private final Map<StepId, Integer> acts = new HashMap<>();

    /// @param ground on which it goes on
    /// @param told steps before which nobody stops
    Chain(Troupe troupe, Assembled plan, Direction direction, Ground ground, Set<StepId> told) {
        this.troupe = troupe;
        this.plan = plan;
        this.direction = direction;
        this.ground = ground;
        this.told = new HashSet<>(told);
        clock = new Shifted(troupe.clock());
    }

    /// Goes on to the end, and says how the run ended.
    ///
    /// @param folder for copies of the ground
    Optional<Ending> carryOut(Path folder) throws IOException, InterruptedException {
        Fate fate = fate();
        Optional<Ending> ending = first(fate);
        while (fate.stopped().isPresent()) {
            StepId step = fate.stopped().get();
            count(fate);
            told.add(step);
            grounds.put(step, ground.copy(folder.resolve("before-" + grounds.size())));
            fate = fate();
            ending = coordinator(fate).resume(Coordinator.latest(troupe, ground).id());
        }
        count(fate);
        return ending;
    }

    private Optional<Ending> first(Fate fate) throws InterruptedException {
        return switch (direction) {
            case FORWARD -> coordinator(fate).begin();
            case BACK -> coordinator(fate).rollback(Coordinator.latest(troupe, ground).id());
        };
    }

    private Fate fate() {
        return new Fate(new Plot.Until(direction, told), clock, () -> {});
    }

    private Coordinator coordinator(Fate fate) {
        return new Coordinator(troupe, plan, ground, fate, clock);
    }

    private void count(Fate fate) {
        fate.acts().forEach((step, count) -> acts.merge(step, count, Integer::sum));
    }

    Moments moments() {
        return new Moments(grounds, acts);
    }
}
