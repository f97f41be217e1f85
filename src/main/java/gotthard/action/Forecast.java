package gotthard.action;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// What the steps before one will have changed when it runs: a namespace that does not exist yet but will.
public record Forecast(Map<Locator, Prediction.Sign> things) {
    public static final Forecast EMPTY = new Forecast(Map.of());

    public Forecast {
        things = Map.copyOf(things);
    }

    /// What will have happened to a thing by then, if anything.
    public Optional<Prediction.Sign> of(Locator thing) {
        return Optional.ofNullable(things.get(thing));
    }

    /// This and further changes.
    public Forecast and(List<Prediction.Change> changes) {
        var all = new HashMap<>(things);
        changes.forEach(change -> all.put(change.thing(), change.sign()));
        return new Forecast(all);
    }
}
