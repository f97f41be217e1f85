package gotthard.files;

import gotthard.action.Unreachable;
import gotthard.transfer.Amounts;
import gotthard.transfer.Item;
import gotthard.transfer.Manifest;
import gotthard.transfer.PathList;
import gotthard.transfer.Refused;
import gotthard.transfer.RelativePath;
import gotthard.world.CellId;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.Set;

/// A cell's files in a folder that cells may share.
///
/// @param list the file on the same host that names them; without one they are all in the folder
record Chosen(CellId cell, RemoteFolder folder, Optional<String> list) {
    /// What is there of the cell; the folder must be there.
    Manifest items() throws Halt, Unreachable, InterruptedException {
        if (list.isEmpty()) {
            return folder.listExisting();
        }
        NavigableSet<RelativePath> names = names();
        Manifest all = folder.listExisting();
        List<RelativePath> missing = names.stream().filter(name -> all.at(name).isEmpty()).toList();
        if (!missing.isEmpty()) {
            throw Halt.refused(
                    "the list of %s names %s that %s not there, first %s"
                            .formatted(
                                    cell,
                                    Amounts.files(missing.size()),
                                    missing.size() == 1 ? "is" : "are",
                                    folder.shown(missing.getFirst())),
                    "correct %s, or find out where the files are".formatted(listShown()));
        }
        return of(all, names);
    }

    /// The names that the list has, whether they are there or not.
    NavigableSet<RelativePath> names() throws Halt, Unreachable, InterruptedException {
        return new RemoteFolder(folder.host(), list.orElseThrow())
                .show(list.orElseThrow(), PathList::read)
                .orElseThrow(
                        () ->
                                Halt.refused(
                                        "the list that names the files of %s is not at %s"
                                                .formatted(cell, listShown()),
                                        "put it there, or correct \"list\" of the data type in the inventory"));
    }

    private Manifest of(Manifest all, NavigableSet<RelativePath> names) throws Halt {
        Set<RelativePath> folders = new HashSet<>();
        var items = new ArrayList<Item>();
        for (RelativePath name : names) {
            Item item = all.at(name).orElseThrow();
            if (item instanceof Item.Folder) {
                throw Halt.refused(
                        "the list of %s names %s, which is a folder"
                                .formatted(cell, folder.shown(name)),
                        "name its files in %s, one a line".formatted(listShown()));
            }
            items.add(item);
            for (var outer = name.parent();
                    outer.isPresent() && folders.add(outer.get());
                    outer = outer.get().parent()) {
                items.add(all.at(outer.get()).orElseThrow());
            }
        }
        try {
            return Manifest.of(items);
        } catch (Refused refused) {
            throw Complaints.of(folder, refused);
        }
    }

    private String listShown() {
        return folder.host().name() + ":" + list.orElseThrow();
    }
}
