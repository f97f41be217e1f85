package gotthard.overview;

import gotthard.journal.Resolution;
import gotthard.journal.StepState;

import java.time.Instant;

/// Where a step stands, in one word.
public enum Stage {
    PENDING("pending"),
    /// The run was not asked to do it.
    LEFT_OUT("left out"),
    RUNNING("running"),
    /// The last attempt failed and another will follow.
    RETRYING("to be tried again"),
    APPLIED("applied, not verified"),
    VERIFIED("verified"),
    /// It was verified, and a later look found it changed.
    CHANGED("changed since"),
    HELD("waits"),
    /// The run went on without it.
    SKIPPED("skipped"),
    /// Put right by hand, and verified.
    RESOLVED("resolved and verified"),
    /// Said to be put right by hand; somebody answers for that until a day.
    WAIVED("waived, not verified"),
    /// Nobody answers for it any more.
    WAIVER_ENDED("waiver ended"),
    FAILED("failed"),
    UNKNOWN("unknown"),
    ROLLING_BACK("rolling back"),
    ROLLED_BACK("rolled back"),
    ROLLBACK_FAILED("rollback failed");

    private final String word;

    Stage(String word) {
        this.word = word;
    }

    /// As people read it.
    public String word() {
        return word;
    }

    /// Whether something goes on at the sites right now.
    public boolean isActive() {
        return this == RUNNING || this == ROLLING_BACK;
    }

    /// Whether a person should look at it.
    public boolean isBad() {
        return this == FAILED
                || this == WAIVER_ENDED
                || this == UNKNOWN
                || this == CHANGED
                || this == ROLLBACK_FAILED;
    }

    static Stage of(StepState state, boolean isSelected, boolean isOver, Instant now) {
        return switch (state) {
            case StepState.Pending _ -> isSelected ? PENDING : LEFT_OUT;
            case StepState.Running _ -> RUNNING;
            case StepState.Applied _ -> APPLIED;
            case StepState.Verified _ -> VERIFIED;
            case StepState.Stale _ -> CHANGED;
            case StepState.Held _ -> HELD;
            case StepState.Failed(_, _, var forGood) -> forGood || isOver ? FAILED : RETRYING;
            case StepState.Skipped _ -> SKIPPED;
            case StepState.Resolved(_, _, var how) ->
                    switch (how.basis()) {
                        case Resolution.Basis.Verified _ -> RESOLVED;
                        case Resolution.Basis.Waived(var until, _, _) ->
                                until.isAfter(now) ? WAIVED : WAIVER_ENDED;
                    };
            case StepState.Unknown _ -> UNKNOWN;
            case StepState.RollingBack _ -> ROLLING_BACK;
            case StepState.RolledBack _ -> ROLLED_BACK;
            case StepState.RollbackFailed _ -> ROLLBACK_FAILED;
        };
    }
}
