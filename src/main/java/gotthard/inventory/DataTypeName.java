package gotthard.inventory;

/// The name of a kind of data, such as `suspicious-files`.
public record DataTypeName(String value) implements Comparable<DataTypeName> {
    @Override
    public int compareTo(DataTypeName other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value;
    }
}
