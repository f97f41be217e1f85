package gotthard.inventory;

/// The name of hosts at a site that serve one purpose, such as `files`.
public record HostGroupName(String value) implements Comparable<HostGroupName> {
    @Override
    public int compareTo(HostGroupName other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value;
    }
}
