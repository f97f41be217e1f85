package gotthard.graph;

import gotthard.action.Declaring;
import gotthard.action.Kind;
import gotthard.action.Scope;
import gotthard.action.Work;
import gotthard.inventory.Inventory;
import gotthard.inventory.SiteName;
import gotthard.problem.Checked;
import gotthard.problem.Code;
import gotthard.problem.Problem;
import gotthard.shape.Located;
import gotthard.shape.Shape;

import java.util.Optional;

/// A kind for tests: moves something to a site, and may name a file.
final class MoveKind implements Kind<MoveKind.Parameters> {
    record Parameters(SiteName to, int files, Optional<Located<String>> list) {}

    @Override
    public String name() {
        return "move";
    }

    @Override
    public int version() {
        return 1;
    }

    @Override
    public String summary() {
        return "Moves something.";
    }

    @Override
    public Shape<Parameters> parameters() {
        return Shape.object(
                fields -> {
                    var to =
                            fields.required(
                                    "to",
                                    Shape.reference(Inventory.SITE, SiteName::new),
                                    "where to");
                    var files = fields.optional("files", Shape.integer(1, 9), 1, "how many files");
                    var list = fields.maybe("list", Shape.text().located(), "a file with a list");
                    return values ->
                            new Parameters(values.of(to), values.of(files), values.of(list));
                });
    }

    @Override
    public Checked<Work> bind(Parameters with, Scope scope) {
        if (scope.group().map(group -> group.from().equals(with.to())).orElse(false)) {
            return Checked.invalid(
                    Problem.error(
                                    new Code("same-site"),
                                    scope.place(),
                                    "this step moves " + with.to() + " to itself")
                            .withAdvice("name another site"));
        }
        Work work = new Work.Change(Declaring.at(with.to(), "move to " + with.to()));
        return with.list()
                .map(file -> scope.sources().read(file.value(), file.place()).map(_ -> work))
                .orElseGet(() -> Checked.valid(work));
    }
}
