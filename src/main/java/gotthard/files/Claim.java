package gotthard.files;

import gotthard.action.Fence;

import java.util.ArrayList;
import java.util.List;

/// The fence of the coordinator that works under a key, and the file at the target that says whose turn it is.
///
/// Whoever begins there writes its fence down, unless a higher one is written; each later change is made only while it still stands.
/// Comparing and changing are two moments, so that a coordinator that is overtaken between them gets through with that one change.
record Claim(String file, Fence fence) {
    /// The words of a command that makes the claim.
    List<String> command() {
        return List.of("sh", "-c", Scripts.CLAIM, "sh", Long.toString(fence.number()), file);
    }

    /// The words of a command that changes something while the claim stands.
    ///
    /// @param path what the script gets as `$1`
    List<String> fenced(String script, String path, List<String> more) {
        var words =
                new ArrayList<>(
                        List.of(
                                "sh",
                                "-c",
                                Scripts.FENCED + script,
                                "sh",
                                Long.toString(fence.number()),
                                file,
                                path));
        words.addAll(more);
        return words;
    }
}
