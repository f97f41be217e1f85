package gotthard.run;

import gotthard.graph.StepId;
import gotthard.journal.Event;
import gotthard.journal.Hold;
import gotthard.journal.StepState;
import gotthard.proof.Breach;
import gotthard.proof.Monitor;
import gotthard.proof.Outlook;
import gotthard.world.CellId;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.SequencedSet;
import java.util.Set;

/// Keeps a step from what could break an invariant that nobody waives. Where one is broken already, only what mends it goes on; a way
/// back is held only by what it would break anew. Where too much may be so for all of it to be judged, a step waits, too.
final class Guarding {
    private final Draft draft;
    private final Optional<Monitor> monitor;

    Guarding(Draft draft) {
        this.draft = draft;
        monitor = draft.ledger().guard().monitor();
    }

    /// Whether a step may not begin.
    boolean holds(StepId id) {
        if (monitor.isEmpty()) {
            return false;
        }
        Outlook now = draft.ledger().outlook();
        Monitor.Prospect prospect = monitor.get().ifBegun(now, draft.ledger().guard().number(id));
        SequencedSet<Breach> broken = unwaived(monitor.get().broken(now));
        if (isFresh(prospect, broken)) {
            return hold(id, prospect, broken, "once it begins");
        }
        List<CellId> unseen = unseen(prospect);
        if (!unseen.isEmpty()) {
            return hold(id, Breaches.unseen(unseen.getFirst(), "once it begins", "gotthard retry"));
        }
        if (broken.isEmpty() || mends(prospect, broken)) {
            return false;
        }
        return hold(
                id, Breaches.sentence(monitor.get(), now, broken.getFirst(), "as things stand"));
    }

    /// Whether a step that was found to be right already must not count yet, because of what that breaks.
    boolean holdsFound(StepId id) {
        if (monitor.isEmpty()) {
            return false;
        }
        Outlook now = draft.ledger().outlook();
        return unwaived(monitor.get().broken(now)).stream()
                .filter(breach -> monitor.get().concerns(breach, draft.ledger().guard().number(id)))
                .findFirst()
                .map(
                        breach ->
                                hold(
                                        id,
                                        Breaches.sentence(
                                                monitor.get(),
                                                now,
                                                breach,
                                                "it was found done already, and as things stand")))
                .orElse(false);
    }

    /// Whether a step may not be undone.
    boolean holdsBack(StepId id) {
        if (monitor.isEmpty()) {
            return false;
        }
        Outlook now = draft.ledger().outlook();
        Monitor.Prospect prospect = monitor.get().ifUndone(now, draft.ledger().guard().number(id));
        SequencedSet<Breach> broken = unwaived(monitor.get().broken(now));
        if (isFresh(prospect, broken)) {
            return hold(id, prospect, broken, "once it is being undone");
        }
        List<CellId> unseen = unseen(prospect);
        unseen.removeAll(monitor.get().unseen(now));
        return !unseen.isEmpty()
                && hold(
                        id,
                        Breaches.unseen(
                                unseen.getFirst(), "once it is being undone", "gotthard rollback"));
    }

    private List<CellId> unseen(Monitor.Prospect prospect) {
        List<CellId> unseen = new ArrayList<>(monitor.orElseThrow().unseen(prospect.meanwhile()));
        unseen.addAll(monitor.orElseThrow().unseen(prospect.after()));
        return unseen;
    }

    private SequencedSet<Breach> unwaived(Set<Breach> all) {
        var left = new LinkedHashSet<>(all);
        left.removeIf(this::isWaived);
        return left;
    }

    private boolean isWaived(Breach breach) {
        return draft.run().operations().waived().stream()
                .anyMatch(
                        waived ->
                                waived.invariant() == breach.invariant()
                                        && waived.of().equals(breach.of())
                                        && waived.until().isAfter(draft.now()));
    }

    private boolean isFresh(Monitor.Prospect prospect, Set<Breach> broken) {
        return !broken.containsAll(unwaived(prospect.atWorst()))
                || !broken.containsAll(unwaived(prospect.atEnd()));
    }

    private boolean mends(Monitor.Prospect prospect, Set<Breach> broken) {
        return !unwaived(prospect.atEnd()).containsAll(broken);
    }

    private boolean hold(StepId id, Monitor.Prospect prospect, Set<Breach> broken, String when) {
        SequencedSet<Breach> worst = unwaived(prospect.atWorst());
        worst.removeAll(broken);
        Outlook then = worst.isEmpty() ? prospect.after() : prospect.meanwhile();
        if (worst.isEmpty()) {
            worst.addAll(unwaived(prospect.atEnd()));
            worst.removeAll(broken);
        }
        return hold(id, Breaches.sentence(monitor.orElseThrow(), then, worst.getFirst(), when));
    }

    private boolean hold(StepId id, String what) {
        Hold hold = new Hold.Breach(what);
        if (!draft.step(id).state().equals(new StepState.Held(hold))) {
            draft.record(new Event.StepHeld(id, hold));
        }
        return true;
    }
}
