package gotthard.plan;

/// The name of a plan, such as `europe-files`.
public record PlanName(String value) implements Comparable<PlanName> {
    @Override
    public int compareTo(PlanName other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value;
    }
}
