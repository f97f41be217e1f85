package gotthard.report;

import gotthard.inventory.SiteName;
import gotthard.world.Effect;

import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/// What would mend a plan whose way back gets stuck.
record BackMending(CellSteps steps) {
    /// Nothing where it is not known.
    Optional<String> advice() {
        Optional<Integer> change =
                steps.find(Effect.Switch.class::isInstance).stream().boxed().findFirst();
        if (change.isEmpty()) {
            return Optional.empty();
        }
        Effect.Switch it = change(change.get());
        List<SiteName> silent =
                it.to().stream().filter(site -> back(site, it.from()).isEmpty()).toList();
        Optional<String> later =
                steps.find(
                                        effect ->
                                                effect
                                                                instanceof
                                                                Effect.StopReplication(
                                                                        _,
                                                                        _,
                                                                        _,
                                                                        var resyncs)
                                                        && !resyncs)
                                .isPresent()
                        ? Optional.of(
                                "When the end of a replication is undone, have the sites compared and what was missed brought; starting again from that moment is not enough.")
                        : Optional.empty();
        if (!silent.isEmpty()) {
            return Optional.of(
                    "Start a replication from "
                            + Sentences.and(silent)
                            + " back to "
                            + it.from()
                            + " before "
                            + steps.name(change.get())
                            + ".");
        }
        return it.to().stream()
                .flatMap(site -> steps.needs(change.get(), back(site, it.from())).stream())
                .findFirst()
                .or(() -> later);
    }

    private OptionalInt back(SiteName from, SiteName to) {
        return steps.find(
                effect ->
                        effect instanceof Effect.Replicate replicate
                                && replicate.from().equals(from)
                                && replicate.at().equals(to));
    }

    private Effect.Switch change(int step) {
        return steps.model().steps().get(step).effects().stream()
                .filter(steps::isHere)
                .filter(Effect.Switch.class::isInstance)
                .map(Effect.Switch.class::cast)
                .findFirst()
                .orElseThrow();
    }
}
