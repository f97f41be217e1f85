package gotthard.inventory;

/// The name of a place that stores and processes data, such as `zurich-1`.
public record SiteName(String value) implements Comparable<SiteName> {
    @Override
    public int compareTo(SiteName other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value;
    }
}
