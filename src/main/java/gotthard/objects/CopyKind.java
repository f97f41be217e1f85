package gotthard.objects;

import gotthard.action.Kind;
import gotthard.action.Moving;
import gotthard.action.Scope;
import gotthard.action.Work;
import gotthard.inventory.CellPlace;
import gotthard.inventory.Selection;
import gotthard.inventory.Store;
import gotthard.problem.Checked;
import gotthard.problem.Code;
import gotthard.problem.Place;
import gotthard.problem.Problem;
import gotthard.problem.Problems;
import gotthard.shape.Shape;

import java.util.List;

/// `objects.copy`: the objects of cells, from a bucket of one site to a bucket of another.
public final class CopyKind implements Kind<CopyKind.With> {
    private static final Moving.Kept IN_A_BUCKET =
            new Moving.Kept(
                    new Code("no-bucket"),
                    "bucket",
                    "a store that is a bucket",
                    place -> place.store() instanceof Store.InBucket);

    /// The parameters.
    public record With(Moving moving, Versions versions, Level level) {}

    /// What is copied of an object of a bucket that keeps versions.
    public enum Versions {
        /// What is current.
        CURRENT,
        /// All versions and delete markers, in their order.
        ALL
    }

    private static final Code UNFIT = new Code("versions-unfit");

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
                    var moving = Moving.of(fields, "objects");
                    var level =
                            fields.optional(
                                    "level",
                                    Shape.enumeration(Level.class),
                                    Level.FULL,
                                    "how the copy is verified");
                    var versions =
                            fields.optional(
                                    "versions",
                                    Shape.enumeration(Versions.class),
                                    Versions.CURRENT,
                                    "what is copied of objects of a bucket that keeps versions");
                    return values ->
                            new With(moving.apply(values), values.of(versions), values.of(level));
                });
    }

    @Override
    public Checked<Work> bind(With with, Scope scope) {
        return with.moving()
                .bind(name(), scope, IN_A_BUCKET)
                .flatMap(bound -> work(with, bound, scope));
    }

    private static Checked<Work> work(With with, Moving.Bound bound, Scope scope) {
        List<CellShelves> cells = bound.cells().stream().map(CopyKind::shelves).toList();
        var problems = new Problems();
        if (with.versions() == Versions.ALL) {
            refuse(with, cells, problems, scope.place());
        }
        return problems.checked(
                new Work.Change(
                        new CopyAction(
                                bound.from(), bound.to(), cells, with.versions(), with.level())));
    }

    private static void refuse(With with, List<CellShelves> cells, Problems problems, Place place) {
        if (with.level() == Level.SAMPLE) {
            problems.add(
                    Problem.error(UNFIT, place, "objects.copy takes no sample of all versions")
                            .withAdvice("write \"level: recorded\", or leave out \"level\""));
        }
        for (CellShelves cell : cells) {
            if (cell.selection() instanceof Selection.Tagged) {
                problems.add(
                        Problem.error(
                                        UNFIT,
                                        place,
                                        "a tag tells the objects of %s, and nothing of those that were deleted"
                                                .formatted(cell.cell()))
                                .withAdvice("name them by a list, or leave out \"versions\""));
            }
        }
    }

    private static CellShelves shelves(Moving.Bound.Cell cell) {
        return new CellShelves(
                cell.id(), shelf(cell.from()), shelf(cell.to()), cell.from().selection());
    }

    private static Shelf shelf(CellPlace place) {
        if (!(place.store() instanceof Store.InBucket bucket)) {
            throw new IllegalStateException("in no bucket: " + place);
        }
        return new Shelf(bucket.endpoint(), bucket.bucket(), place.folder());
    }
}
