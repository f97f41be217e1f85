package gotthard.files;

import gotthard.action.ByHand;
import gotthard.action.Prompt;
import gotthard.action.Route;
import gotthard.files.jobs.FilesByHand;
import gotthard.inventory.Inventory;

import java.util.Optional;

/// How a person brings the files of a cell from one host to another, through `ssh`.
///
/// @param manner how it is gone again and again, or both ways; empty where it is gone once
record FolderByHand(CellFolders cell, Level level, Optional<Route.Manner> manner, Prompt prompt) {
    ByHand.Told told() {
        return new FilesByHand(
                        shore(cell.from()),
                        shore(cell.to()),
                        new FilesByHand.Which(
                                cell.list(),
                                level == Level.COUNT,
                                manner,
                                FilesByHand.Times.SECONDS),
                        this::file)
                .told();
    }

    private FilesByHand.Shore shore(Inventory.CellFolder folder) {
        return new FilesByHand.Shore(folder.path(), script -> prompt.script(folder.host(), script));
    }

    private String file(String what) {
        return prompt.kept(
                "%s.%s.%s.%s"
                        .formatted(
                                cell.cell().region(),
                                cell.cell().data(),
                                Prompt.alias(cell.to().host()),
                                what));
    }
}
