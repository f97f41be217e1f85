package gotthard.inventory;

/// A place of a site where data lie.
public sealed interface Store {
    StoreName name();

    /// What is asked for it: a host, a cluster, an S3 server.
    EndpointName endpoint();

    /// A folder of files on one host.
    ///
    /// @param endpoint the host
    /// @param path absolute path of the folder on that host
    record OnHost(StoreName name, EndpointName endpoint, String path) implements Store {}

    /// A folder of files in a volume that pods of the site's cluster can mount.
    ///
    /// @param endpoint the cluster
    /// @param namespace where the pods run that mount it
    /// @param path of the folder in the volume, without a slash at either end; empty for all of it
    record OnVolume(
            StoreName name, EndpointName endpoint, String namespace, Volume volume, String path)
            implements Store {}

    /// A bucket of an S3-compatible server.
    ///
    /// @param endpoint the server
    record InBucket(StoreName name, EndpointName endpoint, String bucket) implements Store {}

    /// What a pod mounts.
    sealed interface Volume {
        /// What a PersistentVolumeClaim of the namespace stands for.
        record Claim(String name) implements Volume {}

        /// A folder of the node that the pod runs on.
        ///
        /// @param path absolute
        record HostFolder(String path) implements Volume {}
    }
}
