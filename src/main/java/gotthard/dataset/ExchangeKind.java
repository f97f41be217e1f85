package gotthard.dataset;

import gotthard.action.Kind;
import gotthard.action.Moving;
import gotthard.action.Route;
import gotthard.action.Scope;
import gotthard.action.Work;
import gotthard.files.MoverOptions;
import gotthard.files.Via;
import gotthard.inventory.DataType;
import gotthard.inventory.DataTypeName;
import gotthard.inventory.Inventory;
import gotthard.inventory.RegionName;
import gotthard.inventory.SiteName;
import gotthard.problem.Checked;
import gotthard.problem.Code;
import gotthard.problem.Problem;
import gotthard.shape.Shape;

import java.util.List;
import java.util.Optional;

/// `dataset.exchange`: gives two sites all that either has of data that are only added to.
public final class ExchangeKind implements Kind<ExchangeKind.With> {
    private static final Code MUTABLE = new Code("exchange-mutable");
    private static final Code NOT_TWO = new Code("exchange-between");

    /// The parameters.
    ///
    /// @param between two sites
    /// @param regions the group's when empty
    public record With(
            DataTypeName data,
            List<SiteName> between,
            List<RegionName> regions,
            Level level,
            Optional<Via> via,
            MoverOptions movers) {
        public With {
            between = List.copyOf(between);
            regions = List.copyOf(regions);
        }
    }

    /// Needs nothing; found by `ServiceLoader`.
    public ExchangeKind() {}

    @Override
    public String name() {
        return "dataset.exchange";
    }

    @Override
    public int version() {
        return 1;
    }

    @Override
    public String summary() {
        return "Gives two sites all that either has of data that are only added to, and compares them; between hosts, volumes or buckets";
    }

    @Override
    public Shape<With> parameters() {
        return Shape.object(
                fields -> {
                    var data =
                            fields.required(
                                    "data",
                                    Shape.reference(Inventory.DATA, DataTypeName::new),
                                    "the kind of data to exchange, which is append-only");
                    var between =
                            fields.required(
                                    "between",
                                    Shape.reference(Inventory.SITE, SiteName::new).nonEmptyList(),
                                    "the two sites");
                    var regions =
                            fields.optional(
                                    "regions",
                                    Shape.reference(Inventory.REGION, RegionName::new).list(),
                                    List.of(),
                                    "the regions to exchange; the group's without it");
                    var level =
                            fields.optional(
                                    "level",
                                    Shape.enumeration(Level.class),
                                    Level.FULL,
                                    "how the two sites are compared");
                    var via = Via.of(fields);
                    var movers = MoverOptions.of(fields);
                    return values ->
                            new With(
                                    values.of(data),
                                    values.of(between),
                                    values.of(regions),
                                    values.of(level),
                                    via.apply(values),
                                    movers.apply(values));
                });
    }

    @Override
    public Checked<Work> bind(With with, Scope scope) {
        List<SiteName> sites = with.between();
        if (sites.size() != 2 || sites.get(0).equals(sites.get(1))) {
            return Checked.invalid(
                    Problem.error(
                                    NOT_TWO,
                                    scope.place(),
                                    "%s is between two sites, not %s".formatted(name(), sites))
                            .withAdvice("name two different sites under \"between\""));
        }
        DataType type = scope.inventory().data().get(with.data());
        if (type != null && type.mutability() == DataType.Mutability.MUTABLE) {
            return Checked.invalid(
                    Problem.error(
                                    MUTABLE,
                                    scope.place(),
                                    "%s is mutable: of two that differ, %s can't say which one counts"
                                            .formatted(with.data(), name()))
                            .withAdvice("follow one of the sites with dataset.follow"));
        }
        var moving =
                new Moving(with.data(), Optional.of(sites.get(0)), sites.get(1), with.regions());
        return moving.bind(name(), scope, Ways.KEPT).flatMap(bound -> work(with, bound, scope));
    }

    private Checked<Work> work(With with, Moving.Bound bound, Scope scope) {
        var carriage = new Ways.Carriage.BothWays(with.via(), with.movers());
        var ways = new Ways(name(), scope, with.level(), carriage);
        var names = new Ways(name(), scope, Level.COUNT, carriage);
        return ways.of(bound, Route.Manner.MERGE)
                .flatMap(
                        there ->
                                names.of(reversed(bound), Route.Manner.RETURN)
                                        .map(
                                                back ->
                                                        new Work.Change(
                                                                new ExchangeAction(
                                                                        new ExchangeAction.Sites(
                                                                                bound.from(),
                                                                                bound.to()),
                                                                        there,
                                                                        back,
                                                                        with.level()))));
    }

    private static Moving.Bound reversed(Moving.Bound bound) {
        return new Moving.Bound(
                bound.to(),
                bound.from(),
                bound.cells().stream()
                        .map(cell -> new Moving.Bound.Cell(cell.id(), cell.to(), cell.from()))
                        .toList());
    }
}
