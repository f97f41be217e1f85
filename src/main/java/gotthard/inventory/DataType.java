package gotthard.inventory;

import java.util.Map;

/// A kind of data, and where each site keeps each region's share of it.
///
/// @param where for each site, the place of a region's cell: the store, the folder in it and what of it is the cell's, in
///     which `${region}` stands for the region
public record DataType(DataTypeName name, Mutability mutability, Map<SiteName, Place> where) {
    public DataType {
        where = Map.copyOf(where);
    }

    /// Whether what was written may change.
    public enum Mutability {
        APPEND_ONLY,
        MUTABLE
    }

    /// A store, a folder in it, relative to the store, without a leading slash, and what of it is meant.
    public record Place(StoreName store, String folder, Selection selection) {
        private static final String REGION = "${region}";

        /// A folder, all of which is meant.
        public Place(StoreName store, String folder) {
            this(store, folder, Selection.EVERYTHING);
        }

        /// The folder of one region's cell.
        public String folderOf(RegionName region) {
            return folder.replace(REGION, region.value());
        }

        /// What of it is one region's.
        public Selection selectionOf(RegionName region) {
            return switch (selection) {
                case Selection.All all -> all;
                case Selection.Listed(var path) ->
                        new Selection.Listed(path.replace(REGION, region.value()));
                case Selection.Tagged(var key, var value) ->
                        new Selection.Tagged(key, value.replace(REGION, region.value()));
            };
        }
    }
}
