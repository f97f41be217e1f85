package gotthard.cli;

import gotthard.access.Needs;
import gotthard.action.Access;
import gotthard.action.Failure;
import gotthard.action.Inspector.Lack;
import gotthard.action.Key;
import gotthard.action.Work;
import gotthard.graph.Graph;
import gotthard.graph.Step;
import gotthard.graph.StepId;
import gotthard.inventory.EndpointName;
import gotthard.inventory.Inventory;
import gotthard.preflight.Asked;
import gotthard.preflight.Examination;
import gotthard.preflight.Limits;
import gotthard.run.Connections;
import gotthard.secret.Secrets;

import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/// Asks the endpoints of a plan, all at once, which of the rights that it needs lack there.
record AccessCheck(Inventory inventory, Graph graph, Secrets secrets, InstantSource clock) {
    private static final Duration PATIENCE = Duration.ofMinutes(2);

    /// What was found.
    ///
    /// @param lacking rights that lack and that no step brings
    /// @param coming what lacks now and an earlier step may bring: a program, a folder
    /// @param silent endpoints that could not be asked
    record Found(List<Missing> lacking, List<Missing> coming, List<Silence> silent, int asked) {
        Found {
            lacking = List.copyOf(lacking);
            coming = List.copyOf(coming);
            silent = List.copyOf(silent);
        }
    }

    /// A right that lacks, and for which steps.
    record Missing(Lack lack, Set<StepId> steps) {
        EndpointName where() {
            return lack.access().where();
        }

        /// `zurich-1/cluster: patch configmaps "web" in namespace intake, for step workloads[zurich-1]`.
        @Override
        public String toString() {
            String first = steps.stream().findFirst().map(step -> ", for step " + step).orElse("");
            String more = steps.size() > 1 ? " and " + (steps.size() - 1) + " more" : "";
            String found =
                    lack.access() instanceof Access.Kubernetes ? "" : " (" + lack.found() + ")";
            return where() + ": " + lack.right() + found + first + more;
        }
    }

    record Silence(EndpointName where, Failure failure) {}

    Found of(Needs needs) throws InterruptedException {
        List<Examination.Subject> subjects =
                endpoints(needs).stream()
                        .flatMap(where -> inventory.endpoint(where).stream())
                        .map(
                                endpoint ->
                                        new Examination.Subject(
                                                endpoint, needs.at(endpoint.name()), false))
                        .toList();
        try (var connections = new Connections(inventory, secrets)) {
            var glance =
                    new Glance(
                            Key.of("access", "rights", 1),
                            connections,
                            clock,
                            clock.instant().plus(PATIENCE));
            return sorted(needs, Examination.installed(Limits.USUAL).ask(glance, subjects));
        }
    }

    private static Set<EndpointName> endpoints(Needs needs) {
        var endpoints = new TreeSet<EndpointName>();
        needs.all().forEach(need -> endpoints.add(need.access().where()));
        return endpoints;
    }

    private Found sorted(Needs needs, List<Asked> asked) {
        var lacking = new ArrayList<Missing>();
        var coming = new ArrayList<Missing>();
        var silent = new ArrayList<Silence>();
        for (Asked one : asked) {
            switch (one) {
                case Asked.Silent(var where, var failure) ->
                        silent.add(new Silence(where, failure));
                case Asked.Answered(_, var lacks) -> {
                    for (Lack lack : lacks) {
                        Set<StepId> steps = needs.stepsFor(lack.access());
                        (mayCome(lack, steps) ? coming : lacking).add(new Missing(lack, steps));
                    }
                }
            }
        }
        return new Found(lacking, coming, silent, needs.all().size());
    }

    /// Whether each step that needs it comes after one that changes the same host.
    private boolean mayCome(Lack lack, Set<StepId> steps) {
        boolean isOfHost =
                lack.access() instanceof Access.Program || lack.access() instanceof Access.Folder;
        return isOfHost
                && !steps.isEmpty()
                && steps.stream().allMatch(step -> isPrepared(step, lack.access().where()));
    }

    private boolean isPrepared(StepId step, EndpointName where) {
        return graph.withNeeds(step).stream()
                .filter(before -> !before.equals(step))
                .flatMap(before -> graph.step(before).stream())
                .anyMatch(before -> changes(before, where));
    }

    private static boolean changes(Step step, EndpointName where) {
        return step.work() instanceof Work.Change(_, var declaration)
                && declaration.reversal() != gotthard.action.Declaration.Reversal.NOTHING_TO_UNDO
                && declaration.access().stream().anyMatch(access -> access.where().equals(where));
    }
}
