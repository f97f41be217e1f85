package gotthard.plan;

import gotthard.inventory.SignalName;
import gotthard.shape.Located;
import gotthard.shape.Rate;

import java.util.List;
import java.util.Optional;

/// How a site is spared while a plan is applied.
///
/// @param rate how fast data may move from and to it, in all
/// @param pauseWhen signals of the site; while one of them is bad, nothing starts there and nothing moves
public record Protection(Optional<Rate> rate, List<Located<SignalName>> pauseWhen) {
    public Protection {
        pauseWhen = List.copyOf(pauseWhen);
    }
}
