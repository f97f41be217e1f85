package gotthard.cli;

import gotthard.access.Needs;
import gotthard.access.Subject;
import gotthard.access.Wanted;
import gotthard.action.Access.Phase;
import gotthard.graph.Assembled;
import gotthard.inventory.SiteName;
import gotthard.problem.Suggestion;
import gotthard.report.AccessJson;
import gotthard.report.AccessText;
import gotthard.report.AccessYaml;
import gotthard.secret.Secrets;

import picocli.CommandLine.Model.CommandSpec;

import java.util.List;
import java.util.Optional;
import java.util.Set;

/// `gotthard access`.
final class AccessTask implements Task {
    private static final String FOR = "--for";
    private static final String SUBJECT = "--subject";
    private static final String SITE = "--site";
    private static final String CHECK = "--check";
    private static final String USUAL_SUBJECT = "user:gotthard";

    @Override
    public void declare(CommandSpec spec) {
        Options.about(
                spec,
                "Tells the least rights that a plan needs, from the plan alone: roles for clusters, folders and programs on"
                        + " hosts, and what is asked by HTTP. With --output yaml the roles are documents for kubectl"
                        + " apply, without wildcards, limited to the names of objects where those are known. Namespaces"
                        + " that the plan makes are among them, because a role can't stand in one that is not there."
                        + " With --check it asks the sites instead, changes nothing, and ends with 1 when a right is"
                        + " missing, with 6 when a site did not answer.",
                "gotthard access plans/10-europe-files.yaml",
                "gotthard access plans/10-europe-files.yaml --site zurich-1 --output yaml | kubectl --context zurich-1 apply -f -",
                "gotthard access plans/10-europe-files.yaml -i inventories/lab.yaml --check");
        Options.words(spec, "1", "PLAN", "The plan.");
        Options.inventory(spec);
        Options.value(
                spec,
                "apply|verify|rollback|all",
                "What the rights are for; all by itself. Apply does not turn back by itself without those for rollback.",
                FOR);
        Options.value(
                spec,
                "WHO",
                "Whom roles are given to: user:NAME, group:NAME or serviceaccount:NAMESPACE/NAME; "
                        + USUAL_SUBJECT
                        + " by itself.",
                SUBJECT);
        Options.value(spec, "SITE", "Only what is needed at this site.", SITE);
        Options.flag(spec, "Ask the sites whether the rights are there.", CHECK);
        Options.state(spec);
    }

    @Override
    public boolean printsYaml() {
        return true;
    }

    @Override
    public Exit run(Call call) throws Trouble, InterruptedException {
        String file = call.words().getFirst();
        Set<Phase> phases = phases(call);
        Subject subject = subject(call);
        if (!call.has(CHECK)) {
            Assembled assembled =
                    Loading.sound(call, file, Loading.plan(file, call.text(Options.INVENTORY)));
            var wanted = new Wanted(assembled.plan().name(), phases, subject);
            tell(call.console(), wanted, needs(call, assembled, phases));
            return Exit.DONE;
        }
        try (Reach reach = Reach.of(call)) {
            Assembled assembled = Loading.forUse(call, file, reach);
            var check =
                    new AccessCheck(
                            assembled.inventory(),
                            assembled.graph(),
                            new Secrets(call.surroundings().environment()),
                            call.surroundings().clock());
            return told(call.console(), check.of(needs(call, assembled, phases)));
        }
    }

    private static Needs needs(Call call, Assembled assembled, Set<Phase> phases) throws Trouble {
        Needs needs = Needs.of(assembled.graph(), phases);
        Optional<String> site = call.text(SITE);
        if (site.isEmpty()) {
            return needs;
        }
        var name = new SiteName(site.get());
        if (!assembled.inventory().sites().containsKey(name)) {
            throw Trouble.badUse(
                    "the inventory has no site \"" + site.get() + "\"",
                    Suggestion.didYouMean(
                                    site.get(),
                                    assembled.inventory().sites().keySet().stream()
                                            .map(SiteName::value)
                                            .toList())
                            .orElse("gotthard access without " + SITE + " tells all"));
        }
        return needs.at(name);
    }

    private static void tell(Console console, Wanted wanted, Needs needs) {
        switch (console.format()) {
            case YAML -> console.out().print(AccessYaml.of(wanted, needs));
            case JSON -> console.out().println(AccessJson.of(wanted, needs));
            case TEXT, MARKDOWN -> AccessText.lines(wanted, needs).forEach(console::result);
        }
    }

    private static Exit told(Console console, AccessCheck.Found found) {
        found.lacking().forEach(missing -> missing(console, "missing", missing));
        found.coming().forEach(missing -> missing(console, "coming", missing));
        for (AccessCheck.Silence silence : found.silent()) {
            console.result("? " + silence.failure().what());
            console.result("  → " + silence.failure().next());
            console.json(
                    JsonLine.of("right")
                            .put("state", "unknown")
                            .put("endpoint", silence.where().toString())
                            .put("says", silence.failure().toString()));
        }
        if (!found.lacking().isEmpty()) {
            console.say("  → gotthard access --output yaml prints the roles for clusters");
            return Exit.FAILED;
        }
        if (!found.silent().isEmpty()) {
            return Exit.UNKNOWN;
        }
        console.say(Reports.good(console, "no right of " + found.asked() + " is missing"));
        return Exit.DONE;
    }

    private static void missing(Console console, String state, AccessCheck.Missing missing) {
        console.result(
                state.equals("missing")
                        ? Reports.bad(console, "missing: " + missing)
                        : "? " + missing + "; an earlier step may bring it");
        console.json(
                JsonLine.of("right")
                        .put("state", state)
                        .put("endpoint", missing.where().toString())
                        .put("right", missing.lack().right())
                        .put("found", missing.lack().found())
                        .put("steps", missing.steps().stream().map(Object::toString).toList()));
    }

    private static Set<Phase> phases(Call call) throws Trouble {
        String wanted = call.text(FOR).orElse("all");
        return switch (wanted) {
            case "all" -> Phase.ALL;
            case "apply" -> Set.of(Phase.APPLY);
            case "verify" -> Set.of(Phase.VERIFY);
            case "rollback" -> Set.of(Phase.ROLLBACK);
            default ->
                    throw Trouble.badUse(
                            FOR + " does not understand \"" + wanted + "\"",
                            Suggestion.didYouMean(
                                            wanted, List.of("apply", "verify", "rollback", "all"))
                                    .orElse("write apply, verify, rollback or all"));
        };
    }

    private static Subject subject(Call call) throws Trouble {
        String wanted = call.text(SUBJECT).orElse(USUAL_SUBJECT);
        Optional<Subject> subject = Subject.read(wanted);
        if (subject.isEmpty()) {
            throw Trouble.badUse(
                    SUBJECT + " does not understand \"" + wanted + "\"",
                    "write it like user:gotthard, group:movers or serviceaccount:platform/gotthard");
        }
        return subject.get();
    }
}
