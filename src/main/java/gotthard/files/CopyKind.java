package gotthard.files;

import gotthard.action.Kind;
import gotthard.action.Scope;
import gotthard.action.Work;
import gotthard.inventory.CellPlace;
import gotthard.inventory.DataTypeName;
import gotthard.inventory.Inventory;
import gotthard.inventory.RegionName;
import gotthard.inventory.SiteName;
import gotthard.problem.Checked;
import gotthard.problem.Code;
import gotthard.problem.Problem;
import gotthard.problem.Problems;
import gotthard.shape.Shape;
import gotthard.world.CellId;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// `files.copy`: the files of cells, from one site to another.
public final class CopyKind implements Kind<CopyKind.With> {
    private static final Code INCOMPLETE = new Code("copy-incomplete");
    private static final Code NO_FOLDER = new Code("no-folder");

    /// The parameters.
    public record With(
            DataTypeName data,
            Optional<SiteName> from,
            SiteName to,
            List<RegionName> regions,
            Level level,
            Optional<Via> via,
            MoverOptions movers) {
        public With {
            regions = List.copyOf(regions);
        }
    }

    /// Needs nothing; found by `ServiceLoader`.
    public CopyKind() {}

    @Override
    public String name() {
        return "files.copy";
    }

    @Override
    public int version() {
        return 1;
    }

    @Override
    public String summary() {
        return "Copies the files of a data type from one site to another, and verifies their content there";
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
                                    "the site that has the files; the group's without it");
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
                    var via =
                            fields.maybe(
                                    "via",
                                    Shape.enumeration(Via.class),
                                    "what carries the files; without it, what the stores ask for");
                    var movers = MoverOptions.of(fields);
                    return values ->
                            new With(
                                    values.of(data),
                                    values.of(from),
                                    values.of(to),
                                    values.of(regions),
                                    values.of(level),
                                    values.of(via),
                                    movers.apply(values));
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
                                    "files.copy does not know "
                                            + (from.isEmpty() ? "where from" : "which regions"))
                            .withAdvice("name it under \"with\", or give the plan a group"));
            return problems.checked(new Work.Fragment(List.of()));
        }
        if (from.get().equals(with.to())) {
            problems.add(
                    Problem.error(
                                    INCOMPLETE,
                                    scope.place(),
                                    "files.copy copies from " + with.to() + " to itself")
                            .withAdvice("name another target"));
        }
        var cells = new ArrayList<CellPlaces>();
        for (RegionName region : regions) {
            var source = place(scope, from.get(), region, with.data(), problems);
            var target = place(scope, with.to(), region, with.data(), problems);
            if (source.isPresent() && target.isPresent()) {
                cells.add(
                        new CellPlaces(
                                new CellId(region, with.data()), source.get(), target.get()));
            }
        }
        if (problems.hasErrors()) {
            return new Checked.Invalid<>(problems.sorted());
        }
        return new Ways(with, from.get(), scope).of(cells);
    }

    private static Optional<CellPlace> place(
            Scope scope, SiteName site, RegionName region, DataTypeName data, Problems problems) {
        Optional<CellPlace> place = scope.inventory().place(site, region, data);
        if (place.isEmpty() || place.get().folder().isEmpty()) {
            problems.add(
                    Problem.error(
                                    NO_FOLDER,
                                    scope.place(),
                                    "the inventory does not say in which folder %s keeps %s"
                                            .formatted(site, data))
                            .withAdvice(
                                    "add %s to \"where\" of %s, with a store and a folder in it"
                                            .formatted(site, data)));
            return Optional.empty();
        }
        return place;
    }
}
