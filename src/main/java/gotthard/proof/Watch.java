package gotthard.proof;

import static gotthard.world.Judgement.bit;

import gotthard.world.CellWorld;
import gotthard.world.Invariant;
import gotthard.world.Judgement;
import gotthard.world.Layout;

import java.util.List;
import java.util.Optional;

/// What a slice looks at in each state.
///
/// @param pauses that hide gaps, exactly
/// @param possible pauses of other cells of which only is known when they may be open
/// @param freezes members that, half done, wait for a person
/// @param forbidden for each cell, day and use the sites where the policy does not allow it
/// @param orders pairs of cells of the slice of which the first moves before the second
/// @param clause what a rule of the policy asks for, where that is looked at
record Watch(
        List<Span> pauses,
        List<Hidden> possible,
        PartSet freezes,
        List<boolean[][][]> forbidden,
        List<int[]> orders,
        Optional<ClauseWatch> clause) {

    /// A pause by its members: open when any of the first has begun and any of the last is not done.
    ///
    /// @param waits when it may last until a person has come
    record Span(PartSet from, PartSet until, List<When> waits) {}

    /// A pause that may be open.
    ///
    /// @param waits when it may last until a person has come
    record Hidden(When open, List<When> waits) {}

    /// May be so when these members are done and those pending.
    record When(PartSet done, PartSet pending) {
        boolean isPossible(Control control, long[] state) {
            return control.allDone(state, done) && control.allPending(state, pending);
        }
    }

    /// The same, and a clause.
    Watch with(ClauseWatch other) {
        return new Watch(pauses, possible, freezes, forbidden, orders, Optional.of(other));
    }

    /// What a state breaks of one cell, but for what needs to be tried. The scratch is overwritten.
    int broken(Slice slice, int cell, long[] state, long[] scratch) {
        CellWorld world = slice.worlds().get(cell);
        Judgement judgement = world.judgement();
        int broken = judgement.always(state);
        if (judgement.isGap(state)) {
            broken |= gap(slice, state);
        }
        if (isForbidden(slice, cell, state)) {
            broken |= bit(Invariant.RESIDENCY);
        }
        for (int[] order : orders) {
            if (order[1] == cell
                    && judgement.isProcessedAnew(state)
                    && !slice.worlds().get(order[0]).judgement().hasMoved(state)) {
                broken |= bit(Invariant.ORDER);
            }
        }
        int day = slice.day() == Layout.ABSENT ? 0 : slice.day(state);
        if (clause.isPresent() && clause.get().isBroken(cell, day, state)) {
            broken |= bit(Invariant.RULE);
        }
        return broken | atEnds(slice, judgement, state, scratch);
    }

    private static int atEnds(Slice slice, Judgement judgement, long[] state, long[] scratch) {
        if (slice.isBack(state)) {
            boolean isBroken = slice.isAllPending(state) && !judgement.hasReturned(state);
            return isBroken ? bit(Invariant.RETURN) : 0;
        }
        if (!slice.isAllDone(state)) {
            return 0;
        }
        System.arraycopy(state, 0, scratch, 0, state.length);
        return judgement.atEnd(scratch);
    }

    private int gap(Slice slice, long[] state) {
        Control control = slice.control();
        boolean isOpen = false;
        boolean isWaiting = false;
        for (Span pause : pauses) {
            if (isOpen(pause, control, state)) {
                isOpen = true;
                isWaiting |= isAny(pause.waits, control, state);
            }
        }
        int broken = isOpen ? 0 : bit(Invariant.GAP);
        for (Hidden pause : possible) {
            if (pause.open.isPossible(control, state)) {
                isOpen = true;
                isWaiting |= isAny(pause.waits, control, state);
            }
        }
        boolean isHeld = isWaiting || (isOpen && control.anyHalf(state, freezes));
        return isHeld && !slice.isBack(state) ? broken | bit(Invariant.GAP_HELD) : broken;
    }

    private static boolean isOpen(Span pause, Control control, long[] state) {
        return !control.allPending(state, pause.from) && !control.allDone(state, pause.until);
    }

    private static boolean isAny(List<When> all, Control control, long[] state) {
        for (When one : all) {
            if (one.isPossible(control, state)) {
                return true;
            }
        }
        return false;
    }

    private boolean isForbidden(Slice slice, int cell, long[] state) {
        Judgement judgement = slice.worlds().get(cell).judgement();
        int day = slice.day() == Layout.ABSENT ? 0 : slice.day(state);
        boolean[][] today = forbidden.get(cell)[day];
        for (int site = 0; site < today.length; site++) {
            boolean[] uses = today[site];
            if ((uses[0] && judgement.isStored(site, state))
                    || (uses[1] && judgement.isOpen(site, state))
                    || (uses[2] && judgement.isStaged(site, state))
                    || (uses[3] && judgement.isProcessed(site, state))) {
                return true;
            }
        }
        return false;
    }
}
