package gotthard.cli;

/// One thing that the doctor looked at.
sealed interface Diagnosis {
    /// What was looked at: `journal`.
    String subject();

    String found();

    /// Nothing to mend.
    record Well(String subject, String found) implements Diagnosis {}

    /// Something to mend.
    ///
    /// @param next how
    record Ill(String subject, String found, String next) implements Diagnosis {}

    /// Of words that say what, then after a semicolon what to do.
    static Ill said(String subject, String words) {
        int cut = words.indexOf("; ");
        return cut < 0
                ? new Ill(subject, words, "")
                : new Ill(subject, words.substring(0, cut), words.substring(cut + 2));
    }
}
