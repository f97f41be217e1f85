package gotthard.objects;

import gotthard.action.Unreachable;
import gotthard.transfer.Refused;
import gotthard.transfer.RelativePath;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.NavigableMap;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.function.Predicate;

/// What a shelf keeps of each object: its versions and what says that it was deleted, the oldest first. They are kept in memory.
record Histories(NavigableMap<RelativePath, List<Versions.Kept>> all) {
    Histories {
        all = Collections.unmodifiableNavigableMap(all);
    }

    /// Those of a shelf, without the marks of this tool. An object of a bucket that keeps no versions has one.
    static Histories of(ObjectServer server, Shelf shelf, Predicate<RelativePath> isWanted)
            throws IOException, Refused, Unreachable, InterruptedException {
        var listed = new TreeMap<RelativePath, List<Versions.Kept>>();
        Versions.Visitor adding =
                one -> {
                    if (!Mark.isOne(one.name())) {
                        RelativePath path = shelf.path(one.name());
                        if (isWanted.test(path)) {
                            listed.computeIfAbsent(path, _ -> new ArrayList<>()).add(one);
                        }
                    }
                };
        if (server.keepsVersions(shelf.bucket())) {
            server.versions().each(shelf.bucket(), shelf.prefix(), adding);
        } else {
            server.each(
                    shelf.bucket(),
                    shelf.prefix(),
                    false,
                    one -> adding.visit(new Versions.Kept(one, false, true)));
        }
        var order = new Interleaving(server, shelf.bucket());
        var ordered = new ConcurrentSkipListMap<RelativePath, List<Versions.Kept>>();
        try (var hands = new Hands(Copying.HANDS)) {
            for (var one : listed.entrySet()) {
                hands.give(() -> ordered.put(one.getKey(), order.oldestFirst(one.getValue())));
            }
            hands.finish();
        }
        return new Histories(ordered);
    }

    /// That of one object; empty where nothing is kept of it.
    List<Versions.Kept> of(RelativePath path) {
        return all.getOrDefault(path, List.of());
    }
}
