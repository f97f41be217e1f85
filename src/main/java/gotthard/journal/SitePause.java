package gotthard.journal;

/// Why a site is spared.
///
/// @param signal the name of what is measured there
/// @param value what was measured; in words, where nothing could be
/// @param threshold what it should be: `at most 0.5`
public record SitePause(String signal, String value, String threshold) {
    @Override
    public String toString() {
        return signal + " is " + value + ", wanted " + threshold;
    }
}
