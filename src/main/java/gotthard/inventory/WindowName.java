package gotthard.inventory;

/// The name of a window of time, such as `quiet-nights`.
public record WindowName(String value) implements Comparable<WindowName> {
    /// What is named, for a `Shape.reference`; policies declare them.
    public static final String KIND = "window";

    @Override
    public int compareTo(WindowName other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value;
    }
}
