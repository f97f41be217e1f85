package gotthard.preflight;

import gotthard.action.Access;
import gotthard.action.Action;
import gotthard.action.ActionContract;
import gotthard.action.Before;
import gotthard.action.Context;
import gotthard.action.Inspector;
import gotthard.action.Inspector.Finding;
import gotthard.action.Key;
import gotthard.action.LentContext;
import gotthard.action.Sight;
import gotthard.inventory.Endpoint;
import gotthard.world.Cell;
import gotthard.world.Level;

import java.util.List;
import java.util.Map;
import java.util.Optional;

final class PreflightContractTest extends ActionContract {
    @Override
    protected Scene scene() {
        return new FakeScene();
    }

    /// The world is what the inspector says.
    private static final class FakeScene implements Scene {
        private Finding finding = new Finding.Good("reachable", "answers");

        @Override
        public Action action() {
            var inspector = new Said(() -> finding);
            return new Preflight(
                    List.of(new Examination.Subject(Endpoints.web("status"), List.of(), true)),
                    List.of(),
                    new Volumes(List.of(), Optional.empty(), Optional.empty()),
                    () -> new Examination(List.of(inspector), Limits.USUAL));
        }

        @Override
        public Context context(int run) {
            return LentContext.withoutSites(Key.of("run-" + run, "ready", 1));
        }

        @Override
        public Map<String, String> world() {
            return Map.of("status", finding.toString());
        }

        /// It has no site that could hold any.
        @Override
        public List<Cell> cells() {
            return List.of();
        }

        @Override
        public Map<Sight, Level> levels() {
            return Map.of();
        }

        @Override
        public void disturb() {
            finding = new Finding.Bad("reachable", "status 503", "start its server");
        }

        @Override
        public boolean cutOff(Context context, Before before) {
            return false;
        }

        @Override
        public void close() {}
    }

    /// Says whatever it is given, of every endpoint.
    private record Said(java.util.function.Supplier<Finding> finding) implements Inspector {
        @Override
        public boolean knows(Endpoint endpoint) {
            return true;
        }

        @Override
        public List<Finding> inspect(Context context, Endpoint endpoint, List<Access> access) {
            return List.of(finding.get());
        }

        @Override
        public List<Lack> lacking(Context context, Endpoint endpoint, List<Access> access) {
            return List.of();
        }
    }
}
