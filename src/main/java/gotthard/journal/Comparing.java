package gotthard.journal;

import gotthard.action.Locator;
import gotthard.action.Prediction;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SequencedMap;
import java.util.Set;

/// Compares two predictions of one step, thing by thing. How sure they are makes no difference: what was simulated may be exact by now.
final class Comparing {
    private static final String NOTHING = "nothing";

    private final Prediction then;
    private final Prediction now;
    private final Set<Locator> left;

    private Comparing(Prediction then, Prediction now, Set<Locator> left) {
        this.then = then;
        this.now = now;
        this.left = left;
    }

    /// @param left things that are not compared
    static Comparing of(Prediction then, Prediction now, Set<Locator> left) {
        return new Comparing(then, now, left);
    }

    List<Deviation> deviations() {
        if (now instanceof Prediction.Obstacle(var failure)) {
            return then instanceof Prediction.Obstacle
                    ? List.of()
                    : List.of(new Deviation("the step", told(then), "it would fail: " + failure));
        }
        var deviations = new ArrayList<Deviation>();
        SequencedMap<Locator, String> before = byThing(then);
        SequencedMap<Locator, String> after = byThing(now);
        for (Map.Entry<Locator, String> entry : before.entrySet()) {
            String found = after.getOrDefault(entry.getKey(), NOTHING);
            add(deviations, entry.getKey(), entry.getValue(), found);
        }
        for (Map.Entry<Locator, String> entry : after.entrySet()) {
            if (!before.containsKey(entry.getKey())) {
                add(deviations, entry.getKey(), NOTHING, entry.getValue());
            }
        }
        return deviations;
    }

    private void add(List<Deviation> to, Locator thing, String predicted, String found) {
        if (!left.contains(thing) && !predicted.equals(found)) {
            to.add(new Deviation(thing.where() + " " + thing.path(), predicted, found));
        }
    }

    private static SequencedMap<Locator, String> byThing(Prediction prediction) {
        var told = new LinkedHashMap<Locator, String>();
        for (Prediction.Change change : Expected.changes(prediction)) {
            told.merge(change.thing(), told(change), (one, other) -> one + "; " + other);
        }
        return told;
    }

    private static String told(Prediction.Change change) {
        String head = change.sign().name().toLowerCase(Locale.ROOT) + ": " + change.summary();
        return change.details().isEmpty()
                ? head
                : head + " (" + String.join(", ", change.details()) + ")";
    }

    private static String told(Prediction prediction) {
        int changes = Expected.changes(prediction).size();
        return changes == 0 ? NOTHING : changes == 1 ? "1 change" : changes + " changes";
    }
}
