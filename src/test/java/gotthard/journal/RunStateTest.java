package gotthard.journal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import gotthard.action.Before;
import gotthard.action.Checkpoint;
import gotthard.action.Difference;
import gotthard.action.Evidence;
import gotthard.action.Failure;
import gotthard.action.Outcome;
import gotthard.action.Verdict;
import gotthard.graph.StepId;

import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

class RunStateTest {
    private static final StepId STEP = Examples.FILES;
    private static final Evidence EVIDENCE = Evidence.of(3, "3 files, equal");
    private static final Failure BROKEN = Failure.transientFailure("the link broke", "wait");
    private static final Verdict HOLDS = new Verdict.Holds(EVIDENCE);
    private static final Verdict DIFFERS =
            Verdict.differs(Difference.missing("a.bin", "36,104 bytes"));
    private static final Verdict UNREADABLE = new Verdict.Unreadable(BROKEN);

    private final List<Entry> entries = new ArrayList<>();

    @Nested
    class AStepThatWasRightAlready {
        @Test
        void isVerifiedAndLeavesNothingToUndo() {
            happens(new Event.StepFoundRight(STEP, EVIDENCE));

            assertThat(step().isVerified()).isTrue();
            assertThat(step().touched()).isFalse();
        }
    }

    @Nested
    class AnAttempt {
        @Test
        void isRunningUntilItEnds() {
            happens(intended(1));

            assertThat(step().state()).isInstanceOf(StepState.Running.class);
            assertThat(step().touched()).isTrue();
        }

        @Test
        void isVerifiedOnlyByAVerification() {
            happens(intended(1), new Event.StepEnded(STEP, new Outcome.Changed(EVIDENCE)));
            assertThat(step().isVerified()).isFalse();

            happens(new Event.StepVerified(STEP, HOLDS));

            assertThat(step().state()).isEqualTo(new StepState.Verified(Examples.AT, 4, EVIDENCE));
        }

        @Test
        void failsWhenItsVerificationFindsADifference() {
            happens(
                    intended(1),
                    new Event.StepEnded(STEP, new Outcome.Changed(EVIDENCE)),
                    new Event.StepVerified(STEP, DIFFERS));

            assertThat(step().state())
                    .isInstanceOfSatisfying(
                            StepState.Failed.class,
                            failed -> {
                                assertThat(failed.failure().what()).contains("a.bin");
                                assertThat(failed.forGood()).isFalse();
                            });
        }

        @Test
        void isUnknownWhileNobodyCanTell() {
            happens(intended(1), new Event.StepEnded(STEP, new Outcome.Unclear(BROKEN)));

            assertThat(step().state()).isEqualTo(new StepState.Unknown(BROKEN));
        }

        @Test
        void failsForGoodWhenItIsGivenUp() {
            happens(
                    intended(1),
                    new Event.StepEnded(STEP, new Outcome.Failed(BROKEN)),
                    new Event.StepGivenUp(STEP));

            assertThat(step().state()).isEqualTo(new StepState.Failed(Examples.AT, BROKEN, true));
            assertThat(step().touched()).isTrue();
        }
    }

    @Nested
    class AVerifiedStep {
        @Test
        void isStaleOnceALaterLookFindsItChanged() {
            happens(verified());

            happens(new Event.StepVerified(STEP, DIFFERS));

            assertThat(step().state()).isInstanceOf(StepState.Stale.class);
            assertThat(step().isVerified()).isFalse();
        }

        @Test
        void staysVerifiedWhenNobodyCouldLook() {
            happens(verified());

            happens(new Event.StepVerified(STEP, UNREADABLE));

            assertThat(step().isVerified()).isTrue();
        }
    }

    @Nested
    class AnUndo {
        @Test
        void raisesTheGenerationOnlyWhenItIsVerified() {
            happens(verified());
            happens(
                    new Event.StepUndoIntended(STEP, 1),
                    new Event.StepUndone(STEP, new Outcome.Changed(EVIDENCE)));
            assertThat(step().generation()).isEqualTo(1);

            happens(new Event.StepRestored(STEP, HOLDS));

            assertThat(step().state()).isInstanceOf(StepState.RolledBack.class);
            assertThat(step().generation()).isEqualTo(2);
            assertThat(step().touched()).isFalse();
            assertThat(step().before()).isEmpty();
        }

        @Test
        void thatLeavesSomethingHasFailedAndStaysToBeDone() {
            happens(verified());

            happens(
                    new Event.StepUndoIntended(STEP, 1),
                    new Event.StepUndone(STEP, new Outcome.Changed(EVIDENCE)),
                    new Event.StepRestored(STEP, DIFFERS));

            assertThat(step().state()).isInstanceOf(StepState.RollbackFailed.class);
            assertThat(step().touched()).isTrue();
        }

        @Test
        void startsWithoutTheAttemptsCheckpointAndKeepsItsOwn() {
            happens(intended(1), new Event.StepCheckpointed(STEP, new Checkpoint("forward")));
            happens(new Event.StepUndoIntended(STEP, 1));
            assertThat(step().checkpoint()).isEmpty();

            happens(
                    new Event.StepCheckpointed(STEP, new Checkpoint("back")),
                    new Event.StepUndoIntended(STEP, 2));

            assertThat(step().checkpoint()).isEqualTo(Optional.of(new Checkpoint("back")));
        }
    }

    @Nested
    class ARun {
        @Test
        void keepsItsEndingUntilItIsResumed() {
            happens(new Event.RunEnded(Ending.WAITING));
            assertThat(state().ending()).contains(Ending.WAITING);

            happens(new Event.RunResumed("0.1.0", "platform-lead-1"));

            assertThat(state().ending()).isEmpty();
        }

        @Test
        void isNotOpenedTwice() {
            happens(Examples.opened());

            assertThatThrownBy(RunStateTest.this::state)
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessageContaining("opened twice");
        }
    }

    private static Event intended(int attempt) {
        return new Event.StepIntended(STEP, 1, attempt, new Before.Absent(), List.of());
    }

    private static Event[] verified() {
        return new Event[] {
            intended(1),
            new Event.StepEnded(STEP, new Outcome.Changed(EVIDENCE)),
            new Event.StepVerified(STEP, HOLDS)
        };
    }

    private void happens(Event... events) {
        if (entries.isEmpty()) {
            entries.add(new Entry(1, Examples.AT, Examples.opened()));
        }
        for (Event event : events) {
            entries.add(new Entry(entries.size() + 1, Examples.AT, event));
        }
    }

    private RunState state() {
        return RunState.replay(Examples.RUN, entries);
    }

    private StepRecord step() {
        return state().step(STEP);
    }
}
