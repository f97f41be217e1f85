package gotthard.dataset;

import gotthard.action.Action;
import gotthard.action.ActionContract;
import gotthard.action.Route;
import gotthard.files.jobs.LabVolumes;
import gotthard.files.jobs.VolumeRoute;
import gotthard.files.jobs.VolumeScene;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;

import java.util.List;

/// `dataset.follow` by movers keeps what every action promises.
/// Takes long, so that it runs when it is asked for: `-Dmovers.contract=true`.
@Tag("lab")
@EnabledIfSystemProperty(named = "movers.contract", matches = "true")
final class FollowVolumesContractLabTest extends ActionContract {
    @Override
    protected Scene scene() throws Exception {
        return VolumeScene.ready(FollowVolumesContractLabTest::action);
    }

    private static Action action(LabVolumes lab) {
        return new FollowAction(
                List.of(new VolumeRoute(lab.order(2), Route.Manner.KEEP)),
                new Following.Terms(LabVolumes.MOSCOW, LabVolumes.ZURICH, Lag.USUAL, 20),
                Level.FULL);
    }
}
