package gotthard.kubernetes;

import gotthard.action.Action;
import gotthard.action.ActionContract;
import gotthard.action.Before;
import gotthard.action.Context;
import gotthard.action.Sight;
import gotthard.inventory.SiteName;
import gotthard.world.Cell;
import gotthard.world.Effect;
import gotthard.world.Level;

import java.util.List;
import java.util.Map;

/// What `kubernetes.scale` promises, wherever it runs.
abstract class KubernetesScaleContract extends ActionContract {
    static final String DEPLOYMENT =
            """
            metadata: {name: web}
            spec:
              replicas: 1
              selector: {matchLabels: {app: web}}
              template:
                metadata: {labels: {app: web}}
                spec:
                  terminationGracePeriodSeconds: 0
                  containers: [{name: web, image: "docker.io/lab/pause:1"}]
            """;
    static final String WITH =
            "{to: zurich-1, namespace: %s, kind: Deployment, name: web, replicas: 3, wait: 60s}";

    /// From one that stands by to as many as it takes.
    static final Change UP = new Change(1, 3, Workloads.MOSCOW);

    /// Where nothing runs at first.
    static final Change FROM_NONE = new Change(0, 3, Workloads.MOSCOW);

    /// Where the cell is processed at first.
    static final Change TO_NONE = new Change(3, 0, Arena.SITE);

    /// More of what processes already.
    static final Change MORE = new Change(1, 3, Arena.SITE);

    /// @param first where the cell is processed before
    record Change(int from, int to, SiteName first) {
        private boolean isServingAtFirst() {
            return first.equals(Arena.SITE);
        }

        private int idle() {
            return isServingAtFirst() ? 0 : from;
        }

        private int serving() {
            return isServingAtFirst() ? from : to;
        }
    }

    /// Where the cluster is.
    abstract Arena arena() throws Exception;

    /// What is asked for.
    Change change() {
        return UP;
    }

    @Override
    protected Scene scene() throws Exception {
        Change change = change();
        var around = new Surroundings(arena());
        around.post("Deployment", DEPLOYMENT.replace("replicas: 1", "replicas: " + change.from()));
        var workloads = new Workloads(around, change.idle(), change.serving());
        workloads.await(change.from());
        Action action =
                Steps.action(
                        new KubernetesScaleKind(),
                        around,
                        WITH.replace("replicas: 3", "replicas: " + change.to())
                                .formatted(around.namespace()),
                        Map.of());
        return new ScaleScene(workloads, action, change.first());
    }

    private record ScaleScene(Workloads workloads, Action action, SiteName first) implements Scene {
        private Surroundings around() {
            return workloads.around();
        }

        @Override
        public List<Cell> cells() {
            return Workloads.cells(first);
        }

        @Override
        public List<Effect> earlier() {
            return List.of(new Effect.Deploy(Workloads.CELL, Arena.SITE));
        }

        @Override
        public Map<Sight, Level> levels() throws Exception {
            return workloads.levels(List.of("Deployment web"));
        }

        @Override
        public String leaving(String thing, String now) {
            return thing.equals("Deployment web")
                    ? "the new number of replicas, some of which may not be ready"
                    : thing;
        }

        @Override
        public Context context(int run) {
            return around().context(run);
        }

        @Override
        public Map<String, String> world() throws Exception {
            return around().world();
        }

        @Override
        public void disturb() throws Exception {
            around().patch("Deployment", "web", "{spec: {replicas: 2}}");
        }

        @Override
        public boolean cutOff(Context context, Before before) throws Exception {
            try {
                action.apply(new CutContext(context, 1), before);
                return false;
            } catch (CutContext.Killed _) {
                return true;
            }
        }

        @Override
        public void close() {
            around().close();
        }
    }
}
