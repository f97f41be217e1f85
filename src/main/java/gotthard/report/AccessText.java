package gotthard.report;

import gotthard.access.Need;
import gotthard.access.Needs;
import gotthard.access.Role;
import gotthard.access.SiteRoles;
import gotthard.access.Wanted;
import gotthard.action.Access;
import gotthard.action.Access.Phase;
import gotthard.graph.StepId;
import gotthard.inventory.EndpointName;
import gotthard.inventory.SiteName;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;

/// The rights that a plan needs, for people: site by site, roles and then what hosts and HTTP endpoints must allow.
public final class AccessText {
    private static final int STEPS_SHOWN = 2;
    private static final String INDENT = "    ";

    private final Wanted wanted;
    private final List<String> lines = new ArrayList<>();

    private AccessText(Wanted wanted) {
        this.wanted = wanted;
    }

    /// Plain lines.
    public static List<String> lines(Wanted wanted, Needs needs) {
        var text = new AccessText(wanted);
        needs.sites().forEach(site -> text.site(site, needs.at(site)));
        return List.copyOf(text.lines);
    }

    private void site(SiteName site, Needs needs) {
        if (!lines.isEmpty()) {
            lines.add("");
        }
        lines.add(site.value());
        SiteRoles roles = SiteRoles.of(site, needs);
        if (!roles.roles().isEmpty()) {
            lines.add("  cluster");
            roles.namespaces()
                    .forEach(name -> lines.add(INDENT + "the namespace " + name + " is there"));
            roles.roles().forEach(this::role);
        }
        var endpoints = new TreeSet<EndpointName>();
        needs.all().forEach(need -> endpoints.add(need.access().where()));
        endpoints.forEach(where -> endpoint(where, needs));
    }

    private void role(Role role) {
        lines.add(
                INDENT
                        + (role.isOfCluster()
                                ? "in the whole cluster"
                                : "in namespace " + role.namespace()));
        for (Role.Rule rule : role.rules()) {
            String names = rule.names().isEmpty() ? "any" : String.join(", ", rule.names());
            lines.add(
                    INDENT
                            + "  "
                            + String.join(", ", rule.verbs())
                            + "  "
                            + rule.resource()
                            + (rule.group().isEmpty() ? "" : "." + rule.group())
                            + ": "
                            + names);
        }
    }

    private void endpoint(EndpointName where, Needs needs) {
        List<Need> here =
                needs.all().stream().filter(need -> need.access().where().equals(where)).toList();
        var rows = new ArrayList<String[]>();
        here.stream()
                .filter(need -> need.access() instanceof Access.Folder)
                .forEach(need -> rows.add(row(need.access().toString(), need)));
        programs(here, rows);
        here.stream()
                .filter(need -> need.access() instanceof Access.Http)
                .forEach(need -> rows.add(row(need.access().toString(), need)));
        List<String> policy = BucketPolicy.lines(here);
        if (rows.isEmpty() && policy.isEmpty()) {
            return;
        }
        lines.add("  " + where.local());
        policy.forEach(line -> lines.add(INDENT + line));
        int wide = rows.stream().mapToInt(row -> row[0].length()).max().orElse(0);
        rows.stream()
                .map(row -> INDENT + pad(row[0], wide) + "  " + row[1])
                .map(String::stripTrailing)
                .forEach(lines::add);
    }

    /// Programs that the same phases call share a row.
    private void programs(List<Need> here, List<String[]> rows) {
        var byPhases = new TreeMap<String, List<String>>(Comparator.naturalOrder());
        for (Need need : here) {
            if (need.access() instanceof Access.Program(_, var oneOf, var phases)) {
                byPhases.computeIfAbsent(purpose(phases), _ -> new ArrayList<>())
                        .add(String.join(" or ", oneOf));
            }
        }
        byPhases.forEach(
                (purpose, programs) ->
                        rows.add(
                                new String[] {
                                    "run "
                                            + programs.stream()
                                                    .sorted()
                                                    .collect(Collectors.joining(", ")),
                                    purpose
                                }));
    }

    private String[] row(String right, Need need) {
        return new String[] {
            right, purpose(need.access().phases()) + " (" + steps(need.steps()) + ")"
        };
    }

    private String purpose(Set<Phase> phases) {
        var asked = new TreeSet<>(phases);
        asked.retainAll(wanted.phases());
        return Wanted.words(asked);
    }

    private static String steps(Set<StepId> steps) {
        String first =
                steps.stream()
                        .limit(STEPS_SHOWN)
                        .map(StepId::value)
                        .collect(Collectors.joining(", "));
        return steps.size() <= STEPS_SHOWN
                ? first
                : first + " and " + (steps.size() - STEPS_SHOWN) + " more";
    }

    private static String pad(String text, int width) {
        return text + " ".repeat(Math.max(0, width - text.length()));
    }
}
