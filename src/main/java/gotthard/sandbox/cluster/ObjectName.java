package gotthard.sandbox.cluster;

/// Which object.
///
/// @param namespace empty for what belongs to the whole cluster
record ObjectName(Resource resource, String namespace, String name) {
    ObjectName {
        if (resource.isNamespaced() == namespace.isEmpty()) {
            throw new IllegalArgumentException(resource + " in namespace \"" + namespace + "\"");
        }
    }

    static ObjectName namespace(String name) {
        return new ObjectName(Resource.NAMESPACES, "", name);
    }
}
