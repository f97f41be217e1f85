package gotthard.run;

import gotthard.journal.RunId;

/// What came of having something done for a run outside of its way forward or back.
public sealed interface Visit<T> {
    record Made<T>(T result) implements Visit<T> {}

    record Busy<T>(RunId run, String holder) implements Visit<T> {}

    record Missing<T>(RunId run) implements Visit<T> {}

    record Impossible<T>(String why) implements Visit<T> {}
}
