package gotthard.preview;

import gotthard.action.Failure;
import gotthard.action.Key;
import gotthard.action.LentContext;
import gotthard.action.Locator;
import gotthard.action.Prediction;
import gotthard.action.Prediction.Certainty;
import gotthard.action.Prediction.Change;
import gotthard.action.Prediction.Sign;
import gotthard.action.Unreachable;
import gotthard.action.Work;
import gotthard.graph.Graph;
import gotthard.inventory.RoleName;
import gotthard.plan.PlanName;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// A plan with one step of each kind of outlook.
public final class Previews {
    private static final Locator NAMESPACE = new Locator(Foreseen.CLUSTER, "Namespace intake");

    private Previews() {}

    /// The step `workload` fails when it is not told that the namespace will be there.
    public static Preview all(int atOnce) throws InterruptedException {
        var graph =
                new Graph(
                        new PlanName("europe-files"),
                        List.of(
                                Foreseen.step("ready", Set.of(), acting("look", _ -> nothing())),
                                Foreseen.step(
                                        "namespace",
                                        Set.of("ready"),
                                        acting("make the namespace", _ -> made())),
                                Foreseen.step(
                                        "workload",
                                        Set.of("namespace"),
                                        acting(
                                                "apply 2 objects",
                                                earlier ->
                                                        earlier.of(NAMESPACE).isPresent()
                                                                ? workload()
                                                                : refused())),
                                Foreseen.step(
                                        "count",
                                        Set.of("workload"),
                                        acting("run a job", _ -> job())),
                                Foreseen.step(
                                        "far",
                                        Set.of("ready"),
                                        acting(
                                                "copy files",
                                                _ -> {
                                                    throw silent();
                                                })),
                                Foreseen.step("go", Set.of("count", "far"), approval())));
        return Preview.of(graph, _ -> context(), atOnce);
    }

    private static Work.Single acting(String summary, Foreseen.Predicting predicting) {
        return new Work.Change(new Foreseen(summary, predicting));
    }

    private static Work.Single approval() {
        return new Work.Approval(
                Set.of(new RoleName("platform-lead"), new RoleName("supervisor")),
                Optional.empty(),
                true,
                Duration.ofDays(7),
                Optional.empty());
    }

    private static Prediction nothing() {
        return new Prediction.Nothing("12 findings, all good");
    }

    private static Prediction made() {
        return new Prediction.Changes(
                Certainty.EXACT, List.of(new Change(Sign.CREATE, NAMESPACE, "is made", List.of())));
    }

    private static Prediction workload() {
        return new Prediction.Changes(
                Certainty.SIMULATED,
                List.of(
                        new Change(
                                Sign.CREATE,
                                new Locator(Foreseen.CLUSTER, "ConfigMap intake/rules"),
                                "is made",
                                List.of()),
                        new Change(
                                Sign.UPDATE,
                                new Locator(Foreseen.CLUSTER, "Deployment intake/analysis"),
                                "1 field changes",
                                List.of("spec.replicas: 1 → 2"))));
    }

    private static Prediction job() {
        return new Prediction.Changes(
                Certainty.OPAQUE,
                List.of(
                        new Change(
                                Sign.RUN,
                                new Locator(Foreseen.CLUSTER, "Job intake/count"),
                                "runs to its end",
                                List.of())));
    }

    private static Prediction refused() {
        return new Prediction.Obstacle(Failure.refused("there is no namespace", "make it"));
    }

    private static Unreachable silent() {
        return new Unreachable(
                Failure.transientFailure(
                        "zurich-1/files-1 refuses connections", "start its SSH server"));
    }

    private static LentContext context() {
        return LentContext.withoutSites(Key.of("plan", "step", 1));
    }
}
