package gotthard.files;

import gotthard.action.Before;
import gotthard.action.Blob;
import gotthard.action.Unreachable;

import java.util.ArrayList;
import java.util.List;

/// What was at the target of each cell before the first change, in numbers only, since names of files may tell of persons. As text
/// one line a cell, in the order of the cells: levels, a space, equal.
record Found(List<OfCell> cells) {
    /// What was there of one cell.
    ///
    /// @param levels folders, from the target folder upwards, that were not there
    /// @param equal files of the source that the target had already
    record OfCell(int levels, long equal) {
        static final OfCell NOTHING = new OfCell(0, 0);

        /// Looks which folders are there.
        static OfCell of(Copying copying, long equal)
                throws Halt, Unreachable, InterruptedException {
            String levels =
                    copying.target().run(Scripts.COUNT_LEVELS, List.of(), List.of()).output();
            return new OfCell(Integer.parseInt(levels), equal);
        }

        /// Reads what [#text] wrote.
        static OfCell read(String line) {
            if (line.isEmpty()) {
                return NOTHING;
            }
            int space = line.indexOf(' ');
            return new OfCell(
                    Integer.parseInt(line.substring(0, space)),
                    Long.parseLong(line.substring(space + 1)));
        }

        String text() {
            return levels + " " + equal;
        }
    }

    Found {
        cells = List.copyOf(cells);
    }

    static Found read(Before before, int cells) {
        return switch (before) {
            case Before.Inline(var image) ->
                    new Found(image.text().lines().map(OfCell::read).toList());
            case Before.Absent _, Before.Kept _ -> {
                var none = new ArrayList<OfCell>();
                for (int i = 0; i < cells; i++) {
                    none.add(OfCell.NOTHING);
                }
                yield new Found(none);
            }
        };
    }

    Before before() {
        var text = new StringBuilder();
        cells.forEach(cell -> text.append(cell.text()).append('\n'));
        return new Before.Inline(Blob.of(text.toString()));
    }
}
