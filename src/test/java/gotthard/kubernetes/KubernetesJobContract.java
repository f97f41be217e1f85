package gotthard.kubernetes;

import gotthard.action.Action;
import gotthard.action.ActionContract;
import gotthard.action.Before;
import gotthard.action.Context;
import gotthard.action.Sight;
import gotthard.world.Cell;
import gotthard.world.Effect;
import gotthard.world.Level;

import java.util.List;
import java.util.Map;

/// What `kubernetes.job` promises, wherever it runs.
abstract class KubernetesJobContract extends ActionContract {
    static final String WITH = "{to: zurich-1, namespace: %s, manifest: job.yaml, wait: 60s}";
    static final String JOB =
            """
            apiVersion: batch/v1
            kind: Job
            metadata: {name: count}
            spec:
              backoffLimit: 0
              template:
                spec:
                  restartPolicy: Never
                  terminationGracePeriodSeconds: 0
                  containers:
                  - name: count
                    image: docker.io/lab/busybox:1
                    command: [sh, -c, "echo 2000 files counted; %s"]
            """;

    /// Where the cluster is.
    abstract Arena arena() throws Exception;

    @Override
    protected Scene scene() throws Exception {
        var around = new Surroundings(arena());
        around.post("Deployment", KubernetesScaleContract.DEPLOYMENT);
        new Workloads(around, 1, 2).await(1);
        Action action =
                Steps.action(
                        new KubernetesJobKind(),
                        around,
                        WITH.formatted(around.namespace()),
                        Map.of("job.yaml", JOB.formatted("exit 0")));
        return new JobScene(around, action);
    }

    /// Beside a Deployment that stands by for the cell.
    private record JobScene(Surroundings around, Action action) implements Scene {
        @Override
        public List<Cell> cells() {
            return Workloads.cells(Workloads.MOSCOW);
        }

        @Override
        public List<Effect> earlier() {
            return List.of(new Effect.Deploy(Workloads.CELL, Arena.SITE));
        }

        @Override
        public Map<Sight, Level> levels() throws Exception {
            return new Workloads(around, 1, 2).levels(List.of("Deployment web"));
        }

        @Override
        public String leaving(String thing, String now) {
            return thing.startsWith("Job count-") ? "the Job, which may still run" : thing;
        }

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
            around.delete("Job", "count-" + Arena.key(1).brief());
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
