package gotthard.proof;

import gotthard.plan.OnFailure;
import gotthard.world.Act;
import gotthard.world.CellWorld;
import gotthard.world.Effect;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/// Which parts of a model belong to a slice. A part that does nothing there and asks for nothing is left out; the order that it gave to
/// others stays. Of other cells only the ends of pauses stay that can hide a gap, and what nothing undoes.
final class Membership {
    private final Parts parts;
    private final List<Integer> cells;
    private final Scope scope;
    private final List<CellWorld> worlds;
    private final List<Draft> drafts = new ArrayList<>();
    private final List<Pause> relevant = new ArrayList<>();
    private final Set<Integer> ends = new HashSet<>();

    Membership(Parts parts, List<Integer> cells, Scope scope, List<CellWorld> worlds) {
        this.parts = parts;
        this.cells = cells;
        this.scope = scope;
        this.worlds = worlds;
    }

    private record Draft(
            Member.Stands stands, int id, int step, int cell, Act act, boolean irreversible) {}

    /// The pauses whose ends are among the members.
    List<Pause> relevant() {
        return relevant;
    }

    List<Member> whole() {
        relevant.addAll(parts.model().pauses());
        relevant.forEach(this::addEnds);
        for (int id = 0; id < parts.count(); id++) {
            Part part = parts.part(id);
            Act act =
                    part.effect().isEmpty()
                            ? Act.idle()
                            : worlds.get(part.cell()).act(part.effect().get(), part.turn());
            drafts.add(draft(id, part, part.cell(), act));
        }
        return finish();
    }

    private void addEnds(Pause pause) {
        ends.add(pause.from());
        ends.add(pause.until());
    }

    private static Draft draft(int id, Part part, int cell, Act act) {
        return new Draft(Member.Stands.PART, id, part.step(), cell, act, part.irreversible());
    }

    List<Member> some() {
        List<Draft> own = own();
        List<Draft> mattering = own.stream().filter(draft -> draft.act().matters()).toList();
        if (scope.seesGaps()) {
            findPauses(mattering);
        }
        for (Draft draft : own) {
            boolean isStuck = scope == Scope.ALL && parts.waitsForever(draft.step());
            if (draft.act().matters() || ends.contains(draft.step()) || isStuck) {
                drafts.add(draft);
            }
        }
        ends.stream().sorted().forEach(this::addRest);
        if (scope.seesWaysBack()) {
            addBlockers();
        }
        return finish();
    }

    private List<Draft> own() {
        List<Draft> own = new ArrayList<>();
        for (int cell = 0; cell < worlds.size(); cell++) {
            for (int id : parts.ofCell(cells.get(cell))) {
                Part part = parts.part(id);
                Act act = worlds.get(cell).act(part.effect().orElseThrow(), part.turn());
                own.add(draft(id, part, cell, act));
            }
        }
        return own;
    }

    /// A pause hides a gap for sure only where something of the slice comes after it has begun and something before it ends.
    private void findPauses(List<Draft> mattering) {
        var steps = new BitSet();
        mattering.forEach(draft -> steps.set(draft.step()));
        for (Pause pause : parts.model().pauses()) {
            boolean isBegun =
                    steps.get(pause.from()) || parts.after(pause.from()).intersects(steps);
            boolean isEnded =
                    steps.get(pause.until()) || parts.before(pause.until()).intersects(steps);
            if (isBegun && isEnded) {
                relevant.add(pause);
                addEnds(pause);
            }
        }
    }

    /// The parts of a pause's end that lie in other cells, as one.
    private void addRest(int step) {
        boolean irreversible = false;
        boolean isThere = false;
        boolean stops = false;
        for (int id : parts.ofStep(step)) {
            if (!cells.contains(parts.part(id).cell())) {
                isThere = true;
                irreversible |= parts.part(id).irreversible();
                stops |= canStop(parts.part(id));
            }
        }
        if (isThere) {
            Act act = stops ? Act.idleThatStops() : Act.idle();
            drafts.add(new Draft(Member.Stands.REST, step, step, -1, act, irreversible));
        }
    }

    /// Whether a part elsewhere could stop halfway and freeze the run.
    private boolean canStop(Part part) {
        return parts.step(part).onFailure() == OnFailure.FREEZE
                && part.effect()
                        .filter(effect -> !(effect instanceof Effect.Drain))
                        .filter(effect -> !(effect instanceof Effect.Verify))
                        .isPresent();
    }

    /// Of what nothing undoes elsewhere, one for each set of members that it needs.
    private void addBlockers() {
        Set<Integer> kept = new HashSet<>();
        drafts.forEach(draft -> kept.add(draft.step()));
        Set<BitSet> known = new HashSet<>();
        List<Draft> blockers = new ArrayList<>();
        for (int id : parts.irreversible()) {
            Part part = parts.part(id);
            if (isKept(id)) {
                continue;
            }
            var needs = new BitSet();
            for (int index = 0; index < drafts.size(); index++) {
                if (isBefore(drafts.get(index), draft(id, part, -1, Act.idle()))) {
                    needs.set(index);
                }
            }
            if (!needs.isEmpty() && known.add(needs)) {
                blockers.add(
                        new Draft(Member.Stands.BLOCKER, id, part.step(), -1, Act.idle(), true));
            }
        }
        drafts.addAll(blockers);
    }

    private boolean isKept(int id) {
        return drafts.stream()
                .anyMatch(draft -> draft.stands() == Member.Stands.PART && draft.id() == id);
    }

    private boolean isBefore(Draft first, Draft second) {
        if (first.stands() == Member.Stands.BLOCKER) {
            return false;
        }
        boolean areParts =
                first.stands() != Member.Stands.REST && second.stands() != Member.Stands.REST;
        return areParts
                ? parts.isBefore(first.id(), second.id())
                : parts.isStepBefore(first.step(), second.step());
    }

    private List<Member> finish() {
        int count = drafts.size();
        List<PartSet> needs = sets(count);
        List<PartSet> dependants = sets(count);
        for (int first = 0; first < count; first++) {
            for (int second = 0; second < count; second++) {
                if (isBefore(drafts.get(first), drafts.get(second))) {
                    needs.get(second).add(first);
                    dependants.get(first).add(second);
                }
            }
        }
        List<Member> members = new ArrayList<>();
        for (int index = 0; index < count; index++) {
            members.add(member(drafts.get(index), needs.get(index), dependants.get(index)));
        }
        return members;
    }

    private static List<PartSet> sets(int count) {
        List<PartSet> sets = new ArrayList<>();
        for (int index = 0; index < count; index++) {
            sets.add(new PartSet(count));
        }
        return sets;
    }

    private Member member(Draft draft, PartSet needs, PartSet dependants) {
        ModelStep step = parts.model().steps().get(draft.step());
        return new Member(
                draft.stands(),
                draft.id(),
                draft.step(),
                draft.cell(),
                draft.act(),
                needs,
                dependants,
                parts.dayOfStep(draft.step()),
                parts.isNever(draft.step()),
                parts.waitsForever(draft.step()),
                draft.irreversible(),
                step.onFailure() == OnFailure.FREEZE || ends.contains(draft.step()));
    }
}
