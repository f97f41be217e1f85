package gotthard.run;

import gotthard.journal.RunId;
import gotthard.plan.PlanName;

import java.util.Random;
import java.util.random.RandomGenerator;

/// Makes names for runs: the plan's name and five random letters or digits.
public final class RunIds {
    /// Without those that are easily confused: 0 and o, 1, i and l.
    private static final String LETTERS = "abcdefghjkmnpqrstuvwxyz23456789";

    private static final int LENGTH = 5;

    private final RandomGenerator random;

    /// @param random must not repeat itself between processes
    public RunIds(RandomGenerator random) {
        this.random = random;
    }

    /// Names that follow from the digest of a saved plan, so that what its run leaves at the sites is found again from whatever
    /// journal.
    ///
    /// @param digest in hexadecimal
    static RunIds following(String digest) {
        return new RunIds(new Random(Long.parseUnsignedLong(digest.substring(0, 16), 16)));
    }

    public RunId next(PlanName plan) {
        var id = new StringBuilder(plan.value()).append('-');
        for (int i = 0; i < LENGTH; i++) {
            id.append(LETTERS.charAt(random.nextInt(LETTERS.length())));
        }
        return new RunId(id.toString());
    }
}
