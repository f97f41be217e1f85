package gotthard.proof.reference;

import static gotthard.proof.reference.ModelBuilder.MOSCOW;
import static gotthard.proof.reference.ModelBuilder.ZURICH_1;
import static gotthard.proof.reference.ModelBuilder.ZURICH_2;

import gotthard.inventory.Inventory;
import gotthard.inventory.SiteName;
import gotthard.policy.PolicyDocument;
import gotthard.policy.Quantity;
import gotthard.policy.Rule;
import gotthard.proof.Clause;
import gotthard.proof.Model;
import gotthard.shape.Names;
import gotthard.world.Cell;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;

/// Small rules over one or two cells of a model; most hold at first.
final class RandomClauses {
    private static final SiteName ELSEWHERE = new SiteName("elsewhere");
    private static final List<SiteName> SITES = List.of(MOSCOW, ZURICH_1, ZURICH_2, ELSEWHERE);
    private static final Names NAMES =
            Names.of(
                    Map.of(
                            Inventory.SITE,
                            Set.of(
                                    MOSCOW.value(),
                                    ZURICH_1.value(),
                                    ZURICH_2.value(),
                                    ELSEWHERE.value())));
    private static final int TRIES = 12;

    private final Random random;
    private final Model model;

    RandomClauses(Random random, Model model) {
        this.random = random;
        this.model = model;
    }

    List<Clause> some() {
        var clauses = new ArrayList<Clause>();
        for (int count = 1 + random.nextInt(2); count > 0; count--) {
            clauses.add(clause("rule-" + count));
        }
        return clauses;
    }

    private Clause clause(String name) {
        List<Cell> cells = new ArrayList<>(model.cells());
        Collections.shuffle(cells, random);
        int count = Math.min(cells.size(), 1 + random.nextInt(2));
        List<String> names = List.of("one", "other").subList(0, count);
        var ids = cells.subList(0, count).stream().map(Cell::id).toList();
        var first = model.cells().stream().map(cell -> Ground.of(cell, model).atFirst()).toList();
        Clause clause = new Clause(rule(name, names), ids);
        for (int tried = 0; tried < TRIES && !CellJudge.holds(clause, first); tried++) {
            clause = new Clause(rule(name, names), ids);
        }
        return clause;
    }

    private Rule rule(String name, List<String> cells) {
        String days = "";
        if (random.nextInt(4) == 0) {
            LocalDate from = model.days().get(random.nextInt(model.days().size()));
            days = "from: " + from + "\n";
            if (random.nextBoolean()) {
                days += "until: " + from.plusDays(30) + "\n";
            }
        }
        String that = expression(cells, 2);
        for (String cell : cells) {
            if (!that.contains(cell + ".")) {
                that = "(" + that + ") || " + atom(List.of(cell));
            }
        }
        String text =
                """
                apiVersion: gotthard/v1
                kind: Policy
                metadata: {name: random}
                spec:
                  rules:
                    - name: %s
                      title: It holds
                      cells: {%s}
                      that: >-
                        %s
                """
                        .formatted(name, String.join(": {}, ", cells) + ": {}", that);
        var read = PolicyDocument.read("policy.yaml", text + days.indent(6), NAMES);
        return read.toOptional()
                .orElseThrow(() -> new AssertionError(read.problems().toString()))
                .rules()
                .getFirst();
    }

    private String expression(List<String> cells, int depth) {
        if (depth == 0 || random.nextInt(4) == 0) {
            return atom(cells);
        }
        String left = expression(cells, depth - 1);
        String right = expression(cells, depth - 1);
        return switch (random.nextInt(4)) {
            case 0 -> "(%s && %s)".formatted(left, right);
            case 1 -> "!(%s) || %s".formatted(left, right);
            case 2 -> "(%s ? %s : %s)".formatted(atom(cells), left, right);
            default -> "(%s || %s)".formatted(left, right);
        };
    }

    private String atom(List<String> cells) {
        String levels = pick(cells) + "." + pick(List.of(Quantity.values())).word();
        String others = pick(cells) + "." + pick(List.of(Quantity.values())).word();
        return switch (random.nextInt(6)) {
            case 0 -> "%s.all(s, %s[s] %s)".formatted(levels, levels, compared());
            case 1 -> "%s.exists(s, %s[s] %s)".formatted(levels, levels, compared());
            case 2 ->
                    "%s.all(s, %s[s] %s || %s[s] %s)"
                            .formatted(levels, levels, compared(), others, compared());
            case 3 ->
                    "%s.filter(s, %s[s] %s).size() <= %d"
                            .formatted(levels, levels, compared(), 1 + random.nextInt(2));
            default -> "%s[\"%s\"] %s".formatted(levels, pick(SITES), compared());
        };
    }

    private String compared() {
        return pick(List.of("==", "!=", "<", ">=")) + " " + pick(List.of("none", "half", "full"));
    }

    private <T> T pick(List<T> some) {
        return some.get(random.nextInt(some.size()));
    }
}
