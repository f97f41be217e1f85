package gotthard.files.jobs;

import gotthard.action.ByHand;
import gotthard.action.ByHand.Line;
import gotthard.action.Prompt;
import gotthard.action.Route;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// How a person brings the files of a cell from one volume to another: a pod at each end that mounts the volume, and `tar` between them.
///
/// @param manner how it is gone again and again, or both ways; empty where it is gone once
record VolumeByHand(Order order, MovedCell cell, Optional<Route.Manner> manner, Prompt prompt) {
    ByHand.Told told() {
        ByHand.Told told =
                new FilesByHand(
                                shore(cell.from()),
                                shore(cell.to()),
                                new FilesByHand.Which(
                                        list(),
                                        order.proof() == Order.Proof.COUNT,
                                        manner,
                                        FilesByHand.Times.EXACT),
                                this::file)
                        .told();
        var act = new ArrayList<>(pods());
        act.addAll(told.act());
        var check = new ArrayList<>(told.check());
        check.add(
                ByHand.say(
                        "The pods are removed when all steps that use them have ended: kubectl delete pod %s, at both ends."
                                .formatted(pod(cell.to()).name())));
        return new ByHand.Told(act, check, told.undo());
    }

    private List<Line> pods() {
        return List.of(
                PodByHand.tools(),
                pod(cell.from()).make(),
                pod(cell.to()).make(),
                pod(cell.from()).ready(),
                pod(cell.to()).ready());
    }

    private Optional<String> list() {
        return cell.list().map(path -> "/data/" + path);
    }

    private FilesByHand.Shore shore(End end) {
        return new FilesByHand.Shore("/data/" + end.folder(), pod(end)::run);
    }

    private PodByHand pod(End end) {
        return new PodByHand(
                cell.cell(), end, order.owners() == Order.Owners.KEPT ? 0 : order.user(), prompt);
    }

    private String file(String what) {
        return prompt.kept(
                "%s.%s.%s.%s"
                        .formatted(cell.cell().region(), cell.cell().data(), order.to(), what));
    }
}
