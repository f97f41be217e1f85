package gotthard.objects;

import gotthard.action.Kind;
import gotthard.action.Moving;
import gotthard.action.Scope;
import gotthard.action.Work;
import gotthard.inventory.CellPlace;
import gotthard.inventory.Store;
import gotthard.problem.Checked;
import gotthard.problem.Code;
import gotthard.shape.Shape;

/// `objects.copy`: the objects of cells, from a bucket of one site to a bucket of another.
public final class CopyKind implements Kind<CopyKind.With> {
    private static final Moving.Kept IN_A_BUCKET =
            new Moving.Kept(
                    new Code("no-bucket"),
                    "bucket",
                    "a store that is a bucket",
                    place -> place.store() instanceof Store.InBucket);

    /// The parameters.
    public record With(Moving moving, Level level) {}

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
                    return values -> new With(moving.apply(values), values.of(level));
                });
    }

    @Override
    public Checked<Work> bind(With with, Scope scope) {
        return with.moving()
                .bind(name(), scope, IN_A_BUCKET)
                .<Work>map(
                        bound ->
                                new Work.Change(
                                        new CopyAction(
                                                bound.from(),
                                                bound.to(),
                                                bound.cells().stream()
                                                        .map(CopyKind::shelves)
                                                        .toList(),
                                                with.level())));
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
