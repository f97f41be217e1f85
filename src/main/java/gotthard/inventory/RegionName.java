package gotthard.inventory;

/// The name of a group of countries whose data move together, such as `europe`.
public record RegionName(String value) implements Comparable<RegionName> {
    @Override
    public int compareTo(RegionName other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value;
    }
}
