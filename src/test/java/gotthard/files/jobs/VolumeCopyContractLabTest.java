package gotthard.files.jobs;

import gotthard.action.ActionContract;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;

/// `files.copy` by movers keeps what every action promises.
/// Takes long, so that it runs when it is asked for: `-Dmovers.contract=true`.
@Tag("lab")
@EnabledIfSystemProperty(named = "movers.contract", matches = "true")
final class VolumeCopyContractLabTest extends ActionContract {
    @Override
    protected Scene scene() throws Exception {
        return VolumeScene.ready(lab -> lab.action(2));
    }
}
