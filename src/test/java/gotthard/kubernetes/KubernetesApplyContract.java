package gotthard.kubernetes;

import gotthard.action.Action;
import gotthard.action.ActionContract;
import gotthard.action.Before;
import gotthard.action.Context;
import gotthard.action.Sight;
import gotthard.world.Cell;
import gotthard.world.Level;

import java.util.List;
import java.util.Map;

/// What `kubernetes.apply` promises, wherever it runs.
abstract class KubernetesApplyContract extends ActionContract {
    static final String MANIFESTS =
            """
            apiVersion: v1
            kind: ConfigMap
            metadata: {name: settings}
            data: {mode: quiet, level: "3"}
            ---
            apiVersion: v1
            kind: ConfigMap
            metadata: {name: shared}
            data: {ours: added}
            ---
            apiVersion: v1
            kind: Service
            metadata: {name: web}
            spec: {selector: {app: web}, ports: [{name: http, port: 80}]}
            ---
            apiVersion: v1
            kind: Secret
            metadata: {name: token}
            stringData: {token: not-a-real-one}
            ---
            apiVersion: apps/v1
            kind: Deployment
            metadata: {name: web}
            spec:
              replicas: 2
              selector: {matchLabels: {app: web}}
              template:
                metadata: {labels: {app: web}}
                spec:
                  terminationGracePeriodSeconds: 0
                  containers:
                  - name: web
                    image: docker.io/lab/pause:1
                    ports: [{containerPort: 80}]
            """;

    private static final List<String> THINGS =
            List.of("ConfigMap settings", "Service web", "Secret token", "Deployment web");

    /// As many replicas as the manifests name.
    static final int SERVING = 2;

    /// Where the cluster is.
    abstract Arena arena() throws Exception;

    /// What the manifests say of replicas.
    String replicas() {
        return "replicas: " + SERVING;
    }

    @Override
    protected Scene scene() throws Exception {
        var around = new Surroundings(arena());
        around.post(
                "ConfigMap",
                "{metadata: {name: shared, labels: {team: theirs}}, data: {theirs: \"1\"}}");
        return new ApplyScene(new Workloads(around, 1, SERVING), action(around, replicas()));
    }

    private static Action action(Surroundings around, String replicas) {
        return Steps.action(
                new KubernetesApplyKind(),
                around,
                "{to: zurich-1, namespace: %s, manifests: [web.yaml], wait: 60s}"
                        .formatted(around.namespace()),
                Map.of("web.yaml", MANIFESTS.replace("replicas: 2", replicas)));
    }

    private record ApplyScene(Workloads workloads, Action action) implements Scene {
        private Surroundings around() {
            return workloads.around();
        }

        @Override
        public List<Cell> cells() {
            return Workloads.cells(Workloads.MOSCOW);
        }

        @Override
        public Map<Sight, Level> levels() throws Exception {
            return workloads.levels(THINGS);
        }

        @Override
        public String leaving(String thing, String now) {
            return now.contains("gotthard.dev/key")
                    ? "objects that were applied before the attempt ended, each with the step's mark"
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
            around().patch("ConfigMap", "settings", "{data: {mode: loud}}");
        }

        @Override
        public boolean cutOff(Context context, Before before) throws Exception {
            try {
                action.apply(new CutContext(context, 2), before);
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
