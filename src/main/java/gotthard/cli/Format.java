package gotthard.cli;

import java.util.List;

/// For whom a verb prints.
enum Format {
    /// For people.
    TEXT,
    /// For programs: one JSON object a line, versioned.
    JSON,
    /// For other tools that read documents.
    YAML,
    /// For a page or a comment.
    MARKDOWN;

    /// Whether the words of a command ask for JSON, before or without their being parsed.
    static boolean isJsonAskedFor(List<String> arguments) {
        int at = arguments.indexOf(Options.OUTPUT);
        return arguments.contains(Options.OUTPUT + "=json")
                || (at >= 0 && at + 1 < arguments.size() && arguments.get(at + 1).equals("json"));
    }
}
