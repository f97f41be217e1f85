package gotthard.files;

import gotthard.inventory.Inventory;
import gotthard.world.CellId;

import java.util.Optional;

/// Where a cell's files are, and where they are to be.
///
/// @param list the file at the source's host that names them, by its absolute path; without one they are all in the folder
record CellFolders(
        CellId cell, Inventory.CellFolder from, Inventory.CellFolder to, Optional<String> list) {
    /// All files of a folder.
    CellFolders(CellId cell, Inventory.CellFolder from, Inventory.CellFolder to) {
        this(cell, from, to, Optional.empty());
    }
}
