package gotthard.run.simulation;

import gotthard.action.Before;
import gotthard.action.Blob;
import gotthard.action.Difference;
import gotthard.action.Evidence;
import gotthard.action.Verdict;
import gotthard.graph.StepId;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/// All sites as one map of things, each marked with who made it.
final class Site {
    static final String NOBODY = "";
    static final String STRANGER = "stranger";

    private final Map<StepId, List<String>> parts;
    private final Map<String, Thing> things = new TreeMap<>();
    private final Map<String, Thing> initial = new TreeMap<>();
    private final Map<StepId, Boolean> checks = new HashMap<>();
    private final Set<String> mended = new HashSet<>();

    Site(Map<StepId, List<String>> parts) {
        this.parts = parts;
    }

    /// Stands there before the run.
    void put(String name, String content, String owner) {
        things.put(name, new Thing(content, owner));
        initial.put(name, new Thing(content, owner));
    }

    /// The strangers take away what stands in the way.
    void removeForeign() {
        for (List<String> names : parts.values()) {
            for (String name : names) {
                if (isForeign(name)) {
                    things.remove(name);
                    initial.remove(name);
                }
            }
        }
    }

    /// Somebody makes it as wanted by hand; it is theirs then.
    void mend(StepId step) {
        if (parts(step).isEmpty()) {
            checks.put(step, true);
        }
        for (String name : parts(step)) {
            if (isForeign(name)) {
                initial.remove(name);
            }
            mended.add(name);
            things.put(name, new Thing(wanted(name), NOBODY));
        }
    }

    /// Somebody changes what a run has made, and leaves its mark.
    void drift(StepId step) {
        for (String name : parts(step)) {
            if (isMarked(step) && thing(name).content().equals(wanted(name))) {
                things.put(name, new Thing("drifted " + name, thing(name).owner()));
            }
        }
    }

    /// Whether somebody changed what a run has made.
    boolean hasDrifted(StepId step) {
        return parts(step).stream()
                .anyMatch(name -> thing(name).content().equals("drifted " + name));
    }

    /// Whoever changed it puts it back.
    void putBack() {
        things.replaceAll(
                (name, thing) ->
                        thing.content().equals("drifted " + name)
                                ? new Thing(wanted(name), thing.owner())
                                : thing);
    }

    boolean isMended(StepId step) {
        return parts(step).stream().anyMatch(mended::contains);
    }

    List<String> parts(StepId step) {
        return parts.getOrDefault(step, List.of());
    }

    static String wanted(String name) {
        return "new " + name;
    }

    boolean isAsWanted(StepId step) {
        return parts(step).isEmpty()
                ? checks.containsKey(step)
                : parts(step).stream()
                        .allMatch(
                                name ->
                                        things.containsKey(name)
                                                && thing(name).content().equals(wanted(name)));
    }

    /// Whether some part of what a step makes is there.
    boolean isPartlyAsWanted(StepId step) {
        return parts(step).stream().anyMatch(name -> thing(name).content().equals(wanted(name)));
    }

    private Thing thing(String name) {
        return things.getOrDefault(name, new Thing("", NOBODY));
    }

    private boolean isForeign(String name) {
        return thing(name).owner().equals(STRANGER) && !thing(name).content().equals(wanted(name));
    }

    boolean hasForeign(StepId step) {
        return parts(step).stream().anyMatch(this::isForeign);
    }

    Verdict verify(StepId step) {
        if (isAsWanted(step)) {
            return new Verdict.Holds(Evidence.of(1, "as wanted"));
        }
        List<Difference> differences = new ArrayList<>();
        for (String name : parts(step)) {
            var owner =
                    isForeign(name) ? Difference.Owner.FOREIGN : Difference.Owner.OURS_OR_ABSENT;
            if (!thing(name).content().equals(wanted(name))) {
                differences.add(new Difference(name, wanted(name), thing(name).content(), owner));
            }
        }
        if (differences.isEmpty()) {
            differences.add(Difference.missing(step.value(), "checked"));
        }
        return new Verdict.Differs(differences);
    }

    Before capture(StepId step) {
        return image(step, things);
    }

    /// What a capture before the run would have found.
    Before initial(StepId step) {
        return image(step, initial);
    }

    private Before image(StepId step, Map<String, Thing> from) {
        var image = new StringBuilder();
        for (String name : parts(step)) {
            Thing thing = from.get(name);
            if (thing != null) {
                image.append(name).append('=').append(thing.content()).append('\n');
            }
        }
        return image.isEmpty() ? new Before.Absent() : new Before.Inline(Blob.of(image.toString()));
    }

    /// Makes one part; with no parts, the step is a check.
    void make(StepId step, int part, String key) {
        if (parts(step).isEmpty()) {
            checks.put(step, true);
            return;
        }
        String name = parts(step).get(part);
        Thing there = thing(name);
        if (isForeign(name)) {
            return;
        }
        if (!there.owner().equals(NOBODY)
                && !there.owner().equals(STRANGER)
                && !there.owner().equals(key)) {
            throw new Violation(step + " made " + name + " again under a fresh key");
        }
        things.put(name, new Thing(wanted(name), key));
    }

    /// Restores one part, if it carries the key.
    void unmake(StepId step, int part, String key, Before before) {
        String name = parts(step).get(part);
        if (!thing(name).owner().equals(key)) {
            return;
        }
        String old = contents(before).get(name);
        if (old == null) {
            things.remove(name);
        } else {
            things.put(name, new Thing(old, NOBODY));
        }
    }

    Verdict restored(StepId step, String key, Before before) {
        for (String name : parts(step)) {
            if (thing(name).owner().equals(key)) {
                return Verdict.differs(Difference.missing(name, "as before"));
            }
        }
        return new Verdict.Holds(Evidence.of(1, "as before"));
    }

    private static Map<String, String> contents(Before before) {
        Map<String, String> contents = new HashMap<>();
        if (before instanceof Before.Inline(var image)) {
            image.text()
                    .lines()
                    .forEach(line -> contents.put(line.split("=", 2)[0], line.split("=", 2)[1]));
        }
        return contents;
    }

    /// Whether something carries a mark of a run.
    boolean isMarked(StepId step) {
        return parts(step).stream()
                .map(name -> thing(name).owner())
                .anyMatch(owner -> !owner.equals(NOBODY) && !owner.equals(STRANGER));
    }

    /// What is not as it was before the run.
    List<String> changed() {
        List<String> changed = new ArrayList<>();
        things.forEach(
                (name, thing) -> {
                    if (!thing.equals(initial.get(name)) && !mended.contains(name)) {
                        changed.add(name + " is " + thing);
                    }
                });
        initial.forEach(
                (name, thing) -> {
                    if (!things.containsKey(name) && !mended.contains(name)) {
                        changed.add(name + " is gone");
                    }
                });
        return changed;
    }

    /// What strangers made and is no longer as they made it.
    List<String> harmed() {
        return initial.entrySet().stream()
                .filter(entry -> entry.getValue().owner().equals(STRANGER))
                .filter(entry -> !entry.getValue().equals(things.get(entry.getKey())))
                .map(Map.Entry::getKey)
                .toList();
    }

    record Thing(String content, String owner) {}
}
