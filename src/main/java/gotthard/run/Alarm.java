package gotthard.run;

import java.time.Instant;
import java.util.Comparator;

/// When a step is to be taken up again.
///
/// @param index the step's place in the graph
record Alarm(Instant at, int index) implements Comparable<Alarm> {
    private static final Comparator<Alarm> ORDER =
            Comparator.comparing(Alarm::at).thenComparingInt(Alarm::index);

    @Override
    public int compareTo(Alarm other) {
        return ORDER.compare(this, other);
    }
}
