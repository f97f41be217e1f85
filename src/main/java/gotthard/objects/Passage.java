package gotthard.objects;

import gotthard.action.Difference;
import gotthard.action.Prediction;
import gotthard.action.Route;
import gotthard.action.Unreachable;
import gotthard.transfer.Amount;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.LongConsumer;

/// Brings what a look found lacking.
///
/// @param room with what was listed
record Passage(Copying copying, Instant asOf, Bringing bringing, Workroom room)
        implements Route.Outlook {
    @Override
    public OptionalLong bytes() {
        return OptionalLong.of(bringing.missing().bytes());
    }

    @Override
    public Prediction.Certainty certainty() {
        return Prediction.Certainty.SIMULATED;
    }

    @Override
    public Optional<Prediction.Change> change() {
        return bringing.missing().files() == 0 ? Optional.empty() : Optional.of(bringing.change());
    }

    @Override
    public List<Difference> inTheWay() {
        return bringing.differences();
    }

    @Override
    public Route.Brought bring(LongConsumer moved) throws InterruptedException, Unreachable {
        Amount brought = Workroom.trying(() -> bringing.bring(moved));
        Amount left = bringing.left();
        return new Route.Brought(
                asOf, brought.files(), brought.bytes(), left.files(), left.bytes(), List.of());
    }

    @Override
    public void close() {
        room.close();
    }
}
