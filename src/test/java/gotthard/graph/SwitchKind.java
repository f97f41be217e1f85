package gotthard.graph;

import gotthard.action.Declaring;
import gotthard.action.Kind;
import gotthard.action.Scope;
import gotthard.action.Work;
import gotthard.inventory.SiteName;
import gotthard.problem.Checked;
import gotthard.shape.Shape;

import java.util.List;
import java.util.Set;

/// A kind for tests that becomes four steps: fence, then drain and warm side by side, then open and tell.
final class SwitchKind implements Kind<String> {
    @Override
    public String name() {
        return "switch";
    }

    @Override
    public int version() {
        return 2;
    }

    @Override
    public String summary() {
        return "Switches something.";
    }

    @Override
    public Shape<String> parameters() {
        return Shape.object(_ -> _ -> "");
    }

    @Override
    public Checked<Work> bind(String with, Scope scope) {
        return Checked.valid(
                new Work.Fragment(
                        List.of(
                                part("open", Set.of("drain", "warm")),
                                part("fence", Set.of()),
                                part("drain", Set.of("fence")),
                                part("warm", Set.of()),
                                part("tell", Set.of("fence")))));
    }

    private static Work.Part part(String id, Set<String> needs) {
        return new Work.Part(
                id, needs, new Work.Change(Declaring.at(new SiteName("zurich-1"), id)));
    }
}
