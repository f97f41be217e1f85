package gotthard.proof;

/// A time in which the service of the cells may pause: from the beginning of one step to the end of another, also on the way back.
///
/// @param from index of the step that begins it
/// @param until index of the step that ends it
public record Pause(int from, int until) {}
