package gotthard.transfer;

/// One file or object as it was read from beginning to end.
///
/// @param state by which its place tells later whether it still is the same, in words of that place; nobody else reads it
public record Held(long size, Sha256 content, String state) {}
