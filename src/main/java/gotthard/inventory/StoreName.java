package gotthard.inventory;

/// The name of a place for files at a site, such as `intake`.
public record StoreName(String value) implements Comparable<StoreName> {
    @Override
    public int compareTo(StoreName other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value;
    }
}
