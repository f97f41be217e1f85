package gotthard.transfer.stream;

import gotthard.transfer.Amount;
import gotthard.transfer.Late;
import gotthard.transfer.manifest.Divergences;
import gotthard.transfer.manifest.Seal;

import java.util.List;

/// What a comparison has found.
///
/// @param source what the source told; its root stands for all of it
/// @param tally entries
/// @param late what was written at the source since the moment that was given
/// @param files that are alike, and their bytes
/// @param unproven those among them that one end at least has not read, and nobody has recorded
/// @param told the first things that differ, are missing, or that only the target has
/// @param bound of the files that are alike, at most this share may differ unseen, at a confidence of 95 %; 0 when all were read
public record Compared(
        Seal source,
        Divergences.Tally tally,
        Late late,
        Amount files,
        long unproven,
        List<Trouble> told,
        double bound) {
    public Compared {
        told = List.copyOf(told);
    }

    /// Things that are not at the target as at the source, beside what is late.
    public long failed() {
        return tally.missing() + tally.differing() - late.things();
    }

    /// Whether the target has all that the source has, as far as was read, beside what is late.
    public boolean isAlike() {
        return failed() == 0;
    }
}
