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
    public static final Outlook NONE = on(LocalDate.EPOCH, HashTreePMap.empty());

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

    final Suspicions suspicions;

    private Outlook(
            LocalDate day,
            PMap<Integer, Standing> steps,
            PMap<Integer, Worlds> cells,
            Suspicions suspicions) {
        this.day = day;
        this.steps = steps;
        this.cells = cells;
        this.suspicions = suspicions;
    }

    /// What is to be looked at more closely, by number.
    ///
    /// @param cells of which something may be broken, if nothing hides it
    /// @param unseen cells that may be like more than is known
    /// @param pairs of cells that may be out of order
    /// @param clauses that may be broken on the days on which they hold
    record Suspicions(
            PSet<Integer> cells, PSet<Integer> unseen, PSet<Integer> pairs, PSet<Integer> clauses) {
        static final Suspicions NONE =
                new Suspicions(
                        HashTreePSet.empty(),
                        HashTreePSet.empty(),
                        HashTreePSet.empty(),
                        HashTreePSet.empty());

        Suspicions cell(int cell, boolean isSuspect) {
            return new Suspicions(with(cells, cell, isSuspect), unseen, pairs, clauses);
        }

        Suspicions unseen(int cell, boolean isUnseen) {
            return new Suspicions(cells, with(unseen, cell, isUnseen), pairs, clauses);
        }

        Suspicions pair(int pair, boolean isSuspect) {
            return new Suspicions(cells, unseen, with(pairs, pair, isSuspect), clauses);
        }

        Suspicions clause(int clause, boolean isSuspect) {
            return new Suspicions(cells, unseen, pairs, with(clauses, clause, isSuspect));
        }

        private static PSet<Integer> with(PSet<Integer> set, int number, boolean isIn) {
            return isIn ? set.plus(number) : set.minus(number);
        }
    }

    /// Nothing has begun.
    static Outlook on(LocalDate day, PMap<Integer, Worlds> cells) {
        return new Outlook(day, HashTreePMap.empty(), cells, Suspicions.NONE);
    }

    Outlook standing(int step, Standing now) {
        return new Outlook(day, steps.plus(step, now), cells, suspicions);
    }

    Outlook pending(int step) {
        return new Outlook(day, steps.minus(step), cells, suspicions);
    }

    Outlook cell(int cell, Worlds now) {
        return new Outlook(day, steps, cells.plus(cell, now), suspicions);
    }

    Outlook suspecting(Suspicions others) {
        return new Outlook(day, steps, cells, others);
    }

    Outlook on(LocalDate other) {
        return new Outlook(other, steps, cells, suspicions);
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
