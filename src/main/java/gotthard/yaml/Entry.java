package gotthard.yaml;

/// A key of a mapping with its value.
public record Entry(Node.Scalar key, Node value) {}
