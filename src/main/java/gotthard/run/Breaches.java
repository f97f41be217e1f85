package gotthard.run;

import gotthard.inventory.SiteName;
import gotthard.proof.Breach;
import gotthard.proof.Clause;
import gotthard.proof.Monitor;
import gotthard.proof.Outlook;
import gotthard.world.CellId;

import java.util.List;

/// What would be broken, in words: `two-writers of europe/file-metadata: once it begins, moscow and zurich-1 can both take writes`.
final class Breaches {
    private Breaches() {}

    static String sentence(Monitor monitor, Outlook at, Breach breach, String when) {
        return breach.invariant().word()
                + " of "
                + breach.of()
                + ": "
                + when
                + ", "
                + words(breach, and(monitor.sites(at, breach)));
    }

    /// Where too much may be so of a cell for all of it to be judged.
    ///
    /// @param again what has the step tried again
    static String unseen(CellId cell, String when, String again) {
        return "any invariant of "
                + cell
                + ": "
                + when
                + ", more states of it are possible than can be judged; let the steps that go on there end first, then have this one"
                + " tried again ("
                + again
                + ")";
    }

    private static String words(Breach breach, String sites) {
        return switch (breach.invariant()) {
            case LOSS -> "no site may have all of its data any more";
            case TWO_WRITERS -> sites + " can take writes at once";
            case STALE_WRITER -> sites + " can take writes without having all data";
            case UNVERIFIED_WRITER -> sites + " can take writes without having been verified";
            case RESIDENCY -> "it can be at " + sites + ", where the policy does not allow it";
            case GAP -> "nobody may serve it, outside a declared pause";
            case GAP_HELD -> "a pause can wait for people";
            case ORDER -> "it can be processed before what it comes after has moved";
            case LAST_COPY -> "data can go that no other place has in full, verified";
            case RETURN -> "the way back can leave something else than there was";
            case STUCK_BACK, STUCK_FORWARD -> "it can get stuck";
            case NOT_MOVED, GOAL -> "not all of it may have moved";
            case RULE -> breach.clause().map(Breaches::rule).orElse("a rule can be broken");
            case UNSIGNED ->
                    "a point of no return is passed without an approval that the policy asks for";
        };
    }

    private static String rule(Clause clause) {
        return "this may not hold: " + clause.rule().title();
    }

    private static String and(List<SiteName> sites) {
        List<String> names = sites.stream().map(SiteName::value).sorted().toList();
        if (names.size() < 2) {
            return String.join("", names);
        }
        return String.join(", ", names.subList(0, names.size() - 1)) + " and " + names.getLast();
    }
}
