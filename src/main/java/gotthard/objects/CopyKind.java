package gotthard.objects;

import gotthard.action.Kind;
import gotthard.action.Scope;
import gotthard.action.Work;
import gotthard.inventory.CellPlace;
import gotthard.inventory.DataTypeName;
import gotthard.inventory.Inventory;
import gotthard.inventory.RegionName;
import gotthard.inventory.SiteName;
import gotthard.inventory.Store;
import gotthard.problem.Checked;
import gotthard.problem.Code;
import gotthard.problem.Problem;
import gotthard.problem.Problems;
import gotthard.shape.Shape;
import gotthard.world.CellId;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// `objects.copy`: the objects of cells, from a bucket of one site to a bucket of another.
public final class CopyKind implements Kind<CopyKind.With> {
    private static final Code INCOMPLETE = new Code("copy-incomplete");
    private static final Code NO_BUCKET = new Code("no-bucket");

    /// The parameters.
    public record With(
            DataTypeName data,
            Optional<SiteName> from,
            SiteName to,
            List<RegionName> regions,
            Level level) {
        public With {
            regions = List.copyOf(regions);
        }
    }

    /// Needs nothing; found by `ServiceLoader`.
    public CopyKind() {}

    @Override
    public String name() {
        return "objects.copy";
    }

    @Override
    public int version() {
        return 1;
    }

    @Override
    public String summary() {
        return "Copies the objects of a data type from a bucket of one site to a bucket of another, and verifies their content there";
    }

    @Override
    public Shape<With> parameters() {
        return Shape.object(
                fields -> {
                    var data =
                            fields.required(
                                    "data",
                                    Shape.reference(Inventory.DATA, DataTypeName::new),
                                    "the kind of data to copy");
                    var from =
                            fields.maybe(
                                    "from",
                                    Shape.reference(Inventory.SITE, SiteName::new),
                                    "the site that has the objects; the group's without it");
                    var to =
                            fields.required(
                                    "to",
                                    Shape.reference(Inventory.SITE, SiteName::new),
                                    "the site that receives them");
                    var regions =
                            fields.optional(
                                    "regions",
                                    Shape.reference(Inventory.REGION, RegionName::new).list(),
                                    List.of(),
                                    "the regions to copy; the group's without it");
                    var level =
                            fields.optional(
                                    "level",
                                    Shape.enumeration(Level.class),
                                    Level.FULL,
                                    "how the copy is verified");
                    return values ->
                            new With(
                                    values.of(data),
                                    values.of(from),
                                    values.of(to),
                                    values.of(regions),
                                    values.of(level));
                });
    }

    @Override
    public Checked<Work> bind(With with, Scope scope) {
        var problems = new Problems();
        Optional<SiteName> from = scope.from(with.from());
        List<RegionName> regions = scope.regions(with.regions());
        if (from.isEmpty() || regions.isEmpty()) {
            problems.add(
                    Problem.error(
                                    INCOMPLETE,
                                    scope.place(),
                                    "objects.copy does not know "
                                            + (from.isEmpty() ? "where from" : "which regions"))
                            .withAdvice("name it under \"with\", or give the plan a group"));
            return problems.checked(new Work.Fragment(List.of()));
        }
        if (from.get().equals(with.to())) {
            problems.add(
                    Problem.error(
                                    INCOMPLETE,
                                    scope.place(),
                                    "objects.copy copies from " + with.to() + " to itself")
                            .withAdvice("name another target"));
        }
        var cells = new ArrayList<CellShelves>();
        for (RegionName region : regions) {
            var source = shelf(scope, from.get(), region, with.data(), problems);
            var target = shelf(scope, with.to(), region, with.data(), problems);
            if (source.isPresent() && target.isPresent()) {
                cells.add(
                        new CellShelves(
                                new CellId(region, with.data()), source.get(), target.get()));
            }
        }
        if (problems.hasErrors()) {
            return new Checked.Invalid<>(problems.sorted());
        }
        return problems.checked(
                new Work.Change(new CopyAction(from.get(), with.to(), cells, with.level())));
    }

    private static Optional<Shelf> shelf(
            Scope scope, SiteName site, RegionName region, DataTypeName data, Problems problems) {
        Optional<CellPlace> place = scope.inventory().place(site, region, data);
        if (place.isPresent() && place.get().store() instanceof Store.InBucket bucket) {
            return Optional.of(new Shelf(bucket.endpoint(), bucket.bucket(), place.get().folder()));
        }
        problems.add(
                Problem.error(
                                NO_BUCKET,
                                scope.place(),
                                "the inventory does not say in which bucket %s keeps %s"
                                        .formatted(site, data))
                        .withAdvice(
                                "add %s to \"where\" of %s, with a store that is a bucket"
                                        .formatted(site, data)));
        return Optional.empty();
    }
}
