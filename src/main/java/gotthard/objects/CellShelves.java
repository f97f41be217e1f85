package gotthard.objects;

import gotthard.inventory.Selection;
import gotthard.world.CellId;

/// Where a cell's objects are, and where they are to be.
///
/// @param selection which of those that lie there are the cell's
record CellShelves(CellId cell, Shelf from, Shelf to, Selection selection) {
    /// All objects of a folder.
    CellShelves(CellId cell, Shelf from, Shelf to) {
        this(cell, from, to, Selection.EVERYTHING);
    }
}
