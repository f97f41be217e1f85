package gotthard.transfer.report;

import gotthard.transfer.Amount;
import gotthard.transfer.Late;
import gotthard.transfer.Sha256;

import java.util.List;
import java.util.Optional;

/// What a mover has done of its shard. What its role does not count is 0.
///
/// @param shard from 0
/// @param listed files of its own end, as far as it has listed them
/// @param wanted files that the target lacked or has in another version; of a deletion, what is there and may go, and what was decided before
/// @param placed files that got their names at the target, in this process; of a deletion, what is there and may go before it, and what went
/// @param failed things that are not at the target as at the source, or could not be removed; exact, however few are named
/// @param extra things that only the target has
/// @param late of those that failed, what was changed at the source or has vanished there since it was listed; of a comparison, what was written since
///     the moment that it was given, or what only the source has where only what both have is compared; that is not among those that failed
/// @param compared what a comparison has covered
/// @param root Merkle root of the source's manifest, once all of it is known
/// @param troubles the first of those that failed
/// @param what in one sentence without a full stop why it ended so; empty when nothing needs to be said
/// @param next what a person should do; empty when nothing
/// @param millis since the process began
/// @param sentBytes what went over the lines, packed and sealed
/// @param readyMillis from the beginning to the first session
/// @param told what one that only looks has found
public record Report(
        Role role,
        int shard,
        int shards,
        Ending ended,
        Amount listed,
        Amount wanted,
        Amount placed,
        long failed,
        long extra,
        Late late,
        Compared compared,
        Optional<Sha256> root,
        List<Trouble> troubles,
        String what,
        String next,
        long millis,
        long sentBytes,
        long readyMillis,
        Optional<Told> told) {

    /// Bytes of the longest text of a report, as much as Kubernetes keeps of a container that has ended.
    public static final int LONGEST = 4096;

    /// Checks and copies.
    public Report {
        if (shard < 0 || shard >= shards) {
            throw new IllegalArgumentException("no shard: " + shard + "/" + shards);
        }
        troubles = List.copyOf(troubles);
    }

    /// Things that are alike at both ends.
    ///
    /// @param files among them
    /// @param bytes of these
    /// @param unproven of these, files whose content was not read at both ends
    public record Compared(long things, long files, long bytes, long unproven) {
        /// Nothing.
        public static final Compared NONE = new Compared(0, 0, 0, 0);
    }

    /// One thing that failed.
    ///
    /// @param path for people: without control characters, perhaps cut
    public record Trouble(String path, String what, String next) {}

    Report with(List<Trouble> fewer, int longest) {
        return new Report(
                role,
                shard,
                shards,
                ended,
                listed,
                wanted,
                placed,
                failed,
                extra,
                late,
                compared,
                root,
                fewer,
                cut(what, longest),
                cut(next, longest),
                millis,
                sentBytes,
                readyMillis,
                told);
    }

    /// Of a text as much as there is room for.
    static String cut(String text, int longest) {
        if (text.length() <= longest) {
            return text;
        }
        int end = Character.isHighSurrogate(text.charAt(longest - 2)) ? longest - 2 : longest - 1;
        return text.substring(0, end) + "…";
    }
}
