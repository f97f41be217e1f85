package gotthard.run;

import gotthard.action.Action;
import gotthard.action.Declaration;
import gotthard.action.Work;
import gotthard.graph.Graph;
import gotthard.graph.Step;
import gotthard.graph.StepId;
import gotthard.graph.Timetable;
import gotthard.inventory.Inventory;
import gotthard.inventory.Person;
import gotthard.inventory.PersonName;
import gotthard.inventory.RoleName;
import gotthard.inventory.SiteName;
import gotthard.journal.Opening;
import gotthard.plan.OnFailure;
import gotthard.plan.PlanName;
import gotthard.problem.Place;
import gotthard.world.Effect;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// Makes routes for tests.
public final class Routes {
    public static final RoleName LEAD = new RoleName("platform-lead");
    public static final RoleName SUPERVISOR = new RoleName("supervisor");

    private final List<Step> steps = new ArrayList<>();
    private int attempts = 3;
    private OnFailure onFailure = OnFailure.ROLLBACK;
    private Duration deadline = Duration.ofMinutes(1);
    private Timetable timetable = Timetable.EMPTY;

    public static StepId id(String name) {
        return new StepId(name);
    }

    /// For the steps that follow.
    public Routes attempts(int most) {
        attempts = most;
        return this;
    }

    /// For the steps that follow.
    public Routes onFailure(OnFailure what) {
        onFailure = what;
        return this;
    }

    /// For the steps that follow.
    public Routes deadline(Duration each) {
        deadline = each;
        return this;
    }

    /// For all steps.
    public Routes timetable(Timetable when) {
        timetable = when;
        return this;
    }

    public Routes step(String name, Action action, String... needs) {
        return step(name, new Work.Change(action), needs);
    }

    /// A step whose action nobody calls.
    public Routes idle(String name, String... needs) {
        return step(
                name,
                new ThingAction(ThingAction.emptyWorld(), name, ThingAction.noCalls()),
                needs);
    }

    public Routes approval(String name, Set<RoleName> roles, String... needs) {
        return approval(name, roles, Optional.empty(), needs);
    }

    public Routes approval(
            String name, Set<RoleName> roles, Optional<Work.Quorum> quorum, String... needs) {
        return step(
                name,
                new Work.Approval(roles, quorum, true, Duration.ofDays(7), Optional.empty()),
                needs);
    }

    private Routes step(String name, Work.Single work, String... needs) {
        var needed = List.of(needs).stream().map(Routes::id).toList();
        steps.add(
                new Step(
                        id(name),
                        "test",
                        1,
                        Set.copyOf(needed),
                        work,
                        onFailure,
                        deadline,
                        attempts,
                        Place.of("plan.yaml"),
                        name));
        return this;
    }

    public Graph graph() {
        return new Graph(new PlanName("moves"), steps, timetable, Map.of());
    }

    public Route route() {
        return new Route(graph(), inventory());
    }

    /// Two leads, one of whom supervises too, and a supervisor.
    public static Inventory inventory() {
        return new Inventory(
                "test",
                Optional.empty(),
                Map.of(),
                Map.of(),
                Map.of(),
                Set.of(LEAD, SUPERVISOR),
                Map.of(
                        new PersonName("lead-1"),
                        person("lead-1", LEAD),
                        new PersonName("lead-2"),
                        person("lead-2", LEAD, SUPERVISOR),
                        new PersonName("supervisor-1"),
                        person("supervisor-1", SUPERVISOR)));
    }

    private static Person person(String name, RoleName... roles) {
        return Approvals.person(name, Set.of(roles));
    }

    public Opening opening() {
        return opening(Opening.Selection.ALL, Opening.Limits.USUAL, 1);
    }

    public Opening opening(Opening.Selection selection, Opening.Limits limits, long seed) {
        return new Opening(
                new PlanName("moves"),
                "Things move",
                "plan.yaml",
                "inventory.yaml",
                "test",
                "lead-1",
                seed,
                selection,
                limits,
                steps.stream().map(Openings::listed).toList(),
                Map.of());
    }

    /// What an action declares that works at these sites.
    public static Declaration declaration(
            String summary, Declaration.Reversal reversal, Set<SiteName> sites) {
        return declaration(summary, reversal, sites, List.of());
    }

    static Declaration declaration(
            String summary,
            Declaration.Reversal reversal,
            Set<SiteName> sites,
            List<Effect> effects) {
        return new Declaration(
                summary,
                sites,
                effects,
                List.of(),
                reversal,
                Set.of(),
                Declaration.Guard.ENFORCED,
                Declaration.Guard.NONE);
    }
}
