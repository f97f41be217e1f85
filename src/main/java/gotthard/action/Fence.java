package gotthard.action;

/// Rises whenever another coordinator takes over a run; the higher one is right.
public record Fence(long number) {}
