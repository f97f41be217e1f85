package gotthard.files;

import gotthard.action.Kind;
import gotthard.action.Moving;
import gotthard.action.Scope;
import gotthard.action.Work;
import gotthard.problem.Checked;
import gotthard.problem.Code;
import gotthard.shape.Shape;

import java.util.Optional;

/// `files.copy`: the files of cells, from one site to another.
public final class CopyKind implements Kind<CopyKind.With> {
    private static final Moving.Kept IN_A_FOLDER =
            new Moving.Kept(
                    new Code("no-folder"),
                    "folder",
                    "a store and a folder in it",
                    place -> !place.folder().isEmpty());

    /// The parameters.
    public record With(Moving moving, Level level, Optional<Via> via, MoverOptions movers) {}

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
                    var moving = Moving.of(fields, "files");
                    var level =
                            fields.optional(
                                    "level",
                                    Shape.enumeration(Level.class),
                                    Level.FULL,
                                    "how the copy is verified");
                    var via = Via.of(fields);
                    var movers = MoverOptions.of(fields);
                    return values ->
                            new With(
                                    moving.apply(values),
                                    values.of(level),
                                    via.apply(values),
                                    movers.apply(values));
                });
    }

    @Override
    public Checked<Work> bind(With with, Scope scope) {
        return with.moving()
                .bind(name(), scope, IN_A_FOLDER)
                .flatMap(bound -> new Ways(with, bound, scope).work());
    }
}
