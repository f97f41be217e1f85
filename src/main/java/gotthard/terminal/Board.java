package gotthard.terminal;

import java.util.List;

/// All that is to be seen at one moment.
///
/// @param title above the rows
/// @param status below them: counts and time
public record Board(String title, List<Row> rows, String status) {
    public Board {
        rows = List.copyOf(rows);
    }
}
