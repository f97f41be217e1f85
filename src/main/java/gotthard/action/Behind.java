package gotthard.action;

import java.time.Duration;

/// How far a target was behind its source when somebody looked.
///
/// @param bytes that were written at the source and not there yet
/// @param age how long the oldest of them had waited at most; to the millisecond
public record Behind(long bytes, Duration age) {}
