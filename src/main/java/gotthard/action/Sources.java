package gotthard.action;

import gotthard.problem.Checked;
import gotthard.problem.Place;
import gotthard.yaml.Node;
import gotthard.yaml.YamlReader;

import java.util.List;

/// Reads the files that a plan names. What is read becomes part of the plan's digest.
public interface Sources {
    /// The text of a UTF-8 file, relative to the plan; missing, too large or outside the project is a located problem.
    ///
    /// @param asked where the plan names it
    Checked<Source> read(String path, Place asked);

    /// The documents of YAML in a file that was read.
    default Checked<List<Node>> documents(Source source) {
        return YamlReader.readAll(source.name(), source.text());
    }

    /// A file that was read.
    ///
    /// @param name the path as problems show it
    record Source(String name, String text) {}
}
