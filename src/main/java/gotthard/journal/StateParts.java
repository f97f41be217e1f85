package gotthard.journal;

import gotthard.graph.StepId;
import gotthard.inventory.PersonName;
import gotthard.inventory.SiteName;

import org.pcollections.HashTreePMap;
import org.pcollections.PMap;
import org.pcollections.TreePVector;

import java.time.Instant;
import java.util.Comparator;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/// Where a run stands, taken apart and put together. For snapshots only: a component more in what is replayed must come here, too,
/// and the patterns see to that.
final class StateParts {
    private StateParts() {}

    static Json.Members members(RunState state) {
        Splitting to = Splitting.allWords();
        switch (state) {
            case RunState(
                            var id,
                            var opening,
                            var openedAt,
                            var direction,
                            var steps,
                            var approvals,
                            var handled,
                            var last,
                            var lastAt,
                            var ending,
                            var expected,
                            var operations) -> {
                to.word("run", id.value())
                        .within("opening", part -> OpeningParts.opening(part, opening));
                StepParts.moment(to, "openedAt", openedAt)
                        .fact("direction", direction)
                        .each(
                                "records",
                                steps.values().stream()
                                        .sorted(Comparator.comparing(StepRecord::id))
                                        .toList(),
                                StepParts::record)
                        .each("approvals", approvals, RequestParts::approve)
                        .fact("handled", handled)
                        .fact("last", last);
                StepParts.moment(to, "lastAt", lastAt);
                ending.ifPresent(how -> to.fact("ending", how));
                expected.ifPresent(
                        what -> to.within("expected", part -> ExpectedParts.expected(part, what)));
                to.within("operations", part -> operations(part, operations));
            }
        }
        return to.parts().words();
    }

    static RunState state(Json.Members members) {
        Joining from = Joining.allWords(members);
        PMap<StepId, StepRecord> steps = HashTreePMap.empty();
        for (StepRecord record : from.each("records", StepParts::record)) {
            steps = steps.plus(record.id(), record);
        }
        return new RunState(
                new RunId(from.word("run")),
                OpeningParts.opening(from.within("opening")),
                StepParts.moment(from, "openedAt"),
                from.choice("direction", Event.Direction.class),
                steps,
                TreePVector.from(from.each("approvals", RequestParts::approve)),
                from.number("handled"),
                from.number("last"),
                StepParts.moment(from, "lastAt"),
                from.hasFact("ending")
                        ? Optional.of(from.choice("ending", Ending.class))
                        : Optional.empty(),
                from.hasFact("expected")
                        ? Optional.of(ExpectedParts.expected(from.within("expected")))
                        : Optional.empty(),
                operations(from.within("operations")));
    }

    private static void operations(Splitting to, Operations operations) {
        switch (operations) {
            case Operations(
                            var paused,
                            var pausedSteps,
                            var claims,
                            var waivers,
                            var cancelled,
                            var collected,
                            var spared,
                            var imported,
                            var waived) -> {
                paused.ifPresent(it -> to.within("paused", part -> standing(part, it)));
                to.each(
                        "pausedSteps",
                        new TreeMap<>(pausedSteps).entrySet(),
                        (item, pause) -> {
                            item.word("id", pause.getKey().value());
                            standing(item, pause.getValue());
                        });
                to.each(
                        "claims",
                        new TreeMap<>(claims).values(),
                        (item, claim) -> OperationParts.operation(item, claim));
                to.each(
                        "waivers",
                        new TreeMap<>(waivers).entrySet(),
                        (item, waiver) ->
                                item.word("id", waiver.getKey().value())
                                        .fact("until", waiver.getValue()));
                cancelled.ifPresent(it -> to.within("cancelled", part -> standing(part, it)));
                collected.ifPresent(at -> StepParts.moment(to, "collected", at));
                imported.ifPresent(asOf -> StepParts.moment(to, "imported", asOf));
                to.each("waived", waived, WaivedParts::waived);
                to.each(
                        "spared",
                        new TreeMap<>(spared).entrySet(),
                        (item, site) ->
                                SiteParts.paused(
                                        StepParts.moment(item, "since", site.getValue().since()),
                                        site.getKey(),
                                        site.getValue().pause()));
            }
        }
    }

    private static Operations operations(Joining from) {
        PMap<StepId, Operations.Standing> pausedSteps = HashTreePMap.empty();
        for (var pause :
                from.each(
                        "pausedSteps",
                        item -> Map.entry(new StepId(item.word("id")), standing(item)))) {
            pausedSteps = pausedSteps.plus(pause.getKey(), pause.getValue());
        }
        PMap<StepId, Operation.Resolve> claims = HashTreePMap.empty();
        for (Operation claim : from.each("claims", OperationParts::operation)) {
            if (claim instanceof Operation.Resolve resolve) {
                claims = claims.plus(resolve.step(), resolve);
            }
        }
        PMap<StepId, Instant> waivers = HashTreePMap.empty();
        for (var waiver :
                from.each(
                        "waivers",
                        item -> Map.entry(new StepId(item.word("id")), item.instant("until")))) {
            waivers = waivers.plus(waiver.getKey(), waiver.getValue());
        }
        return new Operations(
                maybeStanding(from, "paused"),
                pausedSteps,
                claims,
                waivers,
                maybeStanding(from, "cancelled"),
                StepParts.maybeMoment(from, "collected"),
                spared(from),
                StepParts.maybeMoment(from, "imported"),
                TreePVector.from(from.each("waived", WaivedParts::waived)));
    }

    private static PMap<SiteName, Operations.Spared> spared(Joining from) {
        PMap<SiteName, Operations.Spared> spared = HashTreePMap.empty();
        for (var site :
                from.each(
                        "spared",
                        item ->
                                Map.entry(
                                        SiteParts.paused(item), StepParts.moment(item, "since")))) {
            spared =
                    spared.plus(
                            site.getKey().site(),
                            new Operations.Spared(site.getKey().pause(), site.getValue()));
        }
        return spared;
    }

    private static void standing(Splitting to, Operations.Standing standing) {
        StepParts.moment(to, "since", standing.since())
                .word("by", standing.by().value())
                .word("why", standing.why());
    }

    private static Operations.Standing standing(Joining from) {
        return new Operations.Standing(
                new PersonName(from.word("by")), from.word("why"), StepParts.moment(from, "since"));
    }

    private static Optional<Operations.Standing> maybeStanding(Joining from, String key) {
        return from.hasFact(key) ? Optional.of(standing(from.within(key))) : Optional.empty();
    }
}
