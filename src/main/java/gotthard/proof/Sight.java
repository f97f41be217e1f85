package gotthard.proof;

import gotthard.inventory.SiteName;
import gotthard.world.Effect;
import gotthard.world.Holding;
import gotthard.world.Invariant;
import gotthard.world.Judgement;
import gotthard.world.Level;

import java.util.BitSet;
import java.util.List;
import java.util.stream.IntStream;

/// Judges what may be so of a cell: whether any of it is as it must not be.
record Sight(CellParts cell) {
    Worlds.Facts facts(List<long[]> states) {
        Judgement judgement = cell.world().judgement();
        int broken = 0;
        boolean isProcessedAnew = false;
        boolean hasMoved = true;
        var uses = new BitSet();
        for (long[] state : states) {
            broken |= judgement.always(state);
            broken |= judgement.isGap(state) ? Judgement.bit(Invariant.GAP) : 0;
            isProcessedAnew |= judgement.isProcessedAnew(state);
            hasMoved &= judgement.hasMoved(state);
            addUses(state, uses);
        }
        return new Worlds.Facts(broken, uses, isProcessedAnew, hasMoved);
    }

    private void addUses(long[] state, BitSet uses) {
        Judgement judgement = cell.world().judgement();
        for (int site = 0; site < cell.sites().size(); site++) {
            int first = Worlds.Facts.USES * site;
            setIf(judgement.isStored(site, state), first, uses);
            setIf(judgement.isOpen(site, state), first + 1, uses);
            setIf(judgement.isStaged(site, state), first + 2, uses);
            setIf(judgement.isProcessed(site, state), first + 3, uses);
        }
    }

    private static void setIf(boolean isSo, int bit, BitSet bits) {
        if (isSo) {
            bits.set(bit);
        }
    }

    /// The sites that take writes where an invariant of writers is first seen to be broken; of the other invariants, none.
    List<SiteName> writers(Worlds now, Invariant invariant) {
        for (long[] state : now.states()) {
            if ((cell.world().judgement().always(state) & Judgement.bit(invariant)) != 0) {
                return IntStream.range(0, cell.sites().size())
                        .filter(
                                site ->
                                        isWrong(
                                                cell.world().holding(site, state),
                                                invariant,
                                                state))
                        .mapToObj(cell.sites()::get)
                        .toList();
            }
        }
        return List.of();
    }

    private boolean isWrong(Holding at, Invariant invariant, long[] state) {
        if (at.open() == Level.NONE) {
            return false;
        }
        boolean isStale = at.base() != Level.FULL || (isWritten(state) && !at.write());
        boolean isUnseen =
                !at.baseVerified() || (at.write() && !at.writeVerified() && !at.accepted());
        return invariant == Invariant.TWO_WRITERS
                || (invariant == Invariant.STALE_WRITER && isStale)
                || (invariant == Invariant.UNVERIFIED_WRITER && isUnseen);
    }

    private boolean isWritten(long[] state) {
        return IntStream.range(0, cell.sites().size())
                .anyMatch(site -> cell.world().holding(site, state).accepted());
    }

    /// Whether a step that is about to begin could delete what not every target has.
    boolean deletesTooSoon(Worlds begun, int step) {
        return cell.of(step).stream()
                .filter(
                        part ->
                                cell.parts().get(part).effect().orElseThrow()
                                        instanceof Effect.Delete)
                .anyMatch(
                        part ->
                                begun.states().stream()
                                        .filter(state -> mayBegin(part, state))
                                        .anyMatch(
                                                state ->
                                                        !cell.world()
                                                                .judgement()
                                                                .isHeldAtTargets(
                                                                        site(part), state)));
    }

    private boolean mayBegin(int part, long[] state) {
        return cell.control().of(state, part) == Control.PENDING && cell.mayBegin(part, state);
    }

    /// Whether a step that is about to be undone could remove what no other site has.
    boolean removesLastCopy(Worlds undoing, int step) {
        return cell.of(step).stream()
                .filter(
                        part ->
                                cell.parts().get(part).effect().orElseThrow()
                                        instanceof Effect.Copy)
                .anyMatch(
                        part ->
                                undoing.states().stream()
                                        .filter(state -> mayGoBack(part, state))
                                        .anyMatch(
                                                state ->
                                                        !cell.world()
                                                                .judgement()
                                                                .isHeldElsewhere(
                                                                        site(part), state)));
    }

    private boolean mayGoBack(int part, long[] state) {
        int level = cell.control().of(state, part);
        boolean hasBegun = level == Control.DONE || level == Control.HALF;
        return hasBegun && cell.mayGoBack(part, state);
    }

    private int site(int part) {
        return cell.world()
                .shape()
                .site(cell.parts().get(part).effect().orElseThrow().shows().getFirst());
    }
}
