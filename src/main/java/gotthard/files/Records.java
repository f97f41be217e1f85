package gotthard.files;

import gotthard.action.Unreachable;
import gotthard.transfer.Deviation;
import gotthard.transfer.Digested;
import gotthard.transfer.Item;
import gotthard.transfer.RelativePath;
import gotthard.transfer.Sha256;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/// Compares content with what was recorded when it was placed or found equal. Where nothing is recorded of a file as the source has it
/// now, both sides are read.
record Records(Copying copying, Copying.Sides sides, Digested known) {
    List<Deviation> content(List<Item.RegularFile> chosen)
            throws Halt, Unreachable, InterruptedException {
        List<Item.RegularFile> recorded = chosen.stream().filter(this::isRecorded).toList();
        List<Item.RegularFile> others = chosen.stream().filter(file -> !isRecorded(file)).toList();
        var deviations = new ArrayList<>(Check.content(copying, others));
        Map<RelativePath, Sha256> found = copying.target().digests(recorded);
        for (Item.RegularFile file : recorded) {
            Sha256 wanted = known.digests().get(file.path());
            Sha256 there = found.get(file.path());
            if (there == null) {
                deviations.add(new Deviation.Missing(file));
            } else if (wanted != null && !wanted.equals(there)) {
                deviations.add(new Deviation.Content(file, wanted, there));
            }
        }
        return deviations;
    }

    private boolean isRecorded(Item.RegularFile file) {
        return known.digests().containsKey(file.path())
                && known.manifest().at(file.path()).filter(file::equals).isPresent();
    }
}
