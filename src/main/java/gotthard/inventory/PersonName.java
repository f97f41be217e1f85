package gotthard.inventory;

/// The name that documents use for a person, such as `anna`; not necessarily the person's own.
public record PersonName(String value) implements Comparable<PersonName> {
    @Override
    public int compareTo(PersonName other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value;
    }
}
