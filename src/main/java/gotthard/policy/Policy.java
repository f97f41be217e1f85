package gotthard.policy;

import gotthard.inventory.CountryCode;
import gotthard.inventory.Inventory;
import gotthard.inventory.RoleName;
import gotthard.inventory.Site;
import gotthard.inventory.SiteName;
import gotthard.problem.Code;
import gotthard.problem.Problem;
import gotthard.problem.Problems;
import gotthard.world.CellId;
import gotthard.world.Effect;

import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Collectors;

/// What is allowed. Where there are residency rules, what none of them allows is refused; so is what can't be judged.
///
/// @param source the file it was read from, as the user named it
/// @param signers roles that each must have approved before any point of no return
public record Policy(
        String source,
        String name,
        List<ResidencyRule> residency,
        List<OrderRule> order,
        List<Rule> rules,
        Set<RoleName> signers,
        Calendar calendar) {

    private static final Code RESIDENCY = new Code("residency");

    public Policy {
        residency = List.copyOf(residency);
        order = List.copyOf(order);
        rules = List.copyOf(rules);
        signers = Set.copyOf(signers);
    }

    /// All that is not allowed, as on a day.
    public List<Problem> judge(List<Asked> asked, Inventory inventory, LocalDate asOf) {
        var problems = new Problems();
        if (!residency.isEmpty()) {
            asked.forEach(one -> judge(one, inventory, asOf).forEach(problems::add));
        }
        return problems.sorted();
    }

    /// Whether a cell may be so used in a country on a day.
    public boolean allows(CellId cell, Use use, CountryCode country, LocalDate day) {
        return residency.isEmpty()
                || residency.stream()
                        .filter(rule -> rule.speaksOf(cell, use) && rule.validity().holdsOn(day))
                        .anyMatch(rule -> rule.in().contains(country));
    }

    /// Whether a cell's processing may move only after that of some others.
    public boolean comesLate(CellId cell) {
        return order.stream().anyMatch(rule -> rule.process().includes(cell));
    }

    /// Whether a cell's processing may move only after another's.
    public boolean comesAfter(CellId cell, CellId earlier) {
        return order.stream().anyMatch(rule -> rule.puts(cell, earlier));
    }

    /// Every later day on which a rule about one of these cells begins to hold, or holds no more; ascending.
    public SortedSet<LocalDate> turns(Collection<CellId> cells, LocalDate asOf) {
        var days = new TreeSet<LocalDate>();
        residency.stream()
                .filter(rule -> cells.stream().anyMatch(rule::speaksOf))
                .forEach(rule -> days.addAll(rule.validity().turns()));
        rules.stream()
                .filter(rule -> cells.stream().anyMatch(rule::speaksOf))
                .forEach(rule -> days.addAll(rule.validity().turns()));
        return days.tailSet(asOf.plusDays(1));
    }

    private List<Problem> judge(Asked asked, Inventory inventory, LocalDate asOf) {
        return asked.effect().shows().stream()
                .flatMap(at -> judge(asked, at, inventory, asOf).stream())
                .toList();
    }

    private Optional<Problem> judge(Asked asked, SiteName at, Inventory inventory, LocalDate asOf) {
        Effect effect = asked.effect();
        Optional<Use> used = use(effect);
        if (used.isEmpty()) {
            return Optional.empty();
        }
        Use use = used.get();
        Optional<CountryCode> country =
                Optional.ofNullable(inventory.sites().get(at)).map(Site::country);
        List<ResidencyRule> about =
                residency.stream().filter(rule -> rule.speaksOf(effect.cell(), use)).toList();
        if (country.map(in -> allows(effect.cell(), use, in, asOf)).orElse(false)) {
            return Optional.empty();
        }
        String where = at + " (" + country.map(CountryCode::value).orElse("unknown") + ")";
        String message =
                "%s would %s %s in %s, which the policy %s does not allow on %s"
                        .formatted(asked.phrase(), word(use), effect.cell(), where, name, asOf);
        return Optional.of(
                Problem.error(RESIDENCY, asked.place(), message).withAdvice(advice(about)));
    }

    private String advice(List<ResidencyRule> about) {
        if (about.isEmpty()) {
            return "no rule in "
                    + source
                    + " speaks of that; name another site, or have a rule added";
        }
        String rules =
                about.stream()
                        .map(rule -> "in " + countries(rule) + rule.validity().words())
                        .distinct()
                        .collect(Collectors.joining(", or "));
        return source + " allows it " + rules;
    }

    private static String countries(ResidencyRule rule) {
        return rule.in().stream()
                .map(CountryCode::value)
                .sorted()
                .collect(Collectors.joining(", "));
    }

    /// What an effect puts a cell to, if it brings it anywhere.
    private static Optional<Use> use(Effect effect) {
        return switch (effect) {
            case Effect.Copy _, Effect.Replicate _ -> Optional.of(Use.STORE);
            case Effect.Stage _ -> Optional.of(Use.STAGE);
            case Effect.Deploy _, Effect.Processing _ -> Optional.of(Use.PROCESS);
            case Effect.Switch _ -> Optional.of(Use.WRITE);
            case Effect.StopReplication _,
                    Effect.Fence _,
                    Effect.Drain _,
                    Effect.Verify _,
                    Effect.StopProcessing _,
                    Effect.Unstage _,
                    Effect.Delete _ ->
                    Optional.empty();
        };
    }

    private static String word(Use use) {
        return use.name().toLowerCase(Locale.ROOT);
    }
}
