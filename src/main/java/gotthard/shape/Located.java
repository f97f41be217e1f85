package gotthard.shape;

import gotthard.problem.Place;

/// A value that remembers where it was written, for problems that are found later.
public record Located<T>(T value, Place place) {}
