package gotthard.dataset;

import gotthard.action.Kind;
import gotthard.action.Moving;
import gotthard.action.Route;
import gotthard.action.Scope;
import gotthard.action.Work;
import gotthard.files.MoverOptions;
import gotthard.files.Via;
import gotthard.inventory.DataType;
import gotthard.problem.Checked;
import gotthard.shape.Shape;

import java.util.Optional;

/// `dataset.follow`: brings what is written at one site to another, pass after pass, until little is lacking.
public final class FollowKind implements Kind<FollowKind.With> {
    private static final int USUAL_PASSES = 20;
    private static final int MOST_PASSES = 10_000;

    /// The parameters.
    public record With(
            Moving moving,
            Lag lag,
            int passes,
            Level level,
            Optional<Via> via,
            MoverOptions movers) {}

    /// Needs nothing; found by `ServiceLoader`.
    public FollowKind() {}

    @Override
    public String name() {
        return "dataset.follow";
    }

    @Override
    public int version() {
        return 1;
    }

    @Override
    public String summary() {
        return "Follows a site that is written: brings what has come since, pass after pass, until the lag is small enough; between hosts, volumes or buckets";
    }

    @Override
    public Shape<With> parameters() {
        return Shape.object(
                fields -> {
                    var moving = Moving.of(fields, "data");
                    var lag =
                            fields.maybe(
                                    "lag",
                                    Lag.SHAPE,
                                    "how far the target may be behind in the end");
                    var passes =
                            fields.optional(
                                    "passes",
                                    Shape.integer(2, MOST_PASSES),
                                    USUAL_PASSES,
                                    "how many passes are made at most; it ends before, where three do not come nearer");
                    var level =
                            fields.optional(
                                    "level",
                                    Shape.enumeration(Level.class),
                                    Level.FULL,
                                    "how the target is verified; passes read only what has changed");
                    var via = Via.of(fields);
                    var movers = MoverOptions.of(fields);
                    return values ->
                            new With(
                                    moving.apply(values),
                                    values.of(lag).orElse(Lag.USUAL),
                                    values.of(passes),
                                    values.of(level),
                                    via.apply(values),
                                    movers.apply(values));
                });
    }

    @Override
    public Checked<Work> bind(With with, Scope scope) {
        return with.moving()
                .bind(name(), scope, Ways.KEPT)
                .flatMap(
                        bound ->
                                ways(with, scope)
                                        .of(bound, manner(with, scope))
                                        .map(
                                                routes ->
                                                        new Work.Change(
                                                                new FollowAction(
                                                                        routes,
                                                                        new Following.Terms(
                                                                                bound.from(),
                                                                                bound.to(),
                                                                                with.lag(),
                                                                                with.passes()),
                                                                        with.level()))));
    }

    private Ways ways(With with, Scope scope) {
        return new Ways(
                name(), scope, with.level(), new Ways.Carriage.OneWay(with.via(), with.movers()));
    }

    private static Route.Manner manner(With with, Scope scope) {
        DataType type = scope.inventory().data().get(with.moving().data());
        return type != null && type.mutability() == DataType.Mutability.MUTABLE
                ? Route.Manner.REPLACE
                : Route.Manner.KEEP;
    }
}
