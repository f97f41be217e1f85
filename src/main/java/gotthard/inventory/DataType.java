package gotthard.inventory;

import java.util.Map;

/// A kind of data, and where each site keeps each region's share of it.
///
/// @param where for each site, the place of a region's cell: the store and the folder in it, in which `${region}` stands for
///     the region
public record DataType(DataTypeName name, Mutability mutability, Map<SiteName, Place> where) {
    public DataType {
        where = Map.copyOf(where);
    }

    /// Whether what was written may change.
    public enum Mutability {
        APPEND_ONLY,
        MUTABLE
    }

    /// A store and a folder in it, relative to the store, without a leading slash.
    public record Place(StoreName store, String folder) {
        /// The folder of one region's cell.
        public String folderOf(RegionName region) {
            return folder.replace("${region}", region.value());
        }
    }
}
