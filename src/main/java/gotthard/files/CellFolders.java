package gotthard.files;

import gotthard.inventory.Inventory;
import gotthard.world.CellId;

/// Where a cell's files are, and where they are to be.
record CellFolders(CellId cell, Inventory.CellFolder from, Inventory.CellFolder to) {}
