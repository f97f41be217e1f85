package gotthard.inventory;

/// Where a site keeps one cell.
///
/// @param folder in the store, without a slash at either end; a prefix of names where the store is a bucket
/// @param selection which of what lies there is the cell's
public record CellPlace(Store store, String folder, Selection selection) {
    /// A place that is the cell's alone.
    public CellPlace(Store store, String folder) {
        this(store, folder, Selection.EVERYTHING);
    }

    /// Whether all that lies in the folder is the cell's.
    public boolean isWhole() {
        return selection.equals(Selection.EVERYTHING);
    }
}
