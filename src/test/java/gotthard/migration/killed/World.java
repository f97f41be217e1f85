package gotthard.migration.killed;

import gotthard.journal.Opening;
import gotthard.journal.RunState;
import gotthard.journal.StepRecord;
import gotthard.rehearsal.Names;
import gotthard.sandbox.Contents;

import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;

/// What there is on a ground: files with content, mode and time, Kubernetes objects, marks, and the states of a run's steps. Names that
/// no two runs share (keys, identities, times of now) are written alike. What the mark of a command says of its end is left out: the
/// command's `check` counts. So is whether `ready` looked once or twice before all was fit, for it changes nothing.
record World(SortedMap<String, String> things) {
    /// @param run whose keys are told apart by their steps
    static World of(Ground ground, Optional<RunState> run) throws IOException {
        Names alike = run.map(Names::of).orElse(Names.none());
        SortedMap<String, String> things = new Contents(ground.sandbox()).all(alike);
        run.ifPresent(state -> steps(state, things));
        return new World(things);
    }

    /// Only what is at the sites.
    World outside() {
        var outside = new TreeMap<>(things);
        outside.keySet().removeIf(name -> name.startsWith("step "));
        return new World(outside);
    }

    /// What differs from another, a line each.
    List<String> differences(World other) {
        var names = new TreeSet<>(things.keySet());
        names.addAll(other.things.keySet());
        return names.stream()
                .filter(name -> !there(name).equals(other.there(name)))
                .map(
                        name ->
                                name
                                        + ": "
                                        + there(name)
                                        + ", where it was to be "
                                        + other.there(name))
                .toList();
    }

    private String there(String name) {
        return things.getOrDefault(name, "nothing");
    }

    private static void steps(RunState state, SortedMap<String, String> things) {
        things.put("step of all", state.ending().toString());
        for (Opening.Listed listed : state.opening().steps()) {
            StepRecord record = state.step(listed.id());
            things.put(
                    "step " + listed.id(),
                    "%s, generation %d, touched %s"
                            .formatted(
                                    record.state().getClass().getSimpleName(),
                                    record.generation(),
                                    record.touched() && !listed.id().value().equals("ready")));
        }
    }
}
