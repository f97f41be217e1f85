package gotthard.objects;

import gotthard.world.CellId;

/// Where a cell's objects are, and where they are to be.
record CellShelves(CellId cell, Shelf from, Shelf to) {}
