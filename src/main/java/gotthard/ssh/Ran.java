package gotthard.ssh;

/// How a command ended.
///
/// @param exit 0 to 255
/// @param output the first bytes of what it printed, decoded as UTF-8 and stripped
/// @param errors the first bytes of what it printed on its standard error
public record Ran(int exit, String output, String errors) {
    public boolean isGood() {
        return exit == 0;
    }

    /// The exit code and the first line of its errors, for messages.
    public String reason() {
        String first = errors.lines().findFirst().orElse("");
        return first.isEmpty() ? "exit " + exit : "exit " + exit + ": " + first;
    }
}
