package gotthard.files;

import gotthard.action.Before;
import gotthard.action.Blob;

import java.util.ArrayList;
import java.util.List;

/// What was at the target of each cell before the first change, in numbers only, since names of files may tell of persons. As text
/// one line a cell, in the order of the cells: levels, a space, equal.
record Found(List<OfCell> cells) {
    /// What was there of one cell.
    ///
    /// @param levels folders, from the target folder upwards, that were not there
    /// @param equal files of the source that the target had already
    record OfCell(int levels, long equal) {}

    Found {
        cells = List.copyOf(cells);
    }

    static Found read(Before before, int cells) {
        return switch (before) {
            case Before.Inline(var image) ->
                    new Found(image.text().lines().map(Found::line).toList());
            case Before.Absent _, Before.Kept _ -> {
                var none = new ArrayList<OfCell>();
                for (int i = 0; i < cells; i++) {
                    none.add(new OfCell(0, 0));
                }
                yield new Found(none);
            }
        };
    }

    Before before() {
        var text = new StringBuilder();
        cells.forEach(
                cell -> text.append(cell.levels()).append(' ').append(cell.equal()).append('\n'));
        return new Before.Inline(Blob.of(text.toString()));
    }

    private static OfCell line(String line) {
        int space = line.indexOf(' ');
        return new OfCell(
                Integer.parseInt(line.substring(0, space)),
                Long.parseLong(line.substring(space + 1)));
    }
}
