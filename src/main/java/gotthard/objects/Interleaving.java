package gotthard.objects;

import gotthard.action.Unreachable;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/// Puts versions and delete markers of one object into the order in which they came.
///
/// A listing has both apart, each the newest first, with times of whole seconds. Where what is current does not settle it, names of versions
/// that are ULIDs do (https://github.com/ulid/spec: they sort by the time of their making), and else the server is asked for one at a time.
record Interleaving(ObjectServer server, String bucket) {
    private static final Pattern ULID = Pattern.compile("[0-7][0-9A-HJKMNP-TV-Z]{25}");

    /// All of one object, the oldest first.
    ///
    /// @param listed of the same object, as it was listed
    List<Versions.Kept> oldestFirst(List<Versions.Kept> listed)
            throws Unreachable, InterruptedException {
        var versions = new ArrayDeque<Versions.Kept>();
        var markers = new ArrayDeque<Versions.Kept>();
        listed.forEach(one -> (one.isMarker() ? markers : versions).add(one));
        var newestFirst = new ArrayList<Versions.Kept>();
        while (!versions.isEmpty() && !markers.isEmpty()) {
            Optional<Boolean> isMarkerNext = isNewer(markers.peek(), versions.peek());
            if (isMarkerNext.isEmpty()) {
                return server.versions().oneByOne(bucket, listed.getFirst().name()).reversed();
            }
            newestFirst.add((isMarkerNext.get() ? markers : versions).remove());
        }
        newestFirst.addAll(versions);
        newestFirst.addAll(markers);
        return newestFirst.reversed();
    }

    private static Optional<Boolean> isNewer(Versions.Kept one, Versions.Kept other) {
        if (one.isLatest() || other.isLatest()) {
            return Optional.of(one.isLatest());
        }
        return ULID.matcher(one.version()).matches() && ULID.matcher(other.version()).matches()
                ? Optional.of(one.version().compareTo(other.version()) > 0)
                : Optional.empty();
    }
}
