package gotthard.proof.reference;

import gotthard.inventory.DataTypeName;
import gotthard.inventory.RegionName;
import gotthard.inventory.RoleName;
import gotthard.inventory.SiteName;
import gotthard.plan.OnFailure;
import gotthard.problem.Place;
import gotthard.proof.Allowance;
import gotthard.proof.Model;
import gotthard.proof.ModelStep;
import gotthard.proof.Pause;
import gotthard.proof.Precedence;
import gotthard.world.Cell;
import gotthard.world.CellId;
import gotthard.world.Effect;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// Puts models together by hand. Steps are added in order; each method gives the index of its step.
final class ModelBuilder {
    static final SiteName MOSCOW = new SiteName("moscow");
    static final SiteName ZURICH_1 = new SiteName("zurich-1");
    static final SiteName ZURICH_2 = new SiteName("zurich-2");
    static final CellId EUROPE = cellId("europe");
    static final CellId ASIA = cellId("asia");
    static final RoleName SUPERVISOR = new RoleName("supervisor");
    static final LocalDate TODAY = LocalDate.of(2026, 11, 2);

    private final List<Cell> cells = new ArrayList<>();
    private final List<ModelStep> steps = new ArrayList<>();
    private final List<Pause> pauses = new ArrayList<>();
    private final List<Precedence> order = new ArrayList<>();
    private List<LocalDate> days = List.of(TODAY);
    private Allowance allowance = Bans.NONE;
    private Set<RoleName> signers = Set.of();

    static CellId cellId(String region) {
        return new CellId(new RegionName(region), new DataTypeName("files"));
    }

    /// A cell that Moscow holds and Zurich is to have.
    ModelBuilder appendOnly(CellId id) {
        return cell(new Cell(id, false, List.of(MOSCOW), List.of(ZURICH_1), List.of(), Set.of()));
    }

    ModelBuilder mutable(CellId id) {
        return cell(new Cell(id, true, List.of(MOSCOW), List.of(ZURICH_1), List.of(), Set.of()));
    }

    ModelBuilder cell(Cell cell) {
        cells.add(cell);
        return this;
    }

    int step(Set<Integer> needs, Effect... effects) {
        return add(step(needs, Optional.empty(), List.of(effects)));
    }

    /// One that only orders.
    int pointOnly(Set<Integer> needs) {
        return step(needs);
    }

    int approval(Set<Integer> needs, RoleName... roles) {
        return add(step(needs, Optional.of(Set.of(roles)), List.of()));
    }

    int add(ModelStep step) {
        steps.add(step);
        return steps.size() - 1;
    }

    ModelBuilder pause(int from, int until) {
        pauses.add(new Pause(from, until));
        return this;
    }

    ModelBuilder order(CellId earlier, CellId later) {
        order.add(new Precedence(earlier, later));
        return this;
    }

    ModelBuilder days(LocalDate... some) {
        days = List.of(some);
        return this;
    }

    ModelBuilder allowance(Allowance other) {
        allowance = other;
        return this;
    }

    ModelBuilder signers(RoleName... roles) {
        signers = Set.of(roles);
        return this;
    }

    /// The last step freezes the run when it fails.
    ModelBuilder freezing() {
        var last = steps.removeLast();
        steps.add(
                new ModelStep(
                        last.name(),
                        last.place(),
                        last.summary(),
                        last.needs(),
                        last.effects(),
                        last.approval(),
                        last.irreversible(),
                        OnFailure.FREEZE,
                        last.notBefore()));
        return this;
    }

    /// Nothing undoes the last step.
    ModelBuilder irreversible() {
        var last = steps.removeLast();
        steps.add(
                new ModelStep(
                        last.name(),
                        last.place(),
                        last.summary(),
                        last.needs(),
                        last.effects(),
                        last.approval(),
                        true,
                        last.onFailure(),
                        last.notBefore()));
        return this;
    }

    /// The last step begins on that day at the earliest.
    ModelBuilder notBefore(LocalDate day) {
        var last = steps.removeLast();
        steps.add(
                new ModelStep(
                        last.name(),
                        last.place(),
                        last.summary(),
                        last.needs(),
                        last.effects(),
                        last.approval(),
                        last.irreversible(),
                        last.onFailure(),
                        Optional.of(day)));
        return this;
    }

    Model model() {
        return new Model(cells, steps, pauses, order, days, allowance, signers);
    }

    private ModelStep step(
            Set<Integer> needs, Optional<Set<RoleName>> approval, List<Effect> effects) {
        return new ModelStep(
                "s" + steps.size(),
                Place.of("plan.yaml"),
                "does something",
                needs,
                effects,
                approval,
                false,
                OnFailure.ROLLBACK,
                Optional.empty());
    }
}
