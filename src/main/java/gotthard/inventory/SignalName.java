package gotthard.inventory;

/// The name of something that is measured at a site, such as `metadata-p99`.
public record SignalName(String value) implements Comparable<SignalName> {
    @Override
    public int compareTo(SignalName other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value;
    }
}
