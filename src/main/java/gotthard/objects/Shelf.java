package gotthard.objects;

import gotthard.inventory.EndpointName;
import gotthard.transfer.Refused;
import gotthard.transfer.RelativePath;

import java.nio.charset.StandardCharsets;

/// Where a site keeps the objects of a cell: a bucket, and a folder of names in it.
///
/// @param folder without a slash at either end; empty for the whole bucket
record Shelf(EndpointName server, String bucket, String folder) {
    /// What all names begin with that stand below the folder.
    String prefix() {
        return folder.isEmpty() ? "" : folder + "/";
    }

    /// The name of an object in the bucket.
    String name(RelativePath path) {
        return prefix() + new String(path.bytes(), StandardCharsets.UTF_8);
    }

    /// The path of an object below the folder.
    ///
    /// @throws Refused when a manifest can't hold it
    RelativePath path(String name) throws Refused {
        byte[] bytes = name.substring(prefix().length()).getBytes(StandardCharsets.UTF_8);
        try {
            return RelativePath.of(bytes);
        } catch (Refused _) {
            throw new Refused(
                    "the object \"%s\" in the bucket %s of %s has a name with an empty part, \".\" or \"..\""
                            .formatted(name, bucket, server),
                    "rename or remove it (a name that ends with / only stands for a folder), then retry");
        }
    }

    /// For people.
    String shown() {
        return server + ":" + bucket + (folder.isEmpty() ? "" : "/" + folder);
    }

    /// An object, for people.
    String shown(RelativePath path) {
        return shown() + "/" + path;
    }
}
