package gotthard.cli;

import gotthard.access.Needs;
import gotthard.action.Access;
import gotthard.graph.Assembled;
import gotthard.graph.StepId;
import gotthard.journal.Opening;
import gotthard.secret.KnownSecrets;
import gotthard.secret.Secrets;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/// Begins a run only where nothing that it needs is forbidden: asks all sites before the first step looks at any.
final class Permission {
    private Permission() {}

    /// Returns when nothing lacks. An endpoint that does not answer at the moment is left to the steps, which try again.
    ///
    /// @param steps those that the run has
    static void ask(Call call, Assembled assembled, Set<StepId> steps)
            throws Trouble, InterruptedException {
        Needs needs = Needs.of(assembled.graph(), steps, Access.Phase.ALL);
        var check =
                new AccessCheck(
                        assembled.inventory(),
                        assembled.graph(),
                        new Secrets(call.surroundings().environment()),
                        call.surroundings().clock());
        AccessCheck.Found found = check.of(needs);
        List<String> lines = lines(found);
        if (!lines.isEmpty()) {
            throw Trouble.failed(
                    what(found.lacking().size(), lines.size())
                            + ", so that nothing was begun:"
                            + lines.stream().collect(Collectors.joining("\n  ", "\n  ", "")),
                    next(call, assembled, found));
        }
        refuseClearText(assembled);
    }

    /// A run keeps its documents in its journal, so that none of them may hold a secret.
    static void refuseClearText(Assembled assembled) throws Trouble {
        List<String> readable =
                assembled.documents().entrySet().stream()
                        .filter(document -> KnownSecrets.isIn(document.getValue()))
                        .map(Map.Entry::getKey)
                        .toList();
        if (!readable.isEmpty()) {
            throw new Trouble(
                    Exit.BAD_INPUT,
                    "a secret stands readable in " + String.join(", ", readable),
                    "refer to it (env, file, exec, secretKeyRef), or create it at the site and leave it out of the plan;"
                            + " a run would keep it in its journal");
        }
    }

    /// The steps that a run has.
    static Set<StepId> stepsOf(Opening opening) {
        return opening.steps().stream()
                .map(Opening.Listed::id)
                .filter(opening.selection()::has)
                .collect(Collectors.toSet());
    }

    private static String what(int rights, int all) {
        if (rights == all) {
            return all + (all == 1 ? " right is" : " rights are") + " missing";
        }
        return all
                + (all == 1 ? " thing that the plan needs is" : " things that the plan needs are")
                + " refused";
    }

    /// Who is not let in has no right at all.
    private static List<String> lines(AccessCheck.Found found) {
        var lines = new ArrayList<String>();
        found.lacking().forEach(missing -> lines.add(missing.toString()));
        found.silent().stream()
                .filter(silence -> !silence.failure().kind().mayPass())
                .forEach(silence -> lines.add(silence.failure().toString()));
        return lines;
    }

    private static String next(Call call, Assembled assembled, AccessCheck.Found found) {
        String command =
                "gotthard access "
                        + assembled.planSource()
                        + call.text(Options.INVENTORY).map(file -> " -i " + file).orElse("");
        return found.lacking().stream()
                .filter(missing -> missing.lack().access() instanceof Access.Kubernetes)
                .findFirst()
                .map(
                        missing ->
                                command
                                        + " --site "
                                        + missing.where().site()
                                        + " --output yaml prints the roles for its cluster; "
                                        + command
                                        + " --check asks again")
                .orElse(command + " tells all that it needs, and with --check asks again");
    }
}
