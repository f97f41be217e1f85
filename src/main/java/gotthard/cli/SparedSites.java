package gotthard.cli;

import gotthard.inventory.SiteName;
import gotthard.journal.Operations;
import gotthard.journal.RunState;
import gotthard.terminal.Amounts;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.TreeMap;

/// Tells which sites a run spares that goes on, and why.
final class SparedSites {
    private SparedSites() {}

    static void tell(Console console, RunState state, Instant now) {
        if (state.ending().isPresent()) {
            return;
        }
        Map<SiteName, Operations.Spared> all = new TreeMap<>(state.operations().sparedSites());
        all.forEach(
                (site, spared) -> {
                    console.result(
                            "  → %s rests since %s, because %s; it goes on by itself"
                                    .formatted(
                                            site,
                                            Amounts.time(Duration.between(spared.since(), now)),
                                            spared.pause()));
                    console.json(
                            JsonLine.of("site-paused")
                                    .put("run", state.id().value())
                                    .put("site", site.value())
                                    .put("since", spared.since().toString())
                                    .put("signal", spared.pause().signal())
                                    .put("value", spared.pause().value())
                                    .put("wanted", spared.pause().threshold()));
                });
    }
}
