package gotthard.files.jobs;

import gotthard.action.Failure;
import gotthard.action.Locator;
import gotthard.action.Prediction;
import gotthard.transfer.report.Report;

import java.util.List;

/// Says what movers would do, have left, or could not do.
final class Telling {
    static final List<String> LEAVINGS =
            List.of(
                    "Jobs, which may still run, with their Secrets and Services",
                    "files that have not arrived in full, in .gotthard-… in the target folder",
                    "files that have arrived, listed in .gotthard-… in the target folder");

    private Telling() {}

    /// How many files there are is known to nobody before movers look, which a prediction does not make.
    static Prediction.Change change(Order order, MovedCell cell) {
        String from = "from " + cell.from();
        String to = "to " + cell.to();
        return new Prediction.Change(
                Prediction.Sign.RUN,
                new Locator(cell.to().cluster(), "files of " + cell.cell()),
                "copied by %d at each end; how much it is, they will see".formatted(order.shards()),
                cell.list()
                        .map(list -> List.of(from, to, "as " + list + " names them"))
                        .orElse(List.of(from, to)));
    }

    /// @param failed things
    static Failure incomplete(Order order, Sum sum, long failed) {
        return Failure.transientFailure(
                "%,d things are not at %s as at %s: %s"
                        .formatted(failed, order.to(), order.from(), sum.named()),
                sum.troubles().stream()
                        .map(Report.Trouble::next)
                        .findFirst()
                        .orElse("look at the logs of the movers"));
    }
}
