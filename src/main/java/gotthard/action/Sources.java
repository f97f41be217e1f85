package gotthard.action;

import gotthard.problem.Checked;
import gotthard.problem.Place;

/// Reads the files that a plan names. What is read becomes part of the plan's digest.
public interface Sources {
    /// The text of a UTF-8 file, relative to the plan; missing, too large or outside the project is a located problem.
    ///
    /// @param asked where the plan names it
    Checked<Source> read(String path, Place asked);

    /// A file that was read.
    ///
    /// @param name the path as problems show it
    record Source(String name, String text) {}
}
