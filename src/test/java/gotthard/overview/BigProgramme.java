package gotthard.overview;

import gotthard.action.Before;
import gotthard.action.Difference;
import gotthard.action.Evidence;
import gotthard.action.Outcome;
import gotthard.action.Progress;
import gotthard.action.Verdict;
import gotthard.graph.StepId;
import gotthard.inventory.DataTypeName;
import gotthard.inventory.PersonName;
import gotthard.inventory.RegionName;
import gotthard.inventory.RoleName;
import gotthard.inventory.SiteName;
import gotthard.journal.Ending;
import gotthard.journal.Entry;
import gotthard.journal.Event;
import gotthard.journal.Hold;
import gotthard.journal.Opening;
import gotthard.journal.Request;
import gotthard.journal.RunId;
import gotthard.journal.RunState;
import gotthard.plan.PlanName;
import gotthard.world.CellId;
import gotthard.world.Effect;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Random;
import java.util.Set;

/// A programme of 8 plans, 60 cells and 3,000 steps in the middle of its way: some plans are done, others wait, fail, turn back or have just begun.
/// All of it comes from a seed.
public final class BigProgramme {
    public static final int PLANS = 8;
    public static final int CELLS = 60;
    public static final int STEPS = 3000;
    public static final Instant NOW = Instant.parse("2019-12-02T09:30:00Z");

    private static final SiteName MOSCOW = new SiteName("moscow");
    private static final List<SiteName> TARGETS =
            List.of(new SiteName("zurich-1"), new SiteName("zurich-2"));
    private static final List<String> REGIONS =
            List.of(
                    "africa", "asia", "canada", "europe", "india", "japan", "korea", "mexico",
                    "oceania", "usa");
    private static final List<String> DATA =
            List.of(
                    "suspicious-files",
                    "file-metadata",
                    "statistics",
                    "licences",
                    "detections",
                    "telemetry");
    private static final List<String> NAMES =
            List.of(
                    "foundation",
                    "europe-files",
                    "americas-files",
                    "asia-files",
                    "statistics",
                    "telemetry",
                    "licences",
                    "detections");

    private final Random random;
    private final List<Made> runs = new ArrayList<>();

    /// How far a plan has come.
    private enum Fate {
        DONE,
        WAITS,
        UNDERWAY,
        FAILED,
        BACK,
        BEGUN
    }

    private static final List<Fate> FATES =
            List.of(
                    Fate.DONE,
                    Fate.DONE,
                    Fate.DONE,
                    Fate.WAITS,
                    Fate.UNDERWAY,
                    Fate.FAILED,
                    Fate.BACK,
                    Fate.BEGUN);

    /// A run with all of its entries.
    public record Made(RunId id, List<Entry> entries, Map<StepId, Progress> progress) {
        public Overview overview() {
            return Overview.of(RunState.replay(id, entries), entries, progress, NOW);
        }
    }

    private BigProgramme(long seed) {
        random = new Random(seed);
    }

    public static List<Made> of(long seed) {
        var making = new BigProgramme(seed);
        for (int plan = 0; plan < PLANS; plan++) {
            making.plan(plan);
        }
        return List.copyOf(making.runs);
    }

    public static ProgrammeOverview overview(long seed) {
        return ProgrammeOverview.of(of(seed).stream().map(Made::overview).toList());
    }

    private static List<CellId> cells(int plan) {
        var cells = new ArrayList<CellId>();
        for (int i = plan; i < CELLS; i += PLANS) {
            cells.add(
                    new CellId(
                            new RegionName(REGIONS.get(i % REGIONS.size())),
                            new DataTypeName(DATA.get(i / REGIONS.size()))));
        }
        return cells;
    }

    private static List<Opening.Listed> steps(int plan) {
        var steps = new ArrayList<Opening.Listed>();
        steps.add(step("ready", "preflight", "look at all sites", Set.of(), List.of()));
        var copies = new HashSet<String>();
        for (CellId cell : cells(plan)) {
            for (SiteName target : TARGETS) {
                String name = "[" + cell.region() + "," + cell.data() + "," + target + "]";
                steps.add(
                        step(
                                "workload" + name,
                                "kubernetes.apply",
                                "apply 4 objects to " + target,
                                Set.of("ready"),
                                List.of(new Effect.Deploy(cell, target))));
                steps.add(
                        step(
                                "files" + name,
                                "files.copy",
                                "copy " + cell + " from moscow to " + target,
                                Set.of("ready"),
                                List.of(new Effect.Copy(cell, MOSCOW, target, true))));
                copies.add("files" + name);
            }
        }
        int after = 1 + 2 * cells(plan).size() + (plan == 0 ? 1 : 0);
        for (int host = 1; steps.size() < STEPS / PLANS - after; host++) {
            steps.add(
                    step(
                            "mark[host-" + host + "]",
                            "ssh.run",
                            "run touch takes-part on host " + host,
                            Set.of("ready"),
                            List.of()));
        }
        steps.add(step("go", "approve", "wait for platform-lead", copies, List.of()));
        for (CellId cell : cells(plan)) {
            for (SiteName target : TARGETS) {
                steps.add(
                        step(
                                "process[" + cell.region() + "," + cell.data() + "," + target + "]",
                                "kubernetes.scale",
                                "scale intake/analysis at " + target + " to 2",
                                Set.of("go"),
                                List.of(new Effect.Processing(cell, target))));
            }
        }
        if (plan == 0) {
            steps.add(
                    step(
                            "clear",
                            "data.delete",
                            "delete " + cells(plan).getFirst() + " at moscow",
                            Set.of("go"),
                            List.of(new Effect.Delete(cells(plan).getFirst(), MOSCOW))));
        }
        return steps;
    }

    private static Opening.Listed step(
            String id, String kind, String summary, Set<String> needs, List<Effect> effects) {
        return new Opening.Listed(
                new StepId(id),
                kind,
                1,
                summary,
                Set.copyOf(needs.stream().map(StepId::new).toList()),
                Set.of(),
                effects,
                "00");
    }

    private void plan(int number) {
        String name = NAMES.get(number);
        Instant start = NOW.minus(Duration.ofDays(40L - 4L * number));
        Fate fate = FATES.get(number);
        LocalDate due =
                fate == Fate.DONE || fate == Fate.FAILED
                        ? LocalDate.ofInstant(start, ZoneOffset.UTC).plusDays(10)
                        : LocalDate.ofInstant(NOW, ZoneOffset.UTC).plusDays(3L * number - 9);
        String source = "plans/" + number + "0-" + name + ".yaml";
        var opening =
                new Opening(
                        new PlanName(name),
                        "All of " + name.replace('-', ' ') + " is stored and processed in Zurich",
                        source,
                        "inventories/lab.yaml",
                        "0.1.0",
                        "platform-lead-1 on desk-1",
                        number,
                        Opening.Selection.ALL,
                        Opening.Limits.USUAL,
                        steps(number),
                        Map.of(source, written(name, due)));
        var telling = new Telling(start, fate);
        telling.tell(opening);
        runs.add(
                new Made(
                        new RunId(name + "-" + "abcdefgh".charAt(number) + "2345"),
                        List.copyOf(telling.entries),
                        Map.copyOf(telling.progress)));
    }

    private static String written(String name, LocalDate due) {
        return """
                apiVersion: gotthard/v1
                kind: Plan
                metadata: {name: %s, owner: platform, title: x}
                spec:
                  due: %s
                """
                .formatted(name, due);
    }

    /// Tells a run.
    private final class Telling {
        private final List<Entry> entries = new ArrayList<>();
        private final Map<StepId, Progress> progress = new HashMap<>();
        private final List<StepId> done = new ArrayList<>();
        private final Fate fate;
        private Instant now;

        private Telling(Instant start, Fate fate) {
            now = start;
            this.fate = fate;
        }

        private void add(Event event) {
            entries.add(new Entry(entries.size() + 1L, now, event));
        }

        private void tell(Opening opening) {
            add(new Event.RunOpened(opening));
            int most =
                    switch (fate) {
                        case DONE, WAITS -> opening.steps().size();
                        case UNDERWAY -> 40;
                        case FAILED -> 25;
                        case BACK -> 12;
                        case BEGUN -> 3;
                    };
            for (Opening.Listed step : opening.steps().subList(0, most)) {
                if (step.kind().equals("approve") && fate == Fate.WAITS) {
                    wait(step.id());
                    return;
                }
                carryOut(step);
            }
            end(opening.steps().subList(most, opening.steps().size()));
        }

        private void wait(StepId step) {
            now = NOW.minus(Duration.ofHours(31));
            add(
                    new Event.StepHeld(
                            step,
                            new Hold.AwaitsApproval(
                                    Set.of(new RoleName("platform-lead")), "gotthard approve")));
        }

        private void carryOut(Opening.Listed step) {
            now = now.plus(Duration.ofSeconds(5L + random.nextInt(240)));
            switch (step.kind()) {
                case "preflight" ->
                        add(
                                new Event.StepFoundRight(
                                        step.id(), Evidence.of(12, "12 findings, all good")));
                case "approve" -> {
                    wait(step.id(), Duration.ofHours(3));
                    add(
                            new Event.StepApproved(
                                    step.id(),
                                    List.of(
                                            new Request.Approve(
                                                    step.id(),
                                                    new PersonName("platform-lead-1"),
                                                    now,
                                                    "",
                                                    Optional.empty()))));
                }
                default -> work(step);
            }
            done.add(step.id());
        }

        private void wait(StepId step, Duration time) {
            add(
                    new Event.StepHeld(
                            step,
                            new Hold.AwaitsApproval(
                                    Set.of(new RoleName("platform-lead")), "gotthard approve")));
            now = now.plus(time);
        }

        private void work(Opening.Listed step) {
            intend(step.id());
            now = now.plus(Duration.ofSeconds(20L + random.nextInt(600)));
            boolean isCopy = step.kind().equals("files.copy");
            long files = isCopy ? 500L + random.nextInt(5000) : 1;
            add(new Event.StepEnded(step.id(), new Outcome.Changed(Evidence.of(1, "changed"))));
            add(
                    new Event.StepVerified(
                            step.id(), new Verdict.Holds(evidence(isCopy, files, files))));
            if (isCopy && random.nextInt(8) == 0) {
                long now2 = files + random.nextInt(200) - 60;
                now = now.plusSeconds(60);
                add(
                        new Event.StepVerified(
                                step.id(),
                                new Verdict.Holds(
                                        evidence(
                                                true,
                                                Math.max(1, now2 - random.nextInt(40)),
                                                now2))));
            }
        }

        private void intend(StepId step) {
            add(new Event.StepIntended(step, 1, 1, new Before.Absent(), List.of()));
        }

        private Evidence evidence(boolean isCopy, long compared, long of) {
            return isCopy
                    ? new Evidence(
                            compared,
                            of,
                            compared * 30_011,
                            compared + " of " + of + " files, equal by SHA-256",
                            List.of())
                    : Evidence.of(1, "as wanted");
        }

        private void end(List<Opening.Listed> left) {
            switch (fate) {
                case DONE -> add(new Event.RunEnded(Ending.DONE));
                case WAITS -> {}
                case UNDERWAY, BEGUN -> run(left);
                case FAILED -> fail(left.getFirst().id());
                case BACK -> goBack();
            }
        }

        private void run(List<Opening.Listed> left) {
            now = NOW.minus(Duration.ofMinutes(4));
            for (Opening.Listed step : left.subList(0, 4)) {
                intend(step.id());
                boolean isKnown = random.nextBoolean();
                progress.put(
                        step.id(),
                        new Progress(
                                1 + random.nextInt(800),
                                isKnown ? OptionalLong.of(1200) : OptionalLong.empty(),
                                Progress.Unit.FILES,
                                "copies files"));
            }
        }

        private void fail(StepId step) {
            intend(step);
            now = now.plusSeconds(90);
            var differences =
                    List.of(
                            new Difference(
                                    "zurich-1/files-1:/srv/files/a|<b>.bin",
                                    "36,104 bytes",
                                    "36,100 bytes",
                                    Difference.Owner.OURS_OR_ABSENT));
            add(new Event.StepEnded(step, new Outcome.Changed(Evidence.of(1, "changed"))));
            add(new Event.StepVerified(step, new Verdict.Differs(differences)));
            add(new Event.StepGivenUp(step));
            add(new Event.RunEnded(Ending.FAILED));
        }

        private void goBack() {
            add(new Event.RunTurned(Event.Direction.BACK, "asked for by platform-lead-1"));
            for (StepId step : done.subList(1, done.size()).reversed()) {
                now = now.plusSeconds(30);
                add(new Event.StepUndoIntended(step, 1));
                now = now.plusSeconds(20);
                add(new Event.StepUndone(step, new Outcome.Changed(Evidence.of(1, "undone"))));
                add(new Event.StepRestored(step, new Verdict.Holds(Evidence.of(1, "as before"))));
            }
            add(new Event.RunEnded(Ending.ROLLED_BACK));
        }
    }
}
