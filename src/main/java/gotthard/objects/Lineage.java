package gotthard.objects;

import gotthard.action.Unreachable;
import gotthard.transfer.RelativePath;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// The versions of one object at both sides, the oldest first. Their names differ from server to server, so that they are matched by their order,
/// their content, and what their stamps say of the entity tag at the source.
record Lineage(
        Copying copying, RelativePath path, List<Versions.Kept> wanted, List<Versions.Kept> found) {
    /// How many of those at the target, from the oldest on, are those of the source.
    int settled() throws Unreachable, InterruptedException {
        int count = 0;
        while (count < Math.min(wanted.size(), found.size())
                && isSame(wanted.get(count), found.get(count))) {
            count++;
        }
        return count;
    }

    /// What this step has made is as it was made; what others have is read.
    private boolean isSame(Versions.Kept here, Versions.Kept there)
            throws Unreachable, InterruptedException {
        if (here.isMarker() || there.isMarker()) {
            return here.isMarker() == there.isMarker();
        }
        long size = here.listed().size();
        if (size != there.listed().size()) {
            return false;
        }
        Copying versions = copying.of(here.version(), there.version());
        return stamp(there).filter(one -> isOursFrom(one, here)).isPresent()
                || versions.isEqual(path, size);
    }

    /// Whether this step has made an object of a version of the source.
    boolean isOursFrom(Stamp stamp, Versions.Kept here) {
        return stamp.isOf(copying.context().key()) && stamp.isFrom(here.listed().tag());
    }

    /// What the tool has written on a version at the target.
    Optional<Stamp> stamp(Versions.Kept there) throws Unreachable, InterruptedException {
        Side target = copying.target().of(there.version());
        return target.head(path).flatMap(head -> target.stamp(path, head));
    }

    /// Whether both sides list as many, of the same kinds and sizes.
    boolean isOfOneShape() {
        if (wanted.size() != found.size()) {
            return false;
        }
        for (int i = 0; i < wanted.size(); i++) {
            if (!isOfOneSize(wanted.get(i), found.get(i))) {
                return false;
            }
        }
        return true;
    }

    private static boolean isOfOneSize(Versions.Kept here, Versions.Kept there) {
        return here.isMarker() == there.isMarker() && here.listed().size() == there.listed().size();
    }

    /// Which of one side may be which of the other.
    Alignment aligned() throws Unreachable, InterruptedException {
        var stamps = new ArrayList<Optional<Stamp>>();
        for (Versions.Kept there : found) {
            stamps.add(there.isMarker() ? Optional.empty() : stamp(there));
        }
        return Alignment.of(
                wanted.size(),
                found.size(),
                (here, there) ->
                        isOfOneSize(wanted.get(here), found.get(there))
                                && stamps.get(there)
                                        .map(one -> one.isFrom(wanted.get(here).listed().tag()))
                                        .orElse(true));
    }

    /// One of them, for people.
    String shown(int index, List<Versions.Kept> of) {
        return "%s, version %,d of %,d"
                .formatted(copying.target().shelf().shown(path), index + 1, of.size());
    }
}
