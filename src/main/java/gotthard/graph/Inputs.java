package gotthard.graph;

import gotthard.action.Kind;
import gotthard.action.Sources;
import gotthard.yaml.Node;

import java.util.List;

/// The digest of all that a step was made of.
///
/// It is SHA-256 over the [Canonical] form of the kind, its version, the parameters (keys sorted; comments, quotes and order of keys
/// don't count), then each file that the kind read, by its text. The names of files don't count.
final class Inputs {
    private Inputs() {}

    static String digest(Kind<?> kind, Node with, List<Sources.Source> read) {
        var canonical =
                new Canonical().text(kind.name()).text(Integer.toString(kind.version())).node(with);
        read.forEach(source -> canonical.text(source.text()));
        return canonical.digest();
    }
}
