package gotthard.objects;

import gotthard.action.Prediction;
import gotthard.action.Unreachable;
import gotthard.transfer.Amount;
import gotthard.transfer.Refused;

import java.io.IOException;
import java.util.function.LongConsumer;

/// What a look found lacking at the target of one cell.
sealed interface Delivery permits Bringing, HistoryBringing {
    /// How much that is; it is all as wanted where there is none.
    Amount missing();

    /// The same for a person.
    Prediction.Change change();

    /// Brings it.
    ///
    /// @param moved hears of bytes
    /// @return how much was brought
    Amount bring(LongConsumer moved) throws IOException, Refused, Unreachable, InterruptedException;
}
