package gotthard.clearing;

import gotthard.action.Context;
import gotthard.action.Failure;
import gotthard.action.Unreachable;
import gotthard.inventory.Selection;
import gotthard.inventory.Store;
import gotthard.transfer.RelativePath;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;

/// What lies at a site of one cell, and which of it must stay since it is also others'.
///
/// @param own sizes of what the cell's selection has, by path
/// @param staying of these, those that stay, with the reason in words
record Look(Map<RelativePath, Long> own, Map<RelativePath, String> staying) {
    Look {
        own = Collections.unmodifiableMap(new TreeMap<>(own));
        staying = Collections.unmodifiableMap(new TreeMap<>(staying));
    }

    /// Looks at all of it.
    static Look of(Clearing clearing, Ground ground, Context context)
            throws Unreachable, InterruptedException {
        Map<RelativePath, Long> all = ground.list();
        var own = new TreeMap<RelativePath, Long>();
        chosen(clearing.at(), ground, all.keySet())
                .forEach(path -> own.put(path, all.getOrDefault(path, 0L)));
        String root = ground.root();
        var staying = new TreeMap<RelativePath, String>();
        stayAsLists(clearing, root, own.keySet(), context, staying);
        for (Spot other : clearing.others()) {
            if (clearing.at().place().store() instanceof Store.OnHost host) {
                String named = host.path() + "/" + clearing.at().place().folder() + "/";
                for (String folder : other.onNode().stream().toList()) {
                    stayAsOnNode(other, folder, List.of(root, named), own.keySet(), staying);
                }
            }
            if (other.mayShare(clearing.at()) && !clearing.together().contains(other.cell())) {
                stayAsOthers(other, root, own.keySet(), context, staying);
            }
        }
        return new Look(own, staying);
    }

    /// What is to be deleted.
    NavigableSet<RelativePath> toDelete() {
        var paths = new TreeSet<>(own.keySet());
        paths.removeAll(staying.keySet());
        return paths;
    }

    /// The bytes of these.
    long bytes(Collection<RelativePath> paths) {
        return paths.stream().mapToLong(path -> own.getOrDefault(path, 0L)).sum();
    }

    /// Why something stays, a line for each reason.
    List<String> reasons() {
        Map<String, Integer> counts = new TreeMap<>();
        staying.values().forEach(reason -> counts.merge(reason, 1, Integer::sum));
        var lines = new ArrayList<String>();
        counts.forEach(
                (reason, count) ->
                        lines.add(
                                "%,d %s: %s"
                                        .formatted(
                                                count,
                                                count == 1 ? "file stays" : "files stay",
                                                reason)));
        return lines;
    }

    private static NavigableSet<RelativePath> chosen(
            Spot spot, Ground ground, Collection<RelativePath> all)
            throws Unreachable, InterruptedException {
        return switch (spot.place().selection()) {
            case Selection.All _ -> new TreeSet<>(all);
            case Selection.Listed list -> {
                var named = new TreeSet<>(names(spot, ground, list));
                named.retainAll(all);
                yield named;
            }
            case Selection.Tagged tag -> ground.tagged(all, tag);
        };
    }

    private static NavigableSet<RelativePath> names(Spot spot, Ground ground, Selection.Listed list)
            throws Unreachable, InterruptedException {
        try {
            return ground.names(list);
        } catch (Unreachable unreadable) {
            Failure failure = unreadable.failure();
            throw new Unreachable(
                    new Failure(
                            failure.kind(),
                            "what is of %s at %s is not known, so that nothing is deleted: %s"
                                    .formatted(spot.cell(), spot.site(), failure.what()),
                            failure.next()));
        }
    }

    private static void stayAsOthers(
            Spot other,
            String root,
            Collection<RelativePath> own,
            Context context,
            Map<RelativePath, String> staying)
            throws Unreachable, InterruptedException {
        Ground theirs = other.open(context);
        String theirRoot = theirs.root();
        if (!root.startsWith(theirRoot) && !theirRoot.startsWith(root)) {
            return;
        }
        Map<RelativePath, RelativePath> ours = new HashMap<>();
        for (RelativePath path : own) {
            below(theirRoot, root + text(path)).ifPresent(their -> ours.put(their, path));
        }
        NavigableSet<RelativePath> wanted =
                switch (other.place().selection()) {
                    case Selection.All _ -> new TreeSet<>(ours.keySet());
                    case Selection.Listed list -> names(other, theirs, list);
                    case Selection.Tagged tag -> theirs.tagged(ours.keySet(), tag);
                };
        for (var one : ours.entrySet()) {
            if (wanted.contains(one.getKey())) {
                staying.putIfAbsent(one.getValue(), "also " + other.cell() + "'s");
            }
        }
    }

    /// Whether the host is a node of that cluster nobody knows here, nor what of the folder is the other cell's.
    private static void stayAsOnNode(
            Spot other,
            String folder,
            List<String> roots,
            Collection<RelativePath> own,
            Map<RelativePath, String> staying) {
        for (RelativePath path : own) {
            if (roots.stream().anyMatch(root -> (root + text(path)).startsWith(folder + "/"))) {
                staying.putIfAbsent(
                        path,
                        "perhaps also %s's, which lies in %s of a node"
                                .formatted(other.cell(), folder));
            }
        }
    }

    /// A list tells what is of a cell, and is needed as long as anybody asks.
    private static void stayAsLists(
            Clearing clearing,
            String root,
            Collection<RelativePath> own,
            Context context,
            Map<RelativePath, String> staying)
            throws Unreachable, InterruptedException {
        var spots = new ArrayList<Spot>(clearing.others());
        spots.add(clearing.at());
        for (Spot spot : spots) {
            if (spot.mayShare(clearing.at())
                    && spot.place().selection() instanceof Selection.Listed list) {
                Optional<RelativePath> path = below(root, spot.open(context).root(list));
                path.filter(own::contains)
                        .ifPresent(
                                one -> staying.put(one, "the list of " + spot.cell() + "'s files"));
            }
        }
    }

    private static Optional<RelativePath> below(String root, String path) {
        return path.startsWith(root) && path.length() > root.length()
                ? Optional.of(new RelativePath(path.substring(root.length())))
                : Optional.empty();
    }

    private static String text(RelativePath path) {
        return new String(path.bytes(), StandardCharsets.UTF_8);
    }
}
