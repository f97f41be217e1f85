package gotthard.transfer.stream;

import gotthard.transfer.Refused;
import gotthard.transfer.manifest.Entry;
import gotthard.transfer.manifest.ManifestWriter;
import gotthard.transfer.manifest.Pairs;
import gotthard.transfer.wire.Frame;
import gotthard.transfer.wire.Packer;

import java.io.IOException;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Optional;

/// The end at the target asks the source for the digests of those files that both have, of one size, and reads its own meanwhile. What
/// only one has is read by nobody.
final class Asking {
    /// Files that both ends read before either goes on.
    private static final int ASKED = 500;

    private static final int HELD = 4096;

    private final Wire wire;
    private final Digesting digesting;
    private final ManifestWriter source;
    private final ManifestWriter target;
    private final List<Pairs.Pair> pairs = new ArrayList<>();
    private final List<Frame.Wish> wishes = new ArrayList<>();
    private long number;

    /// @param source gets what the source has
    /// @param target gets what is here
    Asking(Wire wire, Digesting digesting, ManifestWriter source, ManifestWriter target) {
        this.wire = wire;
        this.digesting = digesting;
        this.source = source;
        this.target = target;
    }

    /// To the end of both.
    void run(Pairs all) throws IOException, Refused, InterruptedException {
        try (var packer = new Packer()) {
            for (var next = all.next(); next.isPresent(); next = all.next()) {
                pairs.add(next.get());
                if (isCommon(next.get())) {
                    wishes.add(new Frame.Wish(number, new BitSet()));
                }
                number += next.get().wanted().isPresent() ? 1 : 0;
                if (wishes.size() == ASKED || pairs.size() == HELD) {
                    ask(packer);
                }
            }
            ask(packer);
        }
    }

    private void ask(Packer packer) throws IOException, Refused, InterruptedException {
        List<Entry> here = new ArrayList<>();
        for (Pairs.Pair pair : pairs) {
            if (isCommon(pair)) {
                here.add(pair.found().orElseThrow());
            }
        }
        List<Entry> there = List.of();
        if (!wishes.isEmpty()) {
            wire.send(packer, new Frame.Wanted(wishes));
            wishes.clear();
            digesting.read(here);
            there = heard(here);
        }
        int common = 0;
        for (Pairs.Pair pair : pairs) {
            boolean isCommon = isCommon(pair);
            add(source, isCommon ? Optional.of(there.get(common)) : pair.wanted());
            add(target, isCommon ? Optional.of(here.get(common)) : pair.found());
            common += isCommon ? 1 : 0;
        }
        pairs.clear();
    }

    private static void add(ManifestWriter to, Optional<Entry> entry) throws IOException {
        if (entry.isPresent()) {
            to.add(entry.get());
        }
    }

    private List<Entry> heard(List<Entry> asked) throws IOException, Refused {
        Frame answer = wire.next();
        if (!(answer instanceof Frame.Listed(var entries))
                || !entries.stream()
                        .map(Entry::path)
                        .toList()
                        .equals(asked.stream().map(Entry::path).toList())) {
            throw Unexpected.refused(answer);
        }
        return entries;
    }

    private static boolean isCommon(Pairs.Pair pair) {
        return pair.wanted()
                .filter(Sizes::isFile)
                .flatMap(
                        wanted ->
                                pair.found()
                                        .filter(Sizes::isFile)
                                        .filter(found -> Sizes.of(found) == Sizes.of(wanted)))
                .isPresent();
    }
}
