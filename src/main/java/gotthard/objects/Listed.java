package gotthard.objects;

import java.util.List;

/// One page of a listing.
///
/// @param next where the next page begins; empty after the last
record Listed(List<One> objects, String next) {
    Listed {
        objects = List.copyOf(objects);
    }

    /// One object, or one version of it.
    ///
    /// @param version empty where only current objects are listed
    record One(String name, long size, String version) {}
}
