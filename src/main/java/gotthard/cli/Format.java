package gotthard.cli;

/// For whom a verb prints.
enum Format {
    /// For people.
    TEXT,
    /// For programs: one JSON object a line, versioned.
    JSON,
    /// For other tools that read documents.
    YAML,
    /// For a page or a comment.
    MARKDOWN
}
