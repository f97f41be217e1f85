package gotthard.web.pages;

import gotthard.overview.Stage;
import gotthard.overview.StepRow;

import java.util.Collection;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.Map;

/// Where a step stands, as people look for it: fewer words than there are stages, and what is urgent first.
enum Condition {
    FAILING("needs a look", "■"),
    WAITING("waits", "▲"),
    GOING("underway", "▶"),
    UNPROVEN("not verified", "◇"),
    PENDING("pending", "○"),
    VERIFIED("verified", "✓"),
    UNDONE("rolled back", "↩"),
    LEFT_OUT("left out", "–");

    private final String words;
    private final String sign;

    Condition(String words, String sign) {
        this.words = words;
        this.sign = sign;
    }

    String words() {
        return words;
    }

    /// A sign for those who see no colours.
    String sign() {
        return sign;
    }

    /// Its name in style sheets and scripts.
    String key() {
        return switch (this) {
            case FAILING -> "failing";
            case WAITING -> "waiting";
            case GOING -> "going";
            case UNPROVEN -> "unproven";
            case PENDING -> "pending";
            case VERIFIED -> "verified";
            case UNDONE -> "undone";
            case LEFT_OUT -> "left-out";
        };
    }

    static Condition of(Stage stage) {
        return switch (stage) {
            case FAILED, UNKNOWN, CHANGED, WAIVER_ENDED, ROLLBACK_FAILED -> FAILING;
            case HELD -> WAITING;
            case RUNNING, RETRYING, APPLIED, ROLLING_BACK -> GOING;
            case SKIPPED, WAIVED -> UNPROVEN;
            case PENDING -> PENDING;
            case VERIFIED, RESOLVED -> VERIFIED;
            case ROLLED_BACK -> UNDONE;
            case LEFT_OUT -> LEFT_OUT;
        };
    }

    /// How many of the steps stand where; conditions without a step are left out.
    static Map<Condition, Integer> counts(Collection<StepRow> steps) {
        var counts = new EnumMap<Condition, Integer>(Condition.class);
        steps.forEach(step -> counts.merge(of(step.stage()), 1, Integer::sum));
        return counts;
    }

    /// The most urgent one among at least one step.
    static Condition worst(Collection<StepRow> steps) {
        return steps.stream()
                .map(step -> of(step.stage()))
                .min(Comparator.naturalOrder())
                .orElseThrow();
    }
}
