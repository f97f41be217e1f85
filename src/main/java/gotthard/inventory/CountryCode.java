package gotthard.inventory;

/// A country, by its ISO 3166-1 alpha-2 code in capitals, such as `CH`.
public record CountryCode(String value) implements Comparable<CountryCode> {
    @Override
    public int compareTo(CountryCode other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value;
    }
}
