package gotthard.overview;

import gotthard.action.Difference;

import java.util.List;

/// Differences in one sentence.
final class Differences {
    private Differences() {}

    static String sentence(List<Difference> differences) {
        return differences.size() == 1
                ? differences.getFirst().toString()
                : differences.size() + " differences, first " + differences.getFirst();
    }
}
