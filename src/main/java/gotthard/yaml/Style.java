package gotthard.yaml;

/// How a scalar was written.
public enum Style {
    /// Bare: `NO`, `12`, `null`.
    PLAIN,
    /// In single or double quotes.
    QUOTED,
    /// As a `|` or `>` block.
    BLOCK
}
