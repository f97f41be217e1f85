package gotthard.report;

import gotthard.access.Needs;
import gotthard.access.Subject;
import gotthard.access.Wanted;
import gotthard.action.Access;
import gotthard.action.Readying;
import gotthard.action.Work;
import gotthard.graph.Assembled;
import gotthard.graph.Step;
import gotthard.graph.StepId;
import gotthard.graph.Stopping;
import gotthard.inventory.Endpoint;
import gotthard.inventory.EndpointName;
import gotthard.inventory.Site;
import gotthard.inventory.SiteName;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/// A plan as a document that people follow by hand where this program is not there: what to have at hand, then each step in an order that
/// its needs allow, and a table to sign.
public final class Runbook {
    private final Assembled assembled;
    private final List<RunbookBlock> blocks = new ArrayList<>();
    private final Map<StepId, Integer> numbers = new HashMap<>();

    private Runbook(Assembled assembled) {
        this.assembled = assembled;
        assembled.graph().steps().forEach(step -> numbers.put(step.id(), numbers.size() + 1));
    }

    /// All parts, in order; the first is the title.
    ///
    /// @param subject whom rights are given to
    public static List<RunbookBlock> of(Assembled assembled, Subject subject) {
        var runbook = new Runbook(assembled);
        runbook.head();
        runbook.atHand(subject);
        runbook.blocks.add(new RunbookBlock.Heading(2, "Steps"));
        var steps = new RunbookStep(assembled, Map.copyOf(runbook.numbers));
        assembled.graph().steps().forEach(step -> runbook.blocks.addAll(steps.blocks(step)));
        runbook.signing();
        return List.copyOf(runbook.blocks);
    }

    private void head() {
        var plan = assembled.plan();
        blocks.add(new RunbookBlock.Heading(1, plan.title()));
        var items = new ArrayList<String>();
        items.add("Plan: " + plan.name() + " (" + assembled.planSource() + ")");
        items.add("Owner: " + plan.owner());
        items.add(
                "Inventory: "
                        + assembled.inventory().name()
                        + " ("
                        + assembled.inventorySource()
                        + ")");
        plan.due().ifPresent(day -> items.add("Due: " + day));
        items.add(
                plan.after().isEmpty()
                        ? "Begins: at any time that its steps allow"
                        : "Begins: after the plans "
                                + Sentences.and(plan.after())
                                + " have ended well");
        items.add("Windows and days: " + times());
        items.add("Approvals: " + approvals());
        items.add("Way back: " + wayBack());
        blocks.add(new RunbookBlock.Items(items));
        blocks.add(
                new RunbookBlock.Paragraph(
                        "For who follows it by hand because the program is not there. It does one step after the other; what could run at the same time is told by what each step needs. Nobody else may carry the plan out meanwhile."));
    }

    private String times() {
        List<String> limited =
                assembled.graph().steps().stream()
                        .filter(
                                step ->
                                        assembled.graph().timetable().window(step.id()).isPresent()
                                                || assembled
                                                        .graph()
                                                        .timetable()
                                                        .notBefore(step.id())
                                                        .isPresent())
                        .map(this::numbered)
                        .toList();
        return limited.isEmpty() ? "none" : "they hold for " + Sentences.and(limited);
    }

    private String approvals() {
        List<String> gates =
                assembled.graph().steps().stream()
                        .filter(step -> step.work() instanceof Work.Approval)
                        .map(this::numbered)
                        .toList();
        return gates.isEmpty() ? "none" : Sentences.and(gates);
    }

    private String wayBack() {
        Optional<Step> point =
                assembled.graph().steps().stream().filter(Stopping::isPointOfNoReturn).findFirst();
        return point.map(
                        step ->
                                "all can be undone until "
                                        + numbered(step)
                                        + " begins, which is a POINT OF NO RETURN")
                .orElse("every step can be undone");
    }

    private String numbered(Step step) {
        return "step " + numbers.get(step.id()) + " (" + step.id() + ")";
    }

    private void atHand(Subject subject) {
        blocks.add(new RunbookBlock.Heading(2, "Have at hand"));
        if (assembled.inventory().sandbox().isPresent()) {
            blocks.add(
                    new RunbookBlock.Warning(
                            "The inventory "
                                    + assembled.inventory().name()
                                    + " is a sandbox: its sites are inside the program and are not there without it. With -i, name an inventory of real sites."));
        }
        Needs needs = Needs.of(assembled.graph(), Access.Phase.ALL);
        var used = new TreeSet<EndpointName>();
        assembled
                .graph()
                .steps()
                .forEach(
                        step -> {
                            if (step.work() instanceof Work.Change(_, var declaration)) {
                                declaration.access().forEach(one -> used.add(one.where()));
                            }
                        });
        blocks.add(new RunbookBlock.Items(List.of(sites(used), "Programs: " + programs(used))));
        var ready = new Readying(assembled.inventory()).of(used);
        if (!ready.isEmpty()) {
            blocks.add(
                    new RunbookBlock.Doing(
                            "Make ready, in a copy of the project's folder, where all paths begin and lists are kept",
                            ready));
        }
        if (!needs.all().isEmpty()) {
            blocks.add(new RunbookBlock.Paragraph("These rights:"));
            blocks.add(
                    new RunbookBlock.Lines(
                            AccessText.lines(
                                    new Wanted(assembled.plan().name(), Access.Phase.ALL, subject),
                                    needs)));
        }
    }

    private static String sites(Set<EndpointName> used) {
        var sites = new TreeSet<SiteName>();
        used.forEach(where -> sites.add(where.site()));
        return sites.isEmpty() ? "Sites: none" : "Sites: " + Sentences.and(sites);
    }

    private String programs(Set<EndpointName> used) {
        var programs = new TreeSet<String>(Set.of("sh"));
        assembled.inventory().sites().values().stream()
                .flatMap(Site::endpoints)
                .filter(endpoint -> used.contains(endpoint.name()))
                .forEach(
                        endpoint ->
                                programs.add(
                                        switch (endpoint) {
                                            case Endpoint.Cluster _ -> "kubectl";
                                            case Endpoint.Host _ -> "ssh";
                                            case Endpoint.Web _, Endpoint.Metrics _ -> "curl";
                                            case Endpoint.Objects _ -> "aws";
                                        }));
        return Sentences.and(programs);
    }

    private void signing() {
        blocks.add(new RunbookBlock.Heading(2, "Signed off"));
        blocks.add(
                new RunbookBlock.Table(
                        "Who did what, by hand",
                        List.of("No.", "Step", "Began", "Ended", "Checked", "Name", "Signature"),
                        assembled.graph().steps().stream()
                                .map(
                                        step ->
                                                List.of(
                                                        String.valueOf(numbers.get(step.id())),
                                                        step.id().value()
                                                                + (Stopping.isPointOfNoReturn(step)
                                                                        ? " (POINT OF NO RETURN)"
                                                                        : ""),
                                                        "",
                                                        "",
                                                        "",
                                                        "",
                                                        ""))
                                .toList()));
    }
}
