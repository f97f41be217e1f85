package gotthard.problem;

import java.util.Collection;
import java.util.Comparator;
import java.util.Locale;
import java.util.Optional;

/// Guesses which known name somebody meant.
public final class Suggestion {
    private record Candidate(String name, int distance) {}

    private Suggestion() {}

    /// The known name that differs in the fewest letters (restricted Damerau–Levenshtein distance, case ignored); none
    /// if it is too different to be meant. Among equals the first in the alphabet.
    public static Optional<String> closest(String name, Collection<String> known) {
        int patience = patience(name);
        return known.stream()
                .filter(other -> Math.abs(other.length() - name.length()) <= patience)
                .map(other -> new Candidate(other, distance(lowered(name), lowered(other))))
                .filter(
                        candidate ->
                                candidate.distance <= patience
                                        && candidate.distance < candidate.name.length())
                .min(Comparator.comparingInt(Candidate::distance).thenComparing(Candidate::name))
                .map(Candidate::name);
    }

    /// `did you mean "b"?`, to be used as a problem's advice.
    public static Optional<String> didYouMean(String name, Collection<String> known) {
        return closest(name, known).map(other -> "did you mean " + Quoted.of(other) + "?");
    }

    private static int patience(String name) {
        if (name.length() > 200) {
            return 0;
        }
        return name.length() <= 3 ? 1 : Math.min(4, 1 + name.length() / 4);
    }

    private static String lowered(String name) {
        return name.toLowerCase(Locale.ROOT);
    }

    private static int distance(String from, String to) {
        int[][] costs = new int[from.length() + 1][to.length() + 1];
        for (int i = 0; i <= from.length(); i++) {
            for (int j = 0; j <= to.length(); j++) {
                costs[i][j] = i == 0 || j == 0 ? i + j : cheapest(costs, from, to, i, j);
            }
        }
        return costs[from.length()][to.length()];
    }

    private static int cheapest(int[][] costs, String from, String to, int i, int j) {
        int replaced = costs[i - 1][j - 1] + (from.charAt(i - 1) == to.charAt(j - 1) ? 0 : 1);
        int cost = Math.min(replaced, 1 + Math.min(costs[i - 1][j], costs[i][j - 1]));
        boolean swapped =
                i > 1
                        && j > 1
                        && from.charAt(i - 1) == to.charAt(j - 2)
                        && from.charAt(i - 2) == to.charAt(j - 1);
        return swapped ? Math.min(cost, costs[i - 2][j - 2] + 1) : cost;
    }
}
