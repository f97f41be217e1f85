package gotthard.preflight;

import gotthard.action.Context;
import gotthard.action.Inspector.Finding;
import gotthard.action.Question;
import gotthard.inventory.Endpoint;

import java.util.List;

/// Whom one asks of a folder: the endpoint that it is at, or the mover that has looked at its volume.
record Asking(Examination examination, Context context, Tidings tidings) {
    /// Nothing where nobody can answer, or where no mover has looked.
    List<Finding> ask(Spot spot, Question question) throws InterruptedException {
        return switch (spot) {
            case Spot.OnHost(Endpoint host, _) -> examination.ask(context, host, question);
            case Spot.InBucket(Endpoint server, _) -> examination.ask(context, server, question);
            case Spot.InVolume volume -> tidings.answer(volume, question);
        };
    }
}
