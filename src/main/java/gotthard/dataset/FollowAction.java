package gotthard.dataset;

import gotthard.action.Access;
import gotthard.action.Before;
import gotthard.action.Behind;
import gotthard.action.ByHand;
import gotthard.action.Context;
import gotthard.action.Declaration;
import gotthard.action.Difference;
import gotthard.action.Evidence;
import gotthard.action.Forecast;
import gotthard.action.Outcome;
import gotthard.action.Prediction;
import gotthard.action.Prompt;
import gotthard.action.Route;
import gotthard.action.Unreachable;
import gotthard.action.Verdict;
import gotthard.shape.Durations;
import gotthard.transfer.Amounts;
import gotthard.world.Effect;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/// Keeps cells at one site near to what another site has, pass after pass.
final class FollowAction implements OverWays {
    private final List<Route> routes;
    private final Following.Terms terms;
    private final Level level;

    FollowAction(List<Route> routes, Following.Terms terms, Level level) {
        this.routes = List.copyOf(routes);
        this.terms = terms;
        this.level = level;
    }

    @Override
    public List<Route> ways() {
        return routes;
    }

    @Override
    public Declaration declaration() {
        String names =
                routes.stream().map(one -> one.cell().toString()).collect(Collectors.joining(", "));
        var access = new HashSet<Access>();
        routes.forEach(route -> access.addAll(route.access()));
        return new Declaration(
                "follow %s from %s to %s".formatted(names, terms.from(), terms.to()),
                Set.of(terms.from(), terms.to()),
                routes.stream()
                        .map(
                                one ->
                                        (Effect)
                                                new Effect.Copy(
                                                        one.cell(),
                                                        terms.from(),
                                                        terms.to(),
                                                        level == Level.FULL))
                        .toList(),
                routes.getFirst().leavings(),
                Declaration.Reversal.RESTORES,
                access,
                Declaration.Guard.DETECTED,
                Declaration.Guard.DETECTED);
    }

    @Override
    public ByHand byHand(Prompt prompt) {
        ByHand.Told once = ByHand.Told.all(routes.stream().map(way -> way.byHand(prompt)).toList());
        var act = new ArrayList<>(once.act());
        act.add(
                ByHand.say(
                        "Again and again, until a pass, from its beginning to its end, takes no longer than the plan allows %s to be behind (lag); then go on."
                                .formatted(terms.to())));
        return new ByHand.Told(act, once.check(), once.undo());
    }

    @Override
    public Prediction predict(Context context, Forecast earlier)
            throws InterruptedException, Unreachable {
        try (var outlooks = new Outlooks()) {
            outlooks.look(routes, Trail.read(context.resumedFrom()), context);
            return outlooks.prediction("the target has all that its source has");
        }
    }

    @Override
    public Verdict verify(Context context) throws InterruptedException, Unreachable {
        Trail trail = Trail.read(context.resumedFrom());
        Comparing.Sum sum = new Comparing(routes, trail, context).all();
        Route.Late late = sum.sum().late();
        var differences = new ArrayList<>(sum.sum().differences());
        if (!terms.lag().admits(late.bytes(), sum.age())) {
            differences.add(
                    new Difference(
                            "the lag of " + terms.to(),
                            "at most " + terms.lag(),
                            late(late, sum.age()),
                            Difference.Owner.OURS_OR_ABSENT));
        }
        return differences.isEmpty()
                ? new Verdict.Holds(evidence(sum, trail))
                : new Verdict.Differs(differences);
    }

    private Evidence evidence(Comparing.Sum sum, Trail trail) {
        Route.Compared all = sum.sum();
        String asOf =
                trail.first()
                        .map(moment -> "as of %s at %s: ".formatted(moment, terms.from()))
                        .orElse("");
        String late = all.late().things() == 0 ? "" : "; lag " + late(all.late(), sum.age());
        return new Evidence(
                all.compared(),
                all.of(),
                all.bytes(),
                asOf
                        + Telling.equal(routes, level, all, terms.from() + " and " + terms.to())
                        + late,
                all.details(),
                Optional.of(new Behind(all.late().bytes(), sum.age())));
    }

    /// `12.0 MB, 40s: 3 files`.
    private String late(Route.Late late, Duration age) {
        return "%s, %s: %s"
                .formatted(
                        Amounts.bytes(late.bytes()),
                        Durations.text(age),
                        Telling.count(routes, late.things()));
    }

    @Override
    public Outcome apply(Context context, Before before) throws InterruptedException, Unreachable {
        return new Following(routes, terms, context).follow();
    }
}
