package gotthard.files;

import gotthard.inventory.CellPlace;
import gotthard.world.CellId;

/// Where the inventory keeps a cell at both sites.
record CellPlaces(CellId cell, CellPlace from, CellPlace to) {}
