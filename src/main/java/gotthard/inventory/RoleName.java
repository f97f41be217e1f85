package gotthard.inventory;

/// What a person may decide, such as `platform-lead` or `supervisor`.
public record RoleName(String value) implements Comparable<RoleName> {
    @Override
    public int compareTo(RoleName other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value;
    }
}
