package gotthard.dataset;

import gotthard.action.Action;
import gotthard.action.ActionContract;
import gotthard.action.Before;
import gotthard.action.Context;
import gotthard.action.Route;
import gotthard.action.Sight;
import gotthard.inventory.EndpointName;
import gotthard.inventory.Store;
import gotthard.inventory.StoreName;
import gotthard.objects.ObjectRoute;
import gotthard.objects.ObjectsScene;
import gotthard.objects.Proxy;
import gotthard.world.Cell;
import gotthard.world.Level;

import org.junit.jupiter.api.io.TempDir;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/// `dataset.follow` between two servers of objects keeps what every action promises.
final class FollowObjectsTest extends ActionContract {
    @TempDir Path folder;

    @Override
    protected Scene scene() throws Exception {
        return new Two(
                new ObjectsScene(
                                new Proxy(folder.resolve("moscow")),
                                new Proxy(folder.resolve("zurich")))
                        .filled());
    }

    /// A step that follows the objects of a scene.
    static FollowAction action(Route.Manner manner, gotthard.objects.Level level, Lag lag) {
        var route =
                new ObjectRoute(
                        ObjectsScene.cell("europe"),
                        end(ObjectsScene.FROM, ObjectsScene.SOURCE),
                        end(ObjectsScene.TO, ObjectsScene.TARGET),
                        level,
                        manner);
        return new FollowAction(
                List.of(route),
                new Following.Terms(ObjectsScene.MOSCOW, ObjectsScene.ZURICH, lag, 20),
                gotthard.dataset.Level.valueOf(level.name()));
    }

    private static ObjectRoute.End end(EndpointName server, String bucket) {
        return new ObjectRoute.End(
                new Store.InBucket(new StoreName("intake"), server, bucket), "europe");
    }

    private record Two(ObjectsScene sites) implements Scene {
        @Override
        public Action action() {
            return FollowObjectsTest.action(
                    Route.Manner.KEEP, gotthard.objects.Level.FULL, Lag.USUAL);
        }

        @Override
        public Context context(int run) {
            return sites.context(run);
        }

        @Override
        public Map<String, String> world() {
            return sites.world();
        }

        @Override
        public List<Cell> cells() {
            return sites.cells();
        }

        @Override
        public Map<Sight, Level> levels() {
            return sites.levels();
        }

        @Override
        public String leaving(String thing, String now) {
            return sites.leaving(thing, now);
        }

        @Override
        public void disturb() {
            sites.disturb();
        }

        @Override
        public boolean cutOff(Context context, Before before) throws Exception {
            sites.cutWhile(() -> action().apply(context, before));
            return true;
        }

        @Override
        public void close() {
            sites.close();
        }
    }
}
