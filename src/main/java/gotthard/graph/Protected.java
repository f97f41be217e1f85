package gotthard.graph;

import gotthard.inventory.MetricSignal;
import gotthard.shape.Rate;

import java.util.List;
import java.util.Optional;

/// How a site is spared: how fast data may move there, and what it measures that makes everything wait.
public record Protected(Optional<Rate> rate, List<MetricSignal> pauseWhen) {
    public Protected {
        pauseWhen = List.copyOf(pauseWhen);
    }
}
