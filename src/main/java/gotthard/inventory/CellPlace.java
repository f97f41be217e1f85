package gotthard.inventory;

/// Where a site keeps one cell.
///
/// @param folder in the store, without a slash at either end; a prefix of names where the store is a bucket
public record CellPlace(Store store, String folder) {}
