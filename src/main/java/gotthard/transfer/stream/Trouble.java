package gotthard.transfer.stream;

import gotthard.transfer.RelativePath;

/// One thing that is not at the target as at the source, though all others may be.
public record Trouble(RelativePath path, String what, String next) {}
