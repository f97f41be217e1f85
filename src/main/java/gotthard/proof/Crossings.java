package gotthard.proof;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;

/// Cells in which something is refused until another step has come. Two of them could wait for each other, which no slice of one shows.
final class Crossings {
    private final Parts parts;
    private final List<Integer> cells = new ArrayList<>();

    Crossings(Parts parts) {
        this.parts = parts;
    }

    void add(int cell) {
        cells.add(cell);
    }

    List<Integer> cells() {
        return cells;
    }

    /// Whether of two such cells each has a step that some step of the other needs.
    boolean canBe() {
        for (int one : cells) {
            for (int other : cells) {
                if (one < other && isBefore(one, other) && isBefore(other, one)) {
                    return true;
                }
            }
        }
        return false;
    }

    private boolean isBefore(int one, int other) {
        var steps = new BitSet();
        parts.ofCell(one).forEach(part -> steps.set(parts.part(part).step()));
        return parts.ofCell(other).stream()
                .anyMatch(part -> parts.before(parts.part(part).step()).intersects(steps));
    }
}
