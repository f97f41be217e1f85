package gotthard.dataset;

import gotthard.action.ActionContract;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;

/// `dataset.exchange` by movers keeps what every action promises.
/// Takes long, so that it runs when it is asked for: `-Dmovers.contract=true`.
@Tag("lab")
@EnabledIfSystemProperty(named = "movers.contract", matches = "true")
final class ExchangeVolumesContractLabTest extends ActionContract {
    @Override
    protected Scene scene() throws Exception {
        return ExchangeVolumesScene.ready();
    }
}
