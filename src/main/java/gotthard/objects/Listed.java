package gotthard.objects;

import java.time.Instant;
import java.util.List;
import java.util.regex.Pattern;

/// One page of a listing.
///
/// @param next where the next page begins; empty after the last
record Listed(List<One> objects, String next) {
    private static final Pattern ONE_PIECE = Pattern.compile("\"?[0-9a-fA-F]{32}\"?");

    Listed {
        objects = List.copyOf(objects);
    }

    /// One object, or one version of it.
    ///
    /// @param version empty where only current objects are listed
    /// @param modified when it was written, by the clock of the server
    /// @param tag the entity tag
    record One(String name, long size, String version, Instant modified, String tag) {
        /// Of what was sent at once, servers tell the moment of its end. Of what was sent in parts some tell that of its beginning.
        boolean isOfOnePiece() {
            return ONE_PIECE.matcher(tag).matches();
        }
    }
}
