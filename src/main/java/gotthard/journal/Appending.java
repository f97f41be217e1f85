package gotthard.journal;

import java.util.List;

/// What holds for every journal about events to append.
final class Appending {
    private Appending() {}

    /// @param first the number that the first event gets
    /// @throws IllegalArgumentException when the caller has a defect
    static void check(RunId run, long first, List<Event> events) {
        long seq = first;
        for (Event event : events) {
            if (event instanceof Event.RunOpened != (seq == 1)) {
                throw new IllegalArgumentException(
                        "a run begins with its opening and has only one: "
                                + run
                                + ", entry "
                                + seq);
            }
            if (event instanceof Event.Unknown(var kind)) {
                throw new IllegalArgumentException(
                        "only the version that knows \"" + kind + "\" can write it");
            }
            seq++;
        }
    }
}
