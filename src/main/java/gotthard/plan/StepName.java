package gotthard.plan;

/// The name of a step as the plan writes it; `each` may make several steps of it.
public record StepName(String value) {
    @Override
    public String toString() {
        return value;
    }
}
