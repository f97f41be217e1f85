package gotthard.graph;

/// A step of a compiled plan: `ready`, or `files[zurich-1]` where `each` made it, or `switch.fence` for a part of a fragment.
public record StepId(String value) implements Comparable<StepId> {
    /// Whether a name means it: its own, that of the step that `each` made it of, or of the one that it is a part of.
    public boolean isNamed(String name) {
        return value.equals(name) || value.startsWith(name + "[") || value.startsWith(name + ".");
    }

    @Override
    public int compareTo(StepId other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value;
    }
}
