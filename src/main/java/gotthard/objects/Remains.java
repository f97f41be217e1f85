package gotthard.objects;

import gotthard.action.Unreachable;
import gotthard.transfer.Refused;
import gotthard.transfer.RelativePath;

import java.util.ArrayList;
import java.util.List;
import java.util.NavigableSet;
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
                    one -> {
                        (one.isMarker() ? markers : older).incrementAndGet();
                    });
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

    long deleteVersions(NavigableSet<RelativePath> paths, Turn turn)
            throws Unreachable, InterruptedException {
        var deleted = new AtomicLong();
        each(
                paths,
                one -> {
                    if (one.isMarker() || !one.isLatest()) {
                        turn.check();
                        side.server().delete(side.shelf().bucket(), one.name(), one.version());
                        deleted.incrementAndGet();
                    }
                });
        return deleted.get();
    }

    private void each(NavigableSet<RelativePath> paths, Versions.Visitor visitor)
            throws Unreachable, InterruptedException {
        Workroom.use(
                _ -> {
                    var all = new ArrayList<Versions.Kept>();
                    side.server()
                            .versions()
                            .each(
                                    side.shelf().bucket(),
                                    side.shelf().prefix(),
                                    one -> {
                                        if (isOne(one.name(), paths)) {
                                            all.add(one);
                                        }
                                    });
                    try (var hands = new Hands(Copying.HANDS)) {
                        for (Versions.Kept one : all) {
                            hands.give(() -> visitor.visit(one));
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
