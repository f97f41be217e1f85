package gotthard.transfer.report;

import java.util.Arrays;
import java.util.Optional;

/// What a mover does; its word is the first on the command line.
public enum Role {
    /// Takes what comes from the source, and places it.
    RECEIVE("receive"),
    /// Tells what the source has, and sends what the target lacks.
    SEND("send"),
    /// Compares what is there with what the source tells.
    COMPARE_RECEIVE("compare-receive"),
    /// Tells what the source has, for a comparison.
    COMPARE_SEND("compare-send"),
    /// Removes what was placed, as far as it is still as it was placed.
    WITHDRAW("withdraw"),
    /// Tells what lies in a folder, and changes nothing.
    TELL("tell"),
    /// Hears what another site has of what is to be deleted here, and decides what may go.
    DECIDE("decide"),
    /// Tells what it has, for that.
    COVER("cover"),
    /// Deletes what was decided, as far as it is still as it was then.
    CLEAR("clear");

    private final String word;

    Role(String word) {
        this.word = word;
    }

    /// As it is written.
    public String word() {
        return word;
    }

    /// The role of a word.
    public static Optional<Role> of(String word) {
        return Arrays.stream(values()).filter(role -> role.word.equals(word)).findFirst();
    }
}
