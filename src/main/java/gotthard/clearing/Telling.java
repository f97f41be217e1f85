package gotthard.clearing;

import gotthard.action.Evidence;
import gotthard.action.Failure;
import gotthard.transfer.Amounts;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.stream.Collectors;

/// Words for what was found and done.
final class Telling {
    static final String BEYOND =
            "backups and replicas outside this inventory are not reached by this";

    private Telling() {}

    static Failure notThere(Ground ground) {
        return Failure.refused(
                ground.shown() + " is not there",
                "correct the folder of the store in the inventory; where nothing was to be deleted from the beginning, leave the region out");
    }

    static Failure nothing(Clearing clearing, Ground ground) {
        return Failure.refused(
                "%s holds nothing of %s, nor does %s, and nothing deleted proves nothing"
                        .formatted(ground.shown(), clearing.cell(), sites(clearing)),
                "check the folder of the store; where a region has no data, leave it out or write \"mayBeEmpty: true\"");
    }

    static String sites(Clearing clearing) {
        return clearing.covered().stream()
                .map(spot -> spot.site().toString())
                .collect(Collectors.joining(" and "));
    }

    /// `400 files, 36.1 MB`.
    static String amount(long files, long bytes) {
        return Amounts.files(files) + ", " + Amounts.bytes(bytes);
    }

    static Evidence deleted(List<Decision> decisions, List<String> told) {
        long files = decisions.stream().mapToLong(one -> one.decided().all().size()).sum();
        long bytes = decisions.stream().mapToLong(one -> one.decided().bytes()).sum();
        Clearing first = decisions.getFirst().clearing();
        var lines = new LinkedHashSet<String>();
        decisions.forEach(one -> lines.addAll(one.look().reasons()));
        lines.addAll(told);
        lines.add(BEYOND);
        return new Evidence(
                files,
                files,
                bytes,
                "%s, deleted at %s after each was read back there and at %s with the same SHA-256"
                        .formatted(amount(files, bytes), first.at().site(), sites(first)),
                new ArrayList<>(lines));
    }
}
