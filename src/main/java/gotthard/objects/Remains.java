package gotthard.objects;

import gotthard.action.Unreachable;
import gotthard.transfer.Refused;
import gotthard.transfer.RelativePath;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.NavigableSet;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicLong;

/// What a bucket keeps of objects beside what is current.
record Remains(Side side) {
    /// In words.
    List<String> lines(NavigableSet<RelativePath> paths) throws Unreachable, InterruptedException {
        var lines = new ArrayList<String>();
        String shelf = side.shelf().shown();
        if (side.server().keepsVersions(side.shelf().bucket())) {
            var older = new AtomicLong();
            var markers = new AtomicLong();
            each(
                    paths,
                    versions ->
                            versions.forEach(
                                    one -> (one.isMarker() ? markers : older).incrementAndGet()));
            if (older.get() + markers.get() > 0) {
                lines.add(
                        "%s keeps versions: %,d of these names and %,d delete markers"
                                .formatted(shelf, older.get(), markers.get()));
            }
        }
        long kept = marks();
        if (kept > 0) {
            lines.add(
                    "%s:%s has %,d objects that other runs keep in .gotthard-…, until gotthard collect"
                            .formatted(side.server().name(), side.shelf().bucket(), kept));
        }
        var uploads = new AtomicLong();
        side.server()
                .versions()
                .uploads(
                        side.shelf().bucket(),
                        side.shelf().prefix(),
                        name -> {
                            if (isOne(name, paths)) {
                                uploads.incrementAndGet();
                            }
                        });
        if (uploads.get() > 0) {
            lines.add(
                    "%s keeps the parts of %,d %s of these names that %s not come to an end"
                            .formatted(
                                    shelf,
                                    uploads.get(),
                                    uploads.get() == 1 ? "upload" : "uploads",
                                    uploads.get() == 1 ? "has" : "have"));
        }
        return lines;
    }

    /// Of one object what hides the others goes last: so nothing comes to light meanwhile or after a cut, and some servers mix up versions that
    /// are deleted at the same time.
    long deleteVersions(NavigableSet<RelativePath> paths, Turn turn)
            throws Unreachable, InterruptedException {
        var deleted = new AtomicLong();
        each(
                paths,
                versions -> {
                    for (Versions.Kept one : hidingLast(versions)) {
                        turn.check();
                        side.server().delete(side.shelf().bucket(), one.name(), one.version());
                        deleted.incrementAndGet();
                    }
                });
        return deleted.get();
    }

    /// All but a version that is current.
    private static List<Versions.Kept> hidingLast(List<Versions.Kept> versions) {
        return versions.stream()
                .filter(one -> one.isMarker() || !one.isLatest())
                .sorted(Comparator.comparing(Versions.Kept::isLatest))
                .toList();
    }

    /// Those of one object.
    private interface Visitor {
        void visit(List<Versions.Kept> versions) throws Unreachable, InterruptedException;
    }

    private void each(NavigableSet<RelativePath> paths, Visitor visitor)
            throws Unreachable, InterruptedException {
        Workroom.use(
                _ -> {
                    var all = new TreeMap<String, List<Versions.Kept>>();
                    side.server()
                            .versions()
                            .each(
                                    side.shelf().bucket(),
                                    side.shelf().prefix(),
                                    one -> {
                                        if (isOne(one.name(), paths)) {
                                            all.computeIfAbsent(one.name(), _ -> new ArrayList<>())
                                                    .add(one);
                                        }
                                    });
                    try (var hands = new Hands(Copying.HANDS)) {
                        for (List<Versions.Kept> versions : all.values()) {
                            hands.give(() -> visitor.visit(versions));
                        }
                        hands.finish();
                    }
                    return all;
                });
    }

    private long marks() throws Unreachable, InterruptedException {
        String own = Mark.START + side.context().key().brief() + "/";
        var others = new AtomicLong();
        Workroom.use(
                _ -> {
                    side.server()
                            .each(
                                    side.shelf().bucket(),
                                    Mark.START,
                                    false,
                                    one -> others.addAndGet(one.name().startsWith(own) ? 0 : 1));
                    return others;
                });
        return others.get();
    }

    private boolean isOne(String name, NavigableSet<RelativePath> paths) {
        try {
            return !Mark.isOne(name) && paths.contains(side.shelf().path(name));
        } catch (Refused _) {
            return false;
        }
    }
}
