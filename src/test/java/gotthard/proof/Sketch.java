package gotthard.proof;

import gotthard.inventory.DataTypeName;
import gotthard.inventory.RegionName;
import gotthard.inventory.RoleName;
import gotthard.inventory.SiteName;
import gotthard.plan.OnFailure;
import gotthard.problem.Place;
import gotthard.world.Aspect;
import gotthard.world.Cell;
import gotthard.world.CellId;
import gotthard.world.Effect;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// Puts a model together, step by step, by names.
public final class Sketch {
    public static final SiteName MOSCOW = new SiteName("moscow");
    public static final SiteName FIRST = new SiteName("zurich-1");
    public static final SiteName SECOND = new SiteName("zurich-2");
    public static final LocalDate TODAY = LocalDate.of(2026, 3, 1);

    private final List<Cell> cells = new ArrayList<>();
    private final List<ModelStep> steps = new ArrayList<>();
    private final Map<String, Integer> numbers = new HashMap<>();
    private final List<Pause> pauses = new ArrayList<>();
    private final List<Precedence> order = new ArrayList<>();
    private final Set<RoleName> signers = new HashSet<>();
    private List<LocalDate> days = List.of(TODAY);
    private Allowance allowance = (_, _, _, _) -> true;

    public static CellId cell(String region, String data) {
        return new CellId(new RegionName(region), new DataTypeName(data));
    }

    /// A cell at Moscow, of which all aspects move.
    public CellId files(String region, SiteName... to) {
        return add(cell(region, "files"), false, List.of(to), List.of());
    }

    public CellId database(String region, SiteName to, SiteName... standby) {
        return add(cell(region, "database"), true, List.of(to), List.of(standby));
    }

    private CellId add(CellId id, boolean isMutable, List<SiteName> to, List<SiteName> standby) {
        var all = Set.of(Aspect.values());
        cells.add(new Cell(id, isMutable, List.of(MOSCOW), to, standby, all));
        return id;
    }

    public Sketch add(Cell cell) {
        cells.add(cell);
        return this;
    }

    /// A step after others, by their names, separated by blanks.
    public Sketch step(String name, String needs, Effect... effects) {
        return add(name, needs, Optional.empty(), false, OnFailure.ROLLBACK, effects);
    }

    public Sketch freezing(String name, String needs, Effect... effects) {
        return add(name, needs, Optional.empty(), false, OnFailure.FREEZE, effects);
    }

    public Sketch irreversible(String name, String needs, Effect... effects) {
        return add(name, needs, Optional.empty(), true, OnFailure.ROLLBACK, effects);
    }

    public Sketch approval(String name, String needs, String... roles) {
        Set<RoleName> all = new HashSet<>();
        Arrays.stream(roles).map(RoleName::new).forEach(all::add);
        return add(name, needs, Optional.of(all), false, OnFailure.ROLLBACK);
    }

    private Sketch add(
            String name,
            String needs,
            Optional<Set<RoleName>> approval,
            boolean irreversible,
            OnFailure onFailure,
            Effect... effects) {
        Set<Integer> indexes = new HashSet<>();
        for (String need : needs.isEmpty() ? new String[0] : needs.split(" ", -1)) {
            indexes.add(number(need));
        }
        numbers.put(name, steps.size());
        steps.add(
                new ModelStep(
                        name,
                        Place.of("plan.yaml"),
                        name,
                        indexes,
                        List.of(effects),
                        approval,
                        irreversible,
                        onFailure,
                        Optional.empty()));
        return this;
    }

    private int number(String name) {
        Integer number = numbers.get(name);
        if (number == null) {
            throw new IllegalArgumentException("no step " + name);
        }
        return number;
    }

    /// The last step begins on a day at the earliest.
    public Sketch notBefore(LocalDate day) {
        ModelStep last = steps.removeLast();
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

    public Sketch pause(String from, String until) {
        pauses.add(new Pause(number(from), number(until)));
        return this;
    }

    public Sketch order(CellId earlier, CellId later) {
        order.add(new Precedence(earlier, later));
        return this;
    }

    public Sketch days(LocalDate... some) {
        days = List.of(some);
        return this;
    }

    public Sketch allowance(Allowance other) {
        allowance = other;
        return this;
    }

    public Sketch signers(String... roles) {
        Arrays.stream(roles).map(RoleName::new).forEach(signers::add);
        return this;
    }

    public Model model() {
        return new Model(cells, steps, pauses, order, days, allowance, signers);
    }
}
