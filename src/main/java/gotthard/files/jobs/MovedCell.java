package gotthard.files.jobs;

import gotthard.world.CellId;

/// Where the files of a cell are, and where they are to be.
public record MovedCell(CellId cell, End from, End to) {}
