package gotthard.overview;

/// How many things there were to compare, as verifications have found it over time.
///
/// @param now by the latest verification
/// @param first by the first one that found any number
public record Total(long now, long first) {
    /// How many came since; negative when they became fewer.
    public long grown() {
        return now - first;
    }

    Total and(Total other) {
        return new Total(now + other.now, first + other.first);
    }
}
