package gotthard.action;

import java.util.List;
import java.util.Optional;

/// What a comparison or a change was based on. Numbers go into the journal; words go into a blob that can be erased.
///
/// @param compared how many things (files, objects, answers) were compared, or changed
/// @param of how many there are to compare; a source that is not empty and zero compared is no evidence
/// @param bytes how many bytes of content were compared or moved; 0 where bytes mean nothing
/// @param statement one sentence: `2,000 files, 36.1 MB, equal by SHA-256`
/// @param details lines for those who look closer
/// @param behind how far the target was behind, where it follows its source
public record Evidence(
        long compared,
        long of,
        long bytes,
        String statement,
        List<String> details,
        Optional<Behind> behind) {
    public Evidence {
        details = List.copyOf(details);
    }

    public Evidence(long compared, long of, long bytes, String statement, List<String> details) {
        this(compared, of, bytes, statement, details, Optional.empty());
    }

    public static Evidence of(long compared, String statement) {
        return new Evidence(compared, compared, 0, statement, List.of());
    }
}
