package gotthard.preflight;

/// What is to be brought from a folder to another.
///
/// @param cell what it is, for a person: `europe/suspicious-files`
/// @param store of the target, whose folders share one room
record Cargo(String cell, Spot from, Spot to, Spot store) {}
