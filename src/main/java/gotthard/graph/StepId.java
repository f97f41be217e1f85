package gotthard.graph;

/// A step of a compiled plan: `ready`, or `files[zurich-1]` where `each` made it, or `switch.fence` for a part of a fragment.
public record StepId(String value) implements Comparable<StepId> {
    @Override
    public int compareTo(StepId other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value;
    }
}
