package gotthard.inventory;

/// A folder of files on one host of a site.
///
/// @param host the endpoint that holds the folder
/// @param path absolute path of the folder on that host
public record Store(StoreName name, EndpointName host, String path) {}
