package gotthard.overview;

import gotthard.graph.StepId;
import gotthard.inventory.DataTypeName;
import gotthard.inventory.RegionName;
import gotthard.inventory.SiteName;
import gotthard.journal.Entry;
import gotthard.journal.Opening;
import gotthard.journal.RunId;
import gotthard.plan.PlanName;
import gotthard.world.CellId;
import gotthard.world.Effect;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;

/// A few small plans, each run once or twice, in whose runs anything happens that the journal knows of a step: also what is rare, and one on top of
/// the other. All of it comes from a seed.
public final class AnyProgramme {
    private static final SiteName MOSCOW = new SiteName("moscow");
    private static final List<SiteName> TARGETS =
            List.of(new SiteName("zurich-1"), new SiteName("zurich-2"));
    private static final List<CellId> CELLS =
            List.of(
                    cell("europe", "suspicious-files"),
                    cell("europe", "statistics"),
                    cell("usa", "suspicious-files"));
    private static final List<String> KINDS =
            List.of(
                    "files.copy",
                    "files.copy",
                    "files.copy",
                    "dataset.follow",
                    "kubernetes.apply",
                    "ssh.run",
                    "approve",
                    "data.delete");

    private final Random random;

    private AnyProgramme(long seed) {
        random = new Random(seed);
    }

    private static CellId cell(String region, String data) {
        return new CellId(new RegionName(region), new DataTypeName(data));
    }

    /// The runs, in the order in which they were begun.
    public static List<BigProgramme.Made> of(long seed) {
        var making = new AnyProgramme(seed);
        var runs = new ArrayList<BigProgramme.Made>();
        int plans = 1 + making.random.nextInt(3);
        for (int plan = 0; plan < plans; plan++) {
            Opening opening = making.opening(plan);
            Instant start = BigProgramme.NOW.minus(Duration.ofDays(6 - plan));
            int more = making.random.nextInt(2);
            for (int run = 0; run <= more; run++) {
                var telling = new AnyRun(making.random, opening, start, run == more);
                List<Entry> entries = telling.tell();
                runs.add(
                        new BigProgramme.Made(
                                new RunId("plan-" + plan + "-" + "abcd".charAt(run) + "2345"),
                                entries,
                                telling.progress()));
                start = entries.getLast().at().plusSeconds(60);
            }
        }
        return runs;
    }

    private Opening opening(int number) {
        String source = "plans/" + number + ".yaml";
        List<Opening.Listed> steps = steps();
        return new Opening(
                new PlanName("plan-" + number),
                "Some data are stored in Zurich",
                source,
                "inventories/lab.yaml",
                "0.1.0",
                "platform-lead-1 on desk-1",
                number,
                selection(steps),
                Opening.Limits.USUAL,
                steps,
                Map.of(source, written(number, steps)));
    }

    private Opening.Selection selection(List<Opening.Listed> steps) {
        if (random.nextInt(6) > 0) {
            return Opening.Selection.ALL;
        }
        var some = new HashSet<StepId>();
        steps.stream()
                .filter(_ -> random.nextInt(10) < 8)
                .forEach(
                        step -> {
                            some.add(step.id());
                            some.addAll(step.needs());
                        });
        return new Opening.Selection(some);
    }

    private String written(int number, List<Opening.Listed> steps) {
        LocalDate today = LocalDate.ofInstant(BigProgramme.NOW, ZoneOffset.UTC);
        String due =
                random.nextInt(3) == 0 ? "" : "  due: " + today.plusDays(random.nextInt(9) - 1);
        return """
                apiVersion: gotthard/v1
                kind: Plan
                metadata: {name: plan-%s, owner: platform, title: x}
                spec:
                %s
                  steps:
                %s
                """
                .formatted(
                        number,
                        due,
                        steps.stream()
                                .map(step -> "    - {id: " + step.id() + day(today) + "}")
                                .collect(Collectors.joining("\n")));
    }

    private String day(LocalDate today) {
        return random.nextInt(3) > 0 ? "" : ", notBefore: " + today.plusDays(random.nextInt(7) - 2);
    }

    private List<Opening.Listed> steps() {
        var steps = new ArrayList<Opening.Listed>();
        int many = 4 + random.nextInt(16);
        for (int i = 0; i < many; i++) {
            String kind = KINDS.get(random.nextInt(KINDS.size()));
            var needs = new HashSet<StepId>();
            for (Opening.Listed earlier : steps) {
                if (random.nextInt(steps.size() + 1) < 2) {
                    needs.add(earlier.id());
                }
            }
            steps.add(
                    new Opening.Listed(
                            new StepId("step-" + i),
                            kind,
                            1,
                            "does something",
                            needs,
                            Set.of(),
                            effects(kind),
                            "00"));
        }
        return steps;
    }

    private List<Effect> effects(String kind) {
        SiteName target = TARGETS.get(random.nextInt(2));
        CellId cell = CELLS.get(random.nextInt(CELLS.size()));
        return switch (kind) {
            case "files.copy", "dataset.follow" ->
                    random.nextInt(5) > 0
                            ? List.of(new Effect.Copy(cell, MOSCOW, target, true))
                            : List.of(
                                    new Effect.Copy(CELLS.get(0), MOSCOW, target, true),
                                    new Effect.Copy(CELLS.get(1), MOSCOW, target, true));
            case "kubernetes.apply" ->
                    random.nextBoolean()
                            ? List.of(new Effect.Deploy(cell, target))
                            : List.of(new Effect.Processing(cell, target));
            case "data.delete" -> List.of(new Effect.Delete(cell, MOSCOW));
            default -> List.of();
        };
    }
}
