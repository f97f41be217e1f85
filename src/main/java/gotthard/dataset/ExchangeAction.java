package gotthard.dataset;

import gotthard.action.Access;
import gotthard.action.Before;
import gotthard.action.ByHand;
import gotthard.action.Context;
import gotthard.action.Declaration;
import gotthard.action.Difference;
import gotthard.action.Evidence;
import gotthard.action.Failure;
import gotthard.action.Forecast;
import gotthard.action.Outcome;
import gotthard.action.Prediction;
import gotthard.action.Progress;
import gotthard.action.Prompt;
import gotthard.action.Route;
import gotthard.action.Unreachable;
import gotthard.action.Verdict;
import gotthard.inventory.SiteName;
import gotthard.transfer.Amounts;
import gotthard.world.CellId;
import gotthard.world.Effect;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.OptionalLong;
import java.util.Set;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// Brings to each of two sites what only the other has. What both have under one name with different content is named before anything is brought.
final class ExchangeAction implements OverWays {
    private final Sites sites;
    private final List<Route> there;
    private final List<Route> back;
    private final List<Route> both;
    private final Level level;

    /// An exchange.
    ///
    /// @param there a way for each cell from the first site to the second
    /// @param back the same cells, the other way
    ExchangeAction(Sites sites, List<Route> there, List<Route> back, Level level) {
        this.sites = sites;
        this.there = List.copyOf(there);
        this.back = List.copyOf(back);
        both = Stream.concat(there.stream(), back.stream()).toList();
        this.level = level;
    }

    /// Between which sites.
    record Sites(SiteName one, SiteName other) {
        @Override
        public String toString() {
            return one + " and " + other;
        }
    }

    @Override
    public List<Route> ways() {
        return both;
    }

    @Override
    public Declaration declaration() {
        String names =
                there.stream().map(way -> way.cell().toString()).collect(Collectors.joining(", "));
        var access = new HashSet<Access>();
        both.forEach(way -> access.addAll(way.access()));
        return new Declaration(
                "exchange %s between %s".formatted(names, sites),
                Set.of(sites.one(), sites.other()),
                there.stream().flatMap(way -> effects(way.cell()).stream()).toList(),
                there.getFirst().leavings(),
                Declaration.Reversal.RESTORES,
                access,
                Declaration.Guard.DETECTED,
                Declaration.Guard.DETECTED);
    }

    /// Two replications that run until all is brought. No copy: undoing one would take what a site had at first.
    private List<Effect> effects(CellId cell) {
        SiteName one = sites.one();
        SiteName other = sites.other();
        return List.of(
                new Effect.Replicate(cell, one, other, Effect.Flow.FOLLOW, true, false),
                new Effect.Replicate(cell, other, one, Effect.Flow.FOLLOW, true, false),
                new Effect.Drain(cell, one, other),
                new Effect.Drain(cell, other, one),
                new Effect.Verify(cell, one, other),
                new Effect.Verify(cell, other, one),
                new Effect.StopReplication(cell, one, other, false),
                new Effect.StopReplication(cell, other, one, false));
    }

    @Override
    public ByHand byHand(Prompt prompt) {
        return ByHand.Told.all(both.stream().map(way -> way.byHand(prompt)).toList());
    }

    @Override
    public Prediction predict(Context context, Forecast earlier)
            throws InterruptedException, Unreachable {
        try (var outlooks = new Outlooks()) {
            outlooks.look(both, Trail.read(context.resumedFrom()), context);
            return outlooks.prediction("both sites have the same");
        }
    }

    @Override
    public Verdict verify(Context context) throws InterruptedException, Unreachable {
        Trail trail = Trail.read(context.resumedFrom());
        Comparing.Sum thither = new Comparing(there, trail, context).all();
        Comparing.Sum hither = new Comparing(back, trail.from(there.size()), context).all();
        var differences = new ArrayList<Difference>(thither.sum().differences());
        hither.sum().differences().stream()
                .filter(difference -> difference.owner() == Difference.Owner.OURS_OR_ABSENT)
                .forEach(differences::add);
        if (!differences.isEmpty()) {
            return new Verdict.Differs(differences);
        }
        Route.Late late = thither.sum().late().plus(hither.sum().late());
        Route.Compared sum = thither.sum();
        if (sum.compared() == 0) {
            return new Verdict.Unreadable(
                    Failure.refused(
                            sites + " both hold nothing, and nothing compared proves nothing",
                            "check the folders of the stores; if they are right, leave this step out"));
        }
        return new Verdict.Holds(
                new Evidence(
                        sum.compared(),
                        sum.of(),
                        sum.bytes(),
                        Telling.equal(there, level, sum, sites.toString()) + since(late),
                        sum.details()));
    }

    private String since(Route.Late late) {
        return late.things() == 0
                ? ""
                : "; %s, %s, came to one of them since"
                        .formatted(
                                Telling.count(there, late.things()), Amounts.bytes(late.bytes()));
    }

    @Override
    public Outcome apply(Context context, Before before) throws InterruptedException, Unreachable {
        Trail trail = Trail.read(context.resumedFrom());
        try (var outlooks = new Outlooks()) {
            outlooks.look(both, trail, context);
            List<Difference> inTheWay = outlooks.sounded();
            if (!inTheWay.isEmpty()) {
                return new Outcome.Failed(Telling.inTheWay(inTheWay));
            }
            var done = new AtomicLong();
            OptionalLong total = outlooks.bytes();
            Outlooks.Sum brought =
                    outlooks.bring(
                            moved ->
                                    context.progress(
                                            new Progress(
                                                    done.addAndGet(moved),
                                                    total,
                                                    Progress.Unit.BYTES,
                                                    "exchanges")));
            if (brought.left() > 0) {
                return new Outcome.Failed(
                        Failure.transientFailure(
                                "%s changed while they were read"
                                        .formatted(Telling.count(there, brought.left())),
                                "it is tried again; stop what writes to them if it goes on"));
            }
            var pass = new Pass(1, brought.bytes(), Duration.ZERO);
            context.checkpoint(
                    trail.plus(pass, brought.asOf(), brought.things(), brought.bytes())
                            .begunAnew()
                            .checkpoint());
            return brought.things() == 0 ? new Outcome.AlreadyDone() : changed(brought);
        }
    }

    private Outcome changed(Outlooks.Sum brought) {
        return new Outcome.Changed(
                new Evidence(
                        brought.things(),
                        brought.things(),
                        brought.bytes(),
                        "%s, %s, exchanged between %s"
                                .formatted(
                                        Telling.count(there, brought.things()),
                                        Amounts.bytes(brought.bytes()),
                                        sites),
                        brought.notes()));
    }
}
