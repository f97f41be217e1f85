package gotthard.overview;

import gotthard.action.Before;
import gotthard.action.Difference;
import gotthard.action.Evidence;
import gotthard.action.Failure;
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
import gotthard.journal.SitePause;
import gotthard.plan.PlanName;
import gotthard.world.CellId;
import gotthard.world.Effect;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// Tells what happened to a run that moves Europe's files, entry by entry.
public final class Story {
    public static final SiteName MOSCOW = new SiteName("moscow");
    public static final CellId CELL =
            new CellId(new RegionName("europe"), new DataTypeName("suspicious-files"));

    private final RunId run;
    private final List<Entry> entries = new ArrayList<>();
    private final Map<StepId, Progress> progress = new HashMap<>();
    private Instant now;

    private Story(String run, Instant start) {
        this.run = new RunId(run);
        now = start;
    }

    /// A run of the plan `europe-files`: `ready`, a workload and the files to each of two sites, and a gate before `switch`.
    public static Story begins(String run, Instant start) {
        return begins(run, start, opening());
    }

    /// A run of another plan.
    public static Story begins(String run, Instant start, Opening opening) {
        var story = new Story(run, start);
        story.add(new Event.RunOpened(opening));
        return story;
    }

    /// The same plan, with more steps, and as it is written.
    public static Opening opening(String written, List<Opening.Listed> more) {
        Opening usual = opening();
        return new Opening(
                usual.plan(),
                usual.title(),
                usual.planSource(),
                usual.inventorySource(),
                usual.toolVersion(),
                usual.startedBy(),
                usual.seed(),
                usual.selection(),
                usual.limits(),
                Stream.concat(usual.steps().stream(), more.stream()).toList(),
                Map.of(usual.planSource(), written));
    }

    public static Opening opening() {
        return new Opening(
                new PlanName("europe-files"),
                "Files shared by users in Europe are stored and processed in Zurich",
                "plans/10-europe-files.yaml",
                "inventories/sandbox.yaml",
                "0.1.0",
                "platform-lead-1 on desk-1",
                7,
                Opening.Selection.ALL,
                Opening.Limits.USUAL,
                List.of(
                        listed("ready", "preflight", "look at all sites", Set.of(), List.of()),
                        workload("zurich-1"),
                        files("zurich-1"),
                        files("zurich-2"),
                        listed(
                                "go",
                                "approve",
                                "wait for platform-lead and supervisor",
                                Set.of("files[zurich-1]", "files[zurich-2]", "workload[zurich-1]"),
                                List.of()),
                        listed(
                                "switch",
                                "kubernetes.scale",
                                "scale intake/analysis at zurich-1 to 2",
                                Set.of("go"),
                                List.of(new Effect.Processing(CELL, new SiteName("zurich-1"))))),
                Map.of());
    }

    private static Opening.Listed workload(String site) {
        return listed(
                "workload[" + site + "]",
                "kubernetes.apply",
                "apply 4 objects to " + site,
                Set.of("ready"),
                List.of(new Effect.Deploy(CELL, new SiteName(site))));
    }

    private static Opening.Listed files(String site) {
        return listed(
                "files[" + site + "]",
                "files.copy",
                "copy " + CELL + " from moscow to " + site,
                Set.of("ready"),
                List.of(new Effect.Copy(CELL, MOSCOW, new SiteName(site), true)));
    }

    static Opening.Listed listed(
            String id, String kind, String summary, Set<String> needs, List<Effect> effects) {
        return new Opening.Listed(
                new StepId(id),
                kind,
                1,
                summary,
                Set.copyOf(needs.stream().map(StepId::new).toList()),
                sites(effects),
                effects,
                "00");
    }

    /// Where a copy comes from and goes to; the others are left out, as nothing here asks for them.
    private static Set<SiteName> sites(List<Effect> effects) {
        return effects.stream()
                .filter(Effect.Copy.class::isInstance)
                .map(Effect.Copy.class::cast)
                .flatMap(copy -> Stream.of(copy.from(), copy.at()))
                .collect(Collectors.toSet());
    }

    public Story add(Event event) {
        entries.add(new Entry(entries.size() + 1L, now, event));
        return this;
    }

    public Story after(Duration pause) {
        now = now.plus(pause);
        return this;
    }

    public Story found(String step, String statement) {
        return add(new Event.StepFoundRight(new StepId(step), Evidence.of(1, statement)));
    }

    public Story intends(String step, int attempt) {
        return intends(step, 1, attempt);
    }

    public Story intends(String step, int generation, int attempt) {
        return add(
                new Event.StepIntended(
                        new StepId(step), generation, attempt, new Before.Absent(), List.of()));
    }

    public Story ends(String step) {
        return add(
                new Event.StepEnded(
                        new StepId(step), new Outcome.Changed(Evidence.of(1, "changed"))));
    }

    public Story fails(String step, String what, String next) {
        return add(
                new Event.StepEnded(
                        new StepId(step),
                        new Outcome.Failed(Failure.transientFailure(what, next))));
    }

    public Story holds(String step, Evidence evidence) {
        return add(new Event.StepVerified(new StepId(step), new Verdict.Holds(evidence)));
    }

    public Story differs(String step, Difference... differences) {
        return add(
                new Event.StepVerified(
                        new StepId(step), new Verdict.Differs(List.of(differences))));
    }

    public Story givesUp(String step) {
        return add(new Event.StepGivenUp(new StepId(step)));
    }

    public Story waits(String step, String... roles) {
        var missing = List.of(roles).stream().map(RoleName::new).toList();
        return add(
                new Event.StepHeld(
                        new StepId(step),
                        new Hold.AwaitsApproval(
                                Set.copyOf(missing),
                                "gotthard approve " + run + " " + step + " --as PERSON")));
    }

    public Story approved(String step, String... people) {
        return add(
                new Event.StepApproved(
                        new StepId(step),
                        List.of(people).stream()
                                .map(
                                        person ->
                                                new Request.Approve(
                                                        new StepId(step),
                                                        new PersonName(person),
                                                        now,
                                                        "",
                                                        Optional.empty()))
                                .toList()));
    }

    public Story turnsBack(String why) {
        return add(new Event.RunTurned(Event.Direction.BACK, why));
    }

    public Story rests(String site, String value) {
        return add(
                new Event.SitePaused(
                        new SiteName(site), new SitePause("metadata-p99", value, "at most 0.5")));
    }

    public Story goesOn(String site) {
        return add(new Event.SiteResumed(new SiteName(site)));
    }

    public Story undoes(String step, Evidence restored) {
        var id = new StepId(step);
        add(new Event.StepUndoIntended(id, 1));
        after(Duration.ofSeconds(2));
        add(new Event.StepUndone(id, new Outcome.Changed(restored)));
        return add(new Event.StepRestored(id, new Verdict.Holds(restored)));
    }

    public Story ended(Ending ending) {
        return add(new Event.RunEnded(ending));
    }

    public Story shows(String step, Progress reached) {
        progress.put(new StepId(step), reached);
        return this;
    }

    public List<Entry> entries() {
        return List.copyOf(entries);
    }

    public RunState state() {
        return RunState.replay(run, entries);
    }

    public Overview overview() {
        return Overview.of(state(), entries, progress, now);
    }

    /// Files that were compared.
    public static Evidence files(long compared, long of, long bytes) {
        return new Evidence(compared, of, bytes, compared + " files, equal by SHA-256", List.of());
    }
}
