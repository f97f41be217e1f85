package gotthard.objects;

import gotthard.action.Failure;
import gotthard.action.Unreachable;
import gotthard.inventory.Selection;
import gotthard.transfer.PathList;
import gotthard.transfer.Refused;
import gotthard.transfer.RelativePath;
import gotthard.transfer.manifest.Entry;
import gotthard.world.CellId;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.NavigableSet;
import java.util.Set;
import java.util.function.Predicate;

/// A cell's objects on a shelf that cells may share.
record Chosen(CellId cell, ObjectServer server, Shelf shelf, Selection selection) {
    /// Names and sizes of the cell's objects there, without the marks of this tool.
    ///
    /// @param folder for manifests, this call's alone
    Catalogue list(Path folder, String name)
            throws IOException, Refused, Unreachable, InterruptedException {
        return switch (selection) {
            case Selection.All _ -> list(folder, name, _ -> true);
            case Selection.Listed(var list) -> listed(folder, name, list);
            case Selection.Tagged(var key, var value) -> tagged(folder, name, key, value);
        };
    }

    private Catalogue list(Path folder, String name, Predicate<RelativePath> isWanted)
            throws IOException, Refused, Unreachable, InterruptedException {
        try (var draft = new Catalogue.Draft(folder, name)) {
            return Catalogue.of(server, shelf, draft, isWanted);
        }
    }

    private Catalogue listed(Path folder, String name, String list)
            throws IOException, Refused, Unreachable, InterruptedException {
        NavigableSet<RelativePath> names = names(list);
        Set<RelativePath> missing = new HashSet<>(names);
        Catalogue all =
                list(
                        folder,
                        name,
                        path -> {
                            missing.remove(path);
                            return names.contains(path);
                        });
        refuse(missing, list);
        return all;
    }

    private void refuse(Set<RelativePath> missing, String list) throws Unreachable {
        if (!missing.isEmpty()) {
            RelativePath first = missing.stream().sorted().findFirst().orElseThrow();
            throw new Unreachable(
                    Failure.refused(
                            "the list of %s names %s that %s not there, first %s"
                                    .formatted(
                                            cell,
                                            Telling.count(missing.size()),
                                            missing.size() == 1 ? "is" : "are",
                                            shelf.shown(first)),
                            "correct %s, or find out where the objects are"
                                    .formatted(shown(list))));
        }
    }

    /// What the shelf keeps of the cell's objects. A tag tells nothing of what was deleted, so that [CopyKind] refuses it.
    Histories histories() throws IOException, Refused, Unreachable, InterruptedException {
        return switch (selection) {
            case Selection.All _ -> Histories.of(server, shelf, _ -> true);
            case Selection.Listed(var list) -> {
                NavigableSet<RelativePath> names = names(list);
                Histories histories = Histories.of(server, shelf, names::contains);
                Set<RelativePath> missing = new HashSet<>(names);
                missing.removeAll(histories.all().keySet());
                refuse(missing, list);
                yield histories;
            }
            case Selection.Tagged _ ->
                    throw new IllegalStateException("all versions by a tag: " + cell);
        };
    }

    /// The names that a list has, whether the objects are there or not.
    NavigableSet<RelativePath> names(String list)
            throws IOException, Unreachable, InterruptedException {
        Body body =
                server.read(shelf.bucket(), list, Piece.WHOLE)
                        .orElseThrow(
                                () ->
                                        new Unreachable(
                                                Failure.refused(
                                                        "the list that names the objects of %s is not at %s"
                                                                .formatted(cell, shown(list)),
                                                        "put it there, or correct \"list\" of the data type in the inventory")));
        try {
            return PathList.read(new ByteArrayInputStream(body.bytes()));
        } catch (Refused refused) {
            throw new Unreachable(
                    Failure.refused(
                            "in %s, %s".formatted(shown(list), refused.what()), refused.next()));
        }
    }

    private Catalogue tagged(Path folder, String name, String key, String value)
            throws IOException, Refused, Unreachable, InterruptedException {
        Catalogue all = list(folder, name + "-all", _ -> true);
        try (var hands = new Hands(Copying.HANDS);
                var draft = new Catalogue.Draft(folder, name);
                var entries = all.open()) {
            for (var next = entries.next(); next.isPresent(); next = entries.next()) {
                Entry entry = next.get();
                String object = shelf.name(entry.path());
                hands.give(
                        () -> {
                            if (value.equals(server.tags(shelf.bucket(), object, "").get(key))) {
                                draft.add(entry);
                            }
                        });
            }
            hands.finish();
            return draft.finished();
        }
    }

    private String shown(String list) {
        return shelf.server() + ":" + shelf.bucket() + "/" + list;
    }
}
