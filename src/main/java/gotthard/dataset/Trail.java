package gotthard.dataset;

import gotthard.action.Checkpoint;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;

/// What is remembered of the passes of a step, so that another process goes on with it. As text: the moments that the last pass is as of, one for
/// each way and separated by blanks, or the earliest where there are too many ways for a checkpoint; how many things and bytes all passes have brought; and a line for each of the last passes.
///
/// @param asOf by the clocks of the sources; empty before the first pass
/// @param things that all passes have brought
/// @param last at most three, the latest at the end
record Trail(List<Instant> asOf, long things, long bytes, List<Pass> last) {
    static final Trail NONE = new Trail(List.of(), 0, 0, List.of());

    private static final int KEPT = 3;
    private static final int MOST_MOMENTS = 256;

    Trail {
        asOf = asOf.size() > MOST_MOMENTS ? List.of(Collections.min(asOf)) : List.copyOf(asOf);
        last = List.copyOf(last);
    }

    static Trail read(Optional<Checkpoint> written) {
        if (written.isEmpty()) {
            return NONE;
        }
        List<String> lines = written.get().text().lines().toList();
        String[] sums = lines.get(1).split(" ", -1);
        return new Trail(
                moments(lines.getFirst()),
                Long.parseLong(sums[0]),
                Long.parseLong(sums[1]),
                lines.stream().skip(2).map(Trail::pass).toList());
    }

    Checkpoint checkpoint() {
        var text = new StringBuilder();
        text.append(
                String.join(
                        " ",
                        asOf.stream().map(one -> Long.toString(one.getEpochSecond())).toList()));
        text.append('\n').append(things).append(' ').append(bytes);
        for (Pass pass : last) {
            text.append('\n')
                    .append(pass.number())
                    .append(' ')
                    .append(pass.bytes())
                    .append(' ')
                    .append(pass.took().toSeconds());
        }
        return new Checkpoint(text.toString());
    }

    /// The number of the pass that comes next.
    int next() {
        return last.isEmpty() ? 1 : last.getLast().number() + 1;
    }

    /// What a way is as of.
    Optional<Instant> asOf(int way) {
        if (asOf.size() == 1) {
            return Optional.of(asOf.getFirst());
        }
        return way < asOf.size() ? Optional.of(asOf.get(way)) : Optional.empty();
    }

    /// Of the ways that come after the first ones.
    Trail from(int way) {
        if (asOf.size() == 1) {
            return this;
        }
        return new Trail(
                asOf.subList(Math.min(way, asOf.size()), asOf.size()), things, bytes, last);
    }

    /// The moment that all ways are as of.
    Optional<Instant> first() {
        return asOf.stream().min(Instant::compareTo);
    }

    /// With one more pass.
    ///
    /// @param brought how many things it brought
    /// @param moved how many bytes
    Trail plus(Pass pass, List<Instant> moments, long brought, long moved) {
        var passes = new ArrayList<>(last);
        passes.add(pass);
        return new Trail(
                moments,
                things + brought,
                bytes + moved,
                passes.subList(Math.max(0, passes.size() - KEPT), passes.size()));
    }

    /// As if passes began now; what was brought is remembered.
    Trail begunAnew() {
        return new Trail(asOf, things, bytes, List.of());
    }

    /// Whether the last three passes, the first of all apart, did not come nearer.
    boolean hasStalled(Lag lag) {
        return last.size() == KEPT
                && last.getFirst().number() > 1
                && !last.get(1).shrank(last.get(0), lag)
                && !last.get(2).shrank(last.get(1), lag);
    }

    private static List<Instant> moments(String line) {
        return line.isEmpty()
                ? List.of()
                : List.of(line.split(" ", -1)).stream()
                        .map(word -> Instant.ofEpochSecond(Long.parseLong(word)))
                        .toList();
    }

    private static Pass pass(String line) {
        String[] words = line.split(" ", -1);
        return new Pass(
                Integer.parseInt(words[0]),
                Long.parseLong(words[1]),
                Duration.ofSeconds(Long.parseLong(words[2])));
    }
}
