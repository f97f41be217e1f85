package gotthard.cli;

import gotthard.terminal.Amounts;

/// Small phrases.
final class Words {
    private Words() {}

    /// `1 step`, `1,204 steps`.
    static String count(long count, String noun) {
        return Amounts.count(count) + " " + noun + (count == 1 ? "" : "s");
    }
}
