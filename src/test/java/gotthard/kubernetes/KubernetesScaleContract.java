package gotthard.kubernetes;

import gotthard.action.Action;
import gotthard.action.ActionContract;
import gotthard.action.Before;
import gotthard.action.Context;

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

    /// Where the cluster is.
    abstract Arena arena() throws Exception;

    @Override
    protected Scene scene() throws Exception {
        var around = new Surroundings(arena());
        around.post("Deployment", DEPLOYMENT);
        Action action =
                Steps.action(
                        new KubernetesScaleKind(),
                        around,
                        WITH.formatted(around.namespace()),
                        Map.of());
        return new ScaleScene(around, action);
    }

    private record ScaleScene(Surroundings around, Action action) implements Scene {
        @Override
        public Context context(int run) {
            return around.context(run);
        }

        @Override
        public Map<String, String> world() throws Exception {
            return around.world();
        }

        @Override
        public void disturb() throws Exception {
            around.patch("Deployment", "web", "{spec: {replicas: 2}}");
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
            around.close();
        }
    }
}
