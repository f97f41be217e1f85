package gotthard.transfer.stream;

/// What the target has made of a transfer.
///
/// @param files that got their names
/// @param bytes of these
/// @param failed things that are not as at the source, each a [Trouble]
/// @param extra things that only the target has, which stay
public record Tally(long files, long bytes, long failed, long extra) {}
