package gotthard.action;

import gotthard.inventory.CellPlace;
import gotthard.inventory.DataTypeName;
import gotthard.inventory.Inventory;
import gotthard.inventory.RegionName;
import gotthard.inventory.SiteName;
import gotthard.problem.Checked;
import gotthard.problem.Code;
import gotthard.problem.Problem;
import gotthard.problem.Problems;
import gotthard.shape.Fields;
import gotthard.shape.Shape;
import gotthard.shape.Values;
import gotthard.world.CellId;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;

/// What a step brings from where to where, as it is written under `with`; what it leaves out is the group's.
///
/// @param from the group's without it
/// @param regions the group's when empty
public record Moving(
        DataTypeName data, Optional<SiteName> from, SiteName to, List<RegionName> regions) {
    private static final Code INCOMPLETE = new Code("copy-incomplete");

    public Moving {
        regions = List.copyOf(regions);
    }

    /// Declares its parameters.
    ///
    /// @param things what is brought: `files`
    public static Function<Values, Moving> of(Fields fields, String things) {
        var data =
                fields.required(
                        "data",
                        Shape.reference(Inventory.DATA, DataTypeName::new),
                        "the kind of data to copy");
        var from =
                fields.maybe(
                        "from",
                        Shape.reference(Inventory.SITE, SiteName::new),
                        "the site that has the " + things + "; the group's without it");
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
        return values ->
                new Moving(values.of(data), values.of(from), values.of(to), values.of(regions));
    }

    /// In what both sites must keep a cell.
    ///
    /// @param called in words: `folder`
    /// @param advice what to add to the place of a data type
    public record Kept(Code lacking, String called, String advice, Predicate<CellPlace> fits) {}

    /// What it stands for in a plan.
    public record Bound(SiteName from, SiteName to, List<Cell> cells) {
        public Bound {
            cells = List.copyOf(cells);
        }

        /// Where the inventory keeps a cell at both sites.
        public record Cell(CellId id, CellPlace from, CellPlace to) {}
    }

    /// Finds sites, regions and places.
    ///
    /// @param kind the name of the kind of step
    public Checked<Bound> bind(String kind, Scope scope, Kept kept) {
        Optional<SiteName> source = scope.from(from);
        List<RegionName> wanted = scope.regions(regions);
        if (source.isEmpty() || wanted.isEmpty()) {
            return Checked.invalid(
                    Problem.error(
                                    INCOMPLETE,
                                    scope.place(),
                                    kind
                                            + " does not know "
                                            + (source.isEmpty() ? "where from" : "which regions"))
                            .withAdvice("name it under \"with\", or give the plan a group"));
        }
        var problems = new Problems();
        if (source.get().equals(to)) {
            problems.add(
                    Problem.error(
                                    INCOMPLETE,
                                    scope.place(),
                                    kind + " copies from " + to + " to itself")
                            .withAdvice("name another target"));
        }
        var cells = new ArrayList<Bound.Cell>();
        for (RegionName region : wanted) {
            Optional<CellPlace> here = place(scope, source.get(), region, kept, problems);
            Optional<CellPlace> there = place(scope, to, region, kept, problems);
            if (here.isPresent() && there.isPresent()) {
                cells.add(new Bound.Cell(new CellId(region, data), here.get(), there.get()));
            }
        }
        return problems.checked(new Bound(source.get(), to, cells));
    }

    private Optional<CellPlace> place(
            Scope scope, SiteName site, RegionName region, Kept kept, Problems problems) {
        Optional<CellPlace> place = scope.inventory().place(site, region, data).filter(kept.fits());
        if (place.isEmpty()) {
            problems.add(
                    Problem.error(
                                    kept.lacking(),
                                    scope.place(),
                                    "the inventory does not say in which %s %s keeps %s"
                                            .formatted(kept.called(), site, data))
                            .withAdvice(
                                    "add %s to \"where\" of %s, with %s"
                                            .formatted(site, data, kept.advice())));
        }
        return place;
    }
}
