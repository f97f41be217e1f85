package gotthard.files.jobs;

import gotthard.world.CellId;

/// Where the files of a cell are, and where they are to be.
///
/// @param number tells its Jobs from those of the step's other cells
public record MovedCell(CellId cell, int number, End from, End to) {}
