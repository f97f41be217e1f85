package gotthard.kubernetes;

import gotthard.action.Action;
import gotthard.action.Kind;
import gotthard.action.Work;
import gotthard.problem.Checked;
import gotthard.shape.Names;
import gotthard.yaml.YamlReader;

import java.util.Map;

/// Steps as a plan writes them.
final class Steps {
    private Steps() {}

    /// The work of a step, or what is wrong with it.
    static <W> Checked<Work> bind(
            Kind<W> kind, Surroundings around, String with, Map<String, String> files) {
        return YamlReader.read("plan.yaml", with)
                .flatMap(node -> kind.parameters().read(node, Names.unchecked()))
                .flatMap(parameters -> kind.bind(parameters, around.scope(files)));
    }

    /// The action of a step without problems.
    static <W> Action action(
            Kind<W> kind, Surroundings around, String with, Map<String, String> files) {
        Checked<Work> work = bind(kind, around, with, files);
        return switch (work.toOptional().orElseThrow(() -> new AssertionError(work.problems()))) {
            case Work.Change(var action, _) -> action;
            case Work.Approval _, Work.Fragment _ -> throw new AssertionError(work);
        };
    }
}
