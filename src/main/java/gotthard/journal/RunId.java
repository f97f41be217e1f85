package gotthard.journal;

/// One execution of a plan: the plan's name and five random letters or digits, such as `europe-files-k3x9q`. Never used twice, not even
/// by another journal, because what a run makes is marked with it.
public record RunId(String value) implements Comparable<RunId> {
    @Override
    public int compareTo(RunId other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value;
    }
}
