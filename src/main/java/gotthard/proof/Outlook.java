package gotthard.proof;

import org.pcollections.HashTreePMap;
import org.pcollections.HashTreePSet;
import org.pcollections.PMap;
import org.pcollections.PSet;

import java.time.LocalDate;

/// What may be so now of a plan that is being carried out, as far as was observed. A [Monitor] carries it on; extending it by one
/// observation does not copy the rest.
public final class Outlook {
    /// Of no plan.
    public static final Outlook NONE =
            new Outlook(
                    LocalDate.EPOCH,
                    HashTreePMap.empty(),
                    HashTreePMap.empty(),
                    HashTreePSet.empty(),
                    HashTreePSet.empty());

    /// How far a step is. What is not listed has not begun.
    enum Standing {
        BEGUN,
        DONE,
        UNDOING,
        /// Nobody waits for it.
        SKIPPED,
        /// It has begun, and nobody waits for its end.
        SKIPPED_HALFWAY
    }

    final LocalDate day;
    final PMap<Integer, Standing> steps;
    final PMap<Integer, Worlds> cells;

    /// Cells of which something may be broken, if nothing hides it.
    final PSet<Integer> suspects;

    /// Numbers of pairs of cells that may be out of order.
    final PSet<Integer> disorders;

    Outlook(
            LocalDate day,
            PMap<Integer, Standing> steps,
            PMap<Integer, Worlds> cells,
            PSet<Integer> suspects,
            PSet<Integer> disorders) {
        this.day = day;
        this.steps = steps;
        this.cells = cells;
        this.suspects = suspects;
        this.disorders = disorders;
    }

    Outlook standing(int step, Standing now) {
        return new Outlook(day, steps.plus(step, now), cells, suspects, disorders);
    }

    Outlook pending(int step) {
        return new Outlook(day, steps.minus(step), cells, suspects, disorders);
    }

    Outlook cell(int cell, Worlds now, boolean isSuspect) {
        return new Outlook(
                day,
                steps,
                cells.plus(cell, now),
                isSuspect ? suspects.plus(cell) : suspects.minus(cell),
                disorders);
    }

    Outlook disorder(int pair, boolean isThere) {
        return new Outlook(
                day,
                steps,
                cells,
                suspects,
                isThere ? disorders.plus(pair) : disorders.minus(pair));
    }

    Outlook on(LocalDate other) {
        return new Outlook(other, steps, cells, suspects, disorders);
    }

    boolean hasBegun(int step) {
        Standing standing = steps.get(step);
        return standing != null && standing != Standing.SKIPPED;
    }

    boolean isDone(int step) {
        return steps.get(step) == Standing.DONE;
    }

    /// Whether nobody waits for a step any more.
    boolean hasEnded(int step) {
        Standing standing = steps.get(step);
        return standing == Standing.DONE
                || standing == Standing.SKIPPED
                || standing == Standing.SKIPPED_HALFWAY;
    }
}
