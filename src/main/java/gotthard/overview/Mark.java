package gotthard.overview;

/// How far the data or the processing of a cell have come at a site.
public enum Mark {
    NONE("none"),
    /// The data come from here.
    SOURCE("source"),
    PLANNED("planned"),
    UNDERWAY("underway"),
    /// There, and not yet verified to be.
    MOVED("moved"),
    /// Workloads stand ready; nothing says that they process the cell.
    READY("ready"),
    VERIFIED("verified"),
    /// It counts, and nothing showed that it is as wanted.
    UNPROVEN("unproven"),
    CHANGED("changed since"),
    FAILED("failed"),
    UNKNOWN("unknown"),
    ROLLED_BACK("rolled back");

    private final String word;

    Mark(String word) {
        this.word = word;
    }

    public String word() {
        return word;
    }

    static Mark of(Stage stage) {
        return switch (stage) {
            case PENDING, HELD -> PLANNED;
            case LEFT_OUT -> NONE;
            case RUNNING, RETRYING, ROLLING_BACK -> UNDERWAY;
            case APPLIED -> MOVED;
            case VERIFIED, RESOLVED -> VERIFIED;
            case SKIPPED, WAIVED, WAIVER_ENDED -> UNPROVEN;
            case CHANGED -> CHANGED;
            case FAILED, ROLLBACK_FAILED -> FAILED;
            case UNKNOWN -> UNKNOWN;
            case ROLLED_BACK -> ROLLED_BACK;
        };
    }

    /// Of two steps that both bring something here: as bad as the worse one, and underway when they differ.
    Mark and(Mark other) {
        if (this == other || other == NONE) {
            return this;
        }
        if (this == READY || other == READY) {
            return this == READY ? other.onReady() : onReady();
        }
        for (Mark bad : new Mark[] {UNKNOWN, FAILED, CHANGED, UNPROVEN}) {
            if (this == bad || other == bad) {
                return bad;
            }
        }
        return this == NONE ? other : UNDERWAY;
    }

    /// Where workloads stand ready, what is said of the processing itself counts, unless it has not begun.
    private Mark onReady() {
        return this == PLANNED || this == NONE ? READY : this;
    }
}
