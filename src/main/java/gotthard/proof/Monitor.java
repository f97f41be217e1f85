package gotthard.proof;

import gotthard.inventory.SiteName;
import gotthard.proof.Outlook.Standing;
import gotthard.world.CellId;
import gotthard.world.Invariant;
import gotthard.world.Judgement;

import org.pcollections.HashTreePMap;
import org.pcollections.PMap;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.SequencedSet;
import java.util.Set;
import java.util.TreeSet;

/// Holds what is observed of a plan that is being carried out against the invariants of the moment: those that are broken in a state,
/// not those that only an end or a way back can break. Steps are given by their index in the [Model]. What was observed counts, also
/// where the model would not allow it: a step that was done though one that it needs was left out.
public final class Monitor {
    /// Of more states of a cell, not all are kept. Four copies and four deployments of one cell that go on at once reach fewer.
    public static final int USUAL = 1 << 16;

    /// Told first, because they tell where.
    private static final Set<Invariant> OF_WRITERS =
            EnumSet.of(Invariant.TWO_WRITERS, Invariant.STALE_WRITER, Invariant.UNVERIFIED_WRITER);

    private final Parts parts;
    private final List<CellMonitor> cells = new ArrayList<>();
    private final List<List<Integer>> pairsOfCell = new ArrayList<>();
    private final List<ClauseSight> clauses = new ArrayList<>();
    private final List<List<Integer>> clausesOfCell = new ArrayList<>();
    private final Bans bans;
    private final Signatures signatures;

    private Monitor(Parts parts, int most) {
        this.parts = parts;
        List<CellParts> all = new ArrayList<>();
        for (int cell = 0; cell < parts.model().cells().size(); cell++) {
            all.add(CellParts.of(parts, cell));
            cells.add(new CellMonitor(all.getLast(), most));
            pairsOfCell.add(new ArrayList<>());
            clausesOfCell.add(new ArrayList<>());
        }
        bans = new Bans(parts);
        signatures = new Signatures(parts);
        for (int pair = 0; pair < parts.orders().size(); pair++) {
            pairsOfCell.get(parts.orders().get(pair)[0]).add(pair);
            pairsOfCell.get(parts.orders().get(pair)[1]).add(pair);
        }
        for (int clause = 0; clause < parts.model().clauses().size(); clause++) {
            List<Integer> numbers = parts.clause(clause);
            clauses.add(new ClauseSight(parts.model().clauses().get(clause), numbers, all));
            for (int cell : numbers) {
                clausesOfCell.get(cell).add(clause);
            }
        }
    }

    /// None where no step has an effect, so that nothing can be judged.
    ///
    /// @param most of more states of a cell, not all are kept
    public static Optional<Monitor> of(Model model, int most) {
        return model.cells().isEmpty()
                ? Optional.empty()
                : Optional.of(new Monitor(Parts.of(model), most));
    }

    /// Nothing has been observed yet.
    public Outlook first(LocalDate day) {
        PMap<Integer, Worlds> worlds = HashTreePMap.empty();
        for (int cell = 0; cell < cells.size(); cell++) {
            worlds = worlds.plus(cell, cells.get(cell).first());
        }
        Outlook first = Outlook.on(day, worlds);
        for (int cell = 0; cell < cells.size(); cell++) {
            first = judged(first, cell);
        }
        return first;
    }

    /// The same on another day.
    public Outlook on(Outlook now, LocalDate day) {
        if (now.day.equals(day)) {
            return now;
        }
        Outlook then = now.on(day);
        for (int cell = 0; cell < cells.size(); cell++) {
            then = then.suspecting(then.suspicions.cell(cell, isSuspect(then, cell)));
        }
        return then;
    }

    /// From now on a step may be anywhere between its beginning and its end.
    public Outlook begun(Outlook now, int step) {
        return carried(now.standing(step, Standing.BEGUN), step, CellMonitor::begun);
    }

    /// A step was seen to be done.
    public Outlook done(Outlook now, int step) {
        return carried(now.standing(step, Standing.DONE), step, CellMonitor::done);
    }

    /// From now on a step may be anywhere on its way back.
    public Outlook undoing(Outlook now, int step) {
        return carried(now.standing(step, Standing.UNDOING), step, CellMonitor::undoing);
    }

    /// A step was seen to be undone.
    public Outlook undone(Outlook now, int step) {
        return carried(now.pending(step), step, CellMonitor::undone);
    }

    /// Others go on without a step.
    public Outlook skipped(Outlook now, int step) {
        boolean hasBegun = now.hasBegun(step);
        return now.standing(step, hasBegun ? Standing.SKIPPED_HALFWAY : Standing.SKIPPED);
    }

    /// A step that was skipped is not any more.
    public Outlook taken(Outlook now, int step) {
        Standing standing = now.steps.get(step);
        if (standing == Standing.SKIPPED) {
            return now.pending(step);
        }
        return standing == Standing.SKIPPED_HALFWAY ? now.standing(step, Standing.BEGUN) : now;
    }

    private Outlook carried(Outlook now, int step, CellChange change) {
        Outlook next = now;
        for (int cell : cellsOf(step)) {
            Worlds changed = change.apply(cells.get(cell), worlds(now, cell), step);
            next = judged(next.cell(cell, changed), cell);
        }
        return next;
    }

    private interface CellChange {
        Worlds apply(CellMonitor cell, Worlds now, int step);
    }

    private Set<Integer> cellsOf(int step) {
        Set<Integer> of = new LinkedHashSet<>();
        for (int part : parts.ofStep(step)) {
            if (parts.part(part).cell() >= 0) {
                of.add(parts.part(part).cell());
            }
        }
        return of;
    }

    private Outlook judged(Outlook now, int cell) {
        Outlook.Suspicions suspicions =
                now.suspicions
                        .cell(cell, isSuspect(now, cell))
                        .unseen(cell, !worlds(now, cell).isAll());
        for (int pair : pairsOfCell.get(cell)) {
            suspicions = suspicions.pair(pair, isOutOfOrder(now, parts.orders().get(pair)));
        }
        for (int clause : clausesOfCell.get(cell)) {
            boolean isBroken = clauses.get(clause).isBroken(other -> worlds(now, other));
            suspicions = suspicions.clause(clause, isBroken);
        }
        return now.suspecting(suspicions);
    }

    private static boolean isOutOfOrder(Outlook now, int[] order) {
        return worlds(now, order[1]).facts().isProcessedAnew()
                && !worlds(now, order[0]).facts().hasMoved();
    }

    private boolean isSuspect(Outlook now, int cell) {
        Worlds.Facts facts = worlds(now, cell).facts();
        return facts.broken() != 0 || !bans.broken(cell, facts, now.day).isEmpty();
    }

    private static Worlds worlds(Outlook outlook, int cell) {
        Worlds worlds = outlook.cells.get(cell);
        if (worlds == null) {
            throw new IllegalArgumentException("an outlook of another plan");
        }
        return worlds;
    }

    /// What is broken, or may be as far as is known.
    public SequencedSet<Breach> broken(Outlook now) {
        var broken = new LinkedHashSet<Breach>();
        int hidden = isPaused(now) ? Judgement.bit(Invariant.GAP) : 0;
        for (int cell : new TreeSet<>(now.suspicions.cells())) {
            Worlds.Facts facts = worlds(now, cell).facts();
            Judgement.invariants(facts.broken() & ~hidden).stream()
                    .sorted(Comparator.comparing(invariant -> !OF_WRITERS.contains(invariant)))
                    .forEach(invariant -> broken.add(of(cell, invariant)));
            if (!bans.broken(cell, facts, now.day).isEmpty()) {
                broken.add(of(cell, Invariant.RESIDENCY));
            }
        }
        for (int pair : new TreeSet<>(now.suspicions.pairs())) {
            broken.add(of(parts.orders().get(pair)[1], Invariant.ORDER));
        }
        for (int clause : new TreeSet<>(now.suspicions.clauses())) {
            if (clauses.get(clause).clause().rule().validity().holdsOn(now.day)) {
                broken.add(of(clauses.get(clause).clause()));
            }
        }
        return broken;
    }

    /// The cells of which more may be so than is known, so that more may be broken.
    public List<CellId> unseen(Outlook now) {
        return new TreeSet<>(now.suspicions.unseen()).stream().map(this::id).toList();
    }

    /// Whether what is broken is of a cell on which a step acts.
    public boolean concerns(Breach breach, int step) {
        return cellsOf(step).stream().map(this::id).anyMatch(breach::isOf);
    }

    /// The sites at which something is broken: those that take writes and should not, or those where the cell must not be.
    public List<SiteName> sites(Outlook now, Breach breach) {
        for (int cell = 0; cell < cells.size(); cell++) {
            if (breach.cell().equals(Optional.of(id(cell)))) {
                Worlds worlds = worlds(now, cell);
                return breach.invariant() == Invariant.RESIDENCY
                        ? bans.broken(cell, worlds.facts(), now.day)
                        : cells.get(cell).sight().writers(worlds, breach.invariant());
            }
        }
        return List.of();
    }

    private Breach of(int cell, Invariant invariant) {
        return new Breach(invariant, Optional.of(id(cell)));
    }

    private static Breach of(Clause clause) {
        return new Breach(
                Invariant.RULE, Optional.of(clause.cells().getFirst()), Optional.of(clause));
    }

    private CellId id(int cell) {
        return parts.model().cells().get(cell).id();
    }

    private boolean isPaused(Outlook now) {
        return parts.model().pauses().stream()
                .anyMatch(pause -> now.hasBegun(pause.from()) && !now.hasEnded(pause.until()));
    }

    /// What would be so if a step began.
    public Prospect ifBegun(Outlook now, int step) {
        Outlook meanwhile = begun(now, step);
        Outlook after = done(meanwhile, step);
        var broken = new LinkedHashSet<Breach>();
        if (signatures.isMissing(step, now::isDone)) {
            broken.add(new Breach(Invariant.UNSIGNED, Optional.empty()));
        }
        for (int cell : cellsOf(step)) {
            if (cells.get(cell).sight().deletesTooSoon(worlds(meanwhile, cell), step)) {
                broken.add(of(cell, Invariant.LAST_COPY));
            }
        }
        broken.addAll(broken(meanwhile));
        return new Prospect(broken, meanwhile, broken(after), after);
    }

    /// What would be so if a step were undone.
    public Prospect ifUndone(Outlook now, int step) {
        Outlook meanwhile = undoing(now, step);
        Outlook after = undone(meanwhile, step);
        var broken = new LinkedHashSet<Breach>();
        for (int cell : cellsOf(step)) {
            if (cells.get(cell).sight().removesLastCopy(worlds(meanwhile, cell), step)) {
                broken.add(of(cell, Invariant.LAST_COPY));
            }
        }
        broken.addAll(broken(meanwhile));
        return new Prospect(broken, meanwhile, broken(after), after);
    }

    /// What may come of an order.
    ///
    /// @param atWorst what could be broken at some moment of it
    /// @param atEnd what could be broken when it has ended
    public record Prospect(
            SequencedSet<Breach> atWorst,
            Outlook meanwhile,
            SequencedSet<Breach> atEnd,
            Outlook after) {}
}
