package gotthard.action;

/// What [Action#capture] found.
public sealed interface Captured {
    record Found(Before before) implements Captured {}

    record Failed(Failure failure) implements Captured {}
}
