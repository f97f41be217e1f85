package gotthard.dataset;

import gotthard.action.Route;
import gotthard.files.CopyScene;
import gotthard.files.FileRoute;
import gotthard.inventory.EndpointName;
import gotthard.inventory.Inventory;
import gotthard.sandbox.SandboxHost;
import gotthard.shape.ByteSize;

import java.time.Duration;
import java.util.List;

/// Makes steps that follow the files of one scene, and leaves the rest as it is by itself.
record Follower(CopyScene sites, Route.Manner manner, Level level, Lag lag, int passes) {
    Follower(CopyScene sites) {
        this(sites, Route.Manner.KEEP, Level.FULL, Lag.USUAL, 20);
    }

    /// Of data that may change.
    Follower replacing() {
        return new Follower(sites, Route.Manner.REPLACE, level, lag, passes);
    }

    Follower at(Level other) {
        return new Follower(sites, manner, other, lag, passes);
    }

    Follower within(long bytes, Duration age) {
        return new Follower(sites, manner, level, new Lag(new ByteSize(bytes), age), passes);
    }

    Follower inPasses(int most) {
        return new Follower(sites, manner, level, lag, most);
    }

    FollowAction action() {
        return new FollowAction(
                List.of(route()),
                new Following.Terms(CopyScene.MOSCOW, CopyScene.ZURICH, lag, passes),
                level);
    }

    private Route route() {
        return new FileRoute(
                CopyScene.cell("europe"),
                folder(CopyScene.FROM, sites.source),
                folder(CopyScene.TO, sites.target),
                gotthard.files.Level.valueOf(level.name()),
                manner);
    }

    private static Inventory.CellFolder folder(EndpointName name, SandboxHost host) {
        return new Inventory.CellFolder(name, host.path("/srv/intake/files/europe").toString());
    }
}
