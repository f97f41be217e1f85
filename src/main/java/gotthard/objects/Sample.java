package gotthard.objects;

import gotthard.transfer.Refused;
import gotthard.transfer.RelativePath;
import gotthard.transfer.Sha256;
import gotthard.transfer.manifest.Entry;
import gotthard.transfer.manifest.Pairs;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Comparator;
import java.util.HashSet;
import java.util.Optional;
import java.util.PriorityQueue;
import java.util.Set;

/// Chooses objects at random, the same ones each time: those with the lowest SHA-256 of the step's key and their path.
final class Sample {
    private static final int MOST = 400;

    private Sample() {}

    private record Lot(long number, RelativePath path) {}

    /// Of those that both sides have with one size.
    static Set<RelativePath> of(Copying.Sides sides, Copying copying) throws IOException, Refused {
        var lowest =
                new PriorityQueue<Lot>(
                        Comparator.comparingLong(Lot::number).thenComparing(Lot::path).reversed());
        byte[] seed = copying.context().key().hex().getBytes(StandardCharsets.UTF_8);
        try (var pairs = new Pairs(sides.source().open(), sides.target().open())) {
            for (var next = pairs.next(); next.isPresent(); next = pairs.next()) {
                Optional<Entry> wanted = next.get().wanted();
                Optional<Entry> found = next.get().found();
                if (wanted.isPresent()
                        && found.filter(one -> Side.size(one) == Side.size(wanted.get()))
                                .isPresent()) {
                    var digest = Sha256.begin();
                    digest.update(seed);
                    digest.update(wanted.get().path().bytes());
                    lowest.add(new Lot(Sha256.end(digest).first(), wanted.get().path()));
                    if (lowest.size() > MOST) {
                        lowest.remove();
                    }
                }
            }
        }
        var chosen = new HashSet<RelativePath>();
        lowest.forEach(lot -> chosen.add(lot.path()));
        return chosen;
    }
}
