package gotthard.files.jobs;

import gotthard.transfer.stream.Target;
import gotthard.world.CellId;

import java.util.Optional;

/// Where the files of a cell are, and where they are to be.
///
/// @param number tells its Jobs from those of the step's other cells
/// @param list at the source, the file of the volume that names them; without it they are all in the folder
/// @param folder whose that at the target is
public record MovedCell(
        CellId cell, int number, End from, End to, Optional<String> list, Target.Folder folder) {
    /// All files of a folder, into one of its own.
    public MovedCell(CellId cell, int number, End from, End to) {
        this(cell, number, from, to, Optional.empty(), Target.Folder.OWN);
    }

    /// The same, both ends of which are going to have what either has.
    MovedCell merged() {
        return new MovedCell(cell, number, from, to, list, Target.Folder.MERGED);
    }

    /// What tells its stages at the target from others, in letters, digits and `-`: also from those of the step's other cells, where they
    /// share a folder.
    String key(String step) {
        return switch (folder) {
            case OWN, MERGED -> step;
            case SHARED -> step + "-" + number;
        };
    }
}
