package gotthard.objects;

import java.util.ArrayList;
import java.util.List;

/// Which of two lists are the same, in their order: the most that can be (a longest common subsequence, by dynamic programming).
///
/// @param pairs in ascending order of both
record Alignment(List<Pair> pairs) {
    /// More comparisons than this are not made: then what stands at the same position is taken for the same.
    private static final long MOST = 1 << 22;

    Alignment {
        pairs = List.copyOf(pairs);
    }

    /// Positions in the one and in the other, from 0 on.
    record Pair(int here, int there) {}

    /// Says of two whether they may be the same.
    @FunctionalInterface
    interface Kinship {
        boolean isKin(int here, int there);
    }

    /// All by their positions.
    static Alignment byPosition(int count) {
        var pairs = new ArrayList<Pair>();
        for (int i = 0; i < count; i++) {
            pairs.add(new Pair(i, i));
        }
        return new Alignment(pairs);
    }

    /// Of lists of these lengths.
    static Alignment of(int here, int there, Kinship kinship) {
        if ((long) here * there > MOST) {
            return byPosition(Math.min(here, there));
        }
        int[][] most = lengths(here, there, kinship);
        var pairs = new ArrayList<Pair>();
        int i = 0;
        int j = 0;
        while (i < here && j < there) {
            if (kinship.isKin(i, j) && most[i][j] == most[i + 1][j + 1] + 1) {
                pairs.add(new Pair(i++, j++));
            } else if (most[i + 1][j] >= most[i][j + 1]) {
                i++;
            } else {
                j++;
            }
        }
        return new Alignment(pairs);
    }

    private static int[][] lengths(int here, int there, Kinship kinship) {
        var most = new int[here + 1][there + 1];
        for (int i = here - 1; i >= 0; i--) {
            for (int j = there - 1; j >= 0; j--) {
                most[i][j] =
                        kinship.isKin(i, j)
                                ? most[i + 1][j + 1] + 1
                                : Math.max(most[i + 1][j], most[i][j + 1]);
            }
        }
        return most;
    }
}
