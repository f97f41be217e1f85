package gotthard.graph;

import gotthard.problem.Checked;
import gotthard.problem.Code;
import gotthard.problem.Problem;
import gotthard.problem.Quoted;
import gotthard.shape.Located;

import java.nio.file.InvalidPathException;
import java.nio.file.Path;

/// Names of files as documents write them.
final class Paths {
    private static final Code BAD_PATH = new Code("bad-path");

    private Paths() {}

    /// Without `.` and `..` where they can be left out, so that one file has one name.
    static String normal(String name) {
        return Path.of(name).normalize().toString();
    }

    /// The name of a file whose path starts at a document's folder.
    static Checked<String> beside(String document, Located<String> path) {
        try {
            Path written = Path.of(path.value());
            return written.isAbsolute()
                    ? refuse(path, "is absolute")
                    : Checked.valid(
                            Path.of(document).resolveSibling(written).normalize().toString());
        } catch (InvalidPathException _) {
            return refuse(path, "has characters that no path has");
        }
    }

    private static Checked<String> refuse(Located<String> path, String why) {
        return Checked.invalid(
                Problem.error(
                                BAD_PATH,
                                path.place(),
                                "the path " + Quoted.of(path.value()) + " " + why)
                        .withAdvice("write a path that starts at the folder of this document"));
    }
}
