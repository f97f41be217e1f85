package gotthard.policy;

import gotthard.world.Holding;
import gotthard.world.Level;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/// What a rule can read of a cell at a site, as a level.
public enum Quantity {
    /// What was there at first is stored here.
    STORES("stores"),
    /// What a user has written since is stored here.
    HOLDS_NEW("holdsNew"),
    /// Writes are taken here.
    WRITES("writes"),
    /// Traffic goes here.
    SERVES("serves"),
    /// It is processed here.
    PROCESSES("processes"),
    /// Workloads stand ready here.
    DEPLOYED("deployed"),
    /// Data lie here on their way.
    STAGED("staged"),
    /// The last verification here covers all that lies here; half, when it covers only what was there at first.
    VERIFIED("verified");

    private final String word;

    Quantity(String word) {
        this.word = word;
    }

    /// As rules write it.
    public String word() {
        return word;
    }

    static Optional<Quantity> named(String word) {
        return Arrays.stream(values()).filter(one -> one.word.equals(word)).findFirst();
    }

    static List<String> words() {
        return Arrays.stream(values()).map(Quantity::word).toList();
    }

    /// Its level where a cell stands so.
    public Level of(Holding holding) {
        return switch (this) {
            case STORES -> holding.base();
            case HOLDS_NEW -> whole(holding.write());
            case WRITES -> holding.open();
            case SERVES -> holding.routed();
            case PROCESSES -> holding.processing();
            case DEPLOYED -> holding.deployed();
            case STAGED -> holding.staged();
            case VERIFIED -> verified(holding);
        };
    }

    private static Level whole(boolean isThere) {
        return isThere ? Level.FULL : Level.NONE;
    }

    private static Level verified(Holding holding) {
        if (!holding.baseVerified()) {
            return Level.NONE;
        }
        boolean isSeen = !holding.write() || holding.writeVerified() || holding.accepted();
        return isSeen ? Level.FULL : Level.HALF;
    }
}
