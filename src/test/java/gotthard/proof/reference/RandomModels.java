package gotthard.proof.reference;

import static gotthard.proof.reference.ModelBuilder.ASIA;
import static gotthard.proof.reference.ModelBuilder.EUROPE;
import static gotthard.proof.reference.ModelBuilder.MOSCOW;
import static gotthard.proof.reference.ModelBuilder.SUPERVISOR;
import static gotthard.proof.reference.ModelBuilder.TODAY;
import static gotthard.proof.reference.ModelBuilder.ZURICH_1;
import static gotthard.proof.reference.ModelBuilder.ZURICH_2;

import gotthard.inventory.RoleName;
import gotthard.inventory.SiteName;
import gotthard.plan.OnFailure;
import gotthard.policy.Use;
import gotthard.problem.Place;
import gotthard.proof.Model;
import gotthard.proof.ModelStep;
import gotthard.proof.Pause;
import gotthard.proof.Precedence;
import gotthard.world.Aspect;
import gotthard.world.Cell;
import gotthard.world.CellId;
import gotthard.world.Effect;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;

/// Small models from a seed: two in three are sound ones with up to three things broken, the rest is put together freely.
final class RandomModels {
    private static final List<RoleName> ROLES = List.of(SUPERVISOR, new RoleName("lead"));
    private static final List<LocalDate> DAYS =
            List.of(TODAY, TODAY.plusDays(30), TODAY.plusDays(60));
    private static final List<Model> SOUND = List.copyOf(SoundModels.all().values());

    private final Random random;

    private RandomModels(long seed) {
        this.random = new Random(seed * 0x9E3779B97F4A7C15L);
        // The first number of a seed says little.
        random.nextLong();
    }

    static Model of(long seed) {
        var models = new RandomModels(seed);
        Model model = models.chance(3) ? models.free() : models.pick(SOUND);
        int changes = models.chance(20) ? 0 : 1 + models.random.nextInt(3);
        var mutation = new Mutation(models.random);
        for (int change = 0; change < changes; change++) {
            model = mutation.of(model);
        }
        return models.chance(2)
                ? model.with(new RandomClauses(models.random, model).some())
                : model;
    }

    private Model free() {
        var sites = List.of(MOSCOW, ZURICH_1, ZURICH_2).subList(0, 2 + random.nextInt(2));
        var cells = new ArrayList<Cell>();
        cells.add(cell(EUROPE, sites));
        if (chance(4)) {
            cells.add(cell(ASIA, sites));
        }
        int count = cells.size() > 1 ? 3 + random.nextInt(3) : 3 + random.nextInt(5);
        var days = days();
        var bare =
                new Model(
                        cells,
                        List.of(),
                        List.of(),
                        order(),
                        days,
                        new Bans(bans(cells, sites)),
                        chance(3) ? Set.of(pick(ROLES)) : Set.of());
        var effects = new RandomEffects(random, cells, sites);
        Model model = bare;
        while (model.steps().size() < count) {
            model = withAnotherStep(model, effects, days);
        }
        return Edits.withPauses(model, pauses(count));
    }

    private List<Precedence> order() {
        var order = new ArrayList<Precedence>();
        if (chance(2)) {
            order.add(new Precedence(ASIA, EUROPE));
        }
        if (chance(4)) {
            order.add(new Precedence(EUROPE, ASIA));
        }
        return order;
    }

    /// Mostly one that can be done after all others, so that not every plan is stuck at once.
    private Model withAnotherStep(Model model, RandomEffects effects, List<LocalDate> days) {
        Model longer = model;
        boolean isTried = false;
        for (int attempt = 0; attempt < 8 && !isTried; attempt++) {
            var steps = new ArrayList<>(model.steps());
            steps.add(step(steps.size(), effects, days));
            longer = Edits.withSteps(model, steps);
            isTried = canBeDone(longer) || chance(30);
        }
        return longer;
    }

    /// Whether its steps can be done one after the other.
    private static boolean canBeDone(Model model) {
        var script = Script.of(model);
        var cells = new ArrayList<>(script.grounds().stream().map(Ground::atFirst).toList());
        for (SubStep each : script.subSteps()) {
            if (each.acts()) {
                var effect = each.effect().orElseThrow();
                var cell = cells.get(each.cell());
                if (!Doing.canBegin(effect, cell)) {
                    return false;
                }
                cells.set(each.cell(), Doing.full(effect, cell));
            }
        }
        return true;
    }

    private Cell cell(CellId id, List<SiteName> sites) {
        boolean isMutable = random.nextBoolean();
        var first = new ArrayList<>(List.of(MOSCOW));
        if (!isMutable && chance(5)) {
            first.add(ZURICH_1);
        }
        var to =
                chance(5)
                        ? List.<SiteName>of()
                        : List.of(sites.get(1 + random.nextInt(sites.size() - 1)));
        var standby = chance(4) ? List.of(sites.getLast()) : List.<SiteName>of();
        var moves = new HashSet<Aspect>();
        for (Aspect aspect : Aspect.values()) {
            if (chance(3)) {
                moves.add(aspect);
            }
        }
        return new Cell(id, isMutable, first, to, standby, moves);
    }

    private ModelStep step(int index, RandomEffects effects, List<LocalDate> days) {
        var needs = new HashSet<Integer>();
        for (int other = Math.max(0, index - 3); other < index; other++) {
            if (chance(2)) {
                needs.add(other);
            }
        }
        boolean isApproval = chance(10);
        var does = new ArrayList<Effect>();
        while (!isApproval && (does.isEmpty() || (does.size() < 3 && chance(4)))) {
            does.add(effects.next());
        }
        return new ModelStep(
                "s" + index,
                Place.of("plan.yaml"),
                "does something",
                needs,
                does,
                isApproval ? Optional.of(Set.of(pick(ROLES))) : Optional.empty(),
                chance(20),
                chance(6) ? OnFailure.FREEZE : OnFailure.ROLLBACK,
                chance(8) ? Optional.of(pick(days)) : Optional.empty());
    }

    private List<Pause> pauses(int steps) {
        var pauses = new ArrayList<Pause>();
        for (int count = random.nextInt(3); count > 0; count--) {
            int from = random.nextInt(steps);
            pauses.add(new Pause(from, from + random.nextInt(steps - from)));
        }
        return pauses;
    }

    private List<LocalDate> days() {
        return chance(3) ? DAYS.subList(0, 2 + random.nextInt(2)) : DAYS.subList(0, 1);
    }

    private Set<Bans.Ban> bans(List<Cell> cells, List<SiteName> sites) {
        var bans = new HashSet<Bans.Ban>();
        for (int count = random.nextInt(3); count > 0; count--) {
            var from = pick(DAYS);
            bans.add(
                    new Bans.Ban(
                            pick(cells).id(),
                            pick(sites),
                            pick(List.of(Use.values())),
                            from,
                            from.plusDays(random.nextBoolean() ? 30 : 300)));
        }
        return bans;
    }

    private boolean chance(int oneIn) {
        return random.nextInt(oneIn) == 0;
    }

    private <T> T pick(List<T> some) {
        return some.get(random.nextInt(some.size()));
    }
}
