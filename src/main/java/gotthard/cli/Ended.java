package gotthard.cli;

import gotthard.action.Failure;
import gotthard.action.Outcome;
import gotthard.action.Verdict;
import gotthard.graph.StepId;
import gotthard.journal.Ending;
import gotthard.journal.Entry;
import gotthard.journal.Event;
import gotthard.journal.Journal;
import gotthard.journal.Opening;
import gotthard.journal.Resolution;
import gotthard.journal.RunId;
import gotthard.journal.RunState;
import gotthard.journal.StepRecord;
import gotthard.journal.StepState;
import gotthard.terminal.Amounts;

import java.time.Duration;
import java.util.List;
import java.util.Optional;

/// What came of a run.
///
/// @param latestFirst what happened in it
/// @param wanted how the run is to end: done, or rolled back
record Ended(Call call, RunState state, List<Event> latestFirst, Ending wanted) {
    static Ended of(Call call, Journal journal, RunState state, Ending wanted) {
        List<Event> latestFirst =
                journal.entries(state.id(), 0).reversed().stream().map(Entry::event).toList();
        return new Ended(call, state, latestFirst, wanted);
    }

    private Exit exit(Ending ending) {
        return switch (ending) {
            case DONE -> Exit.DONE;
            case WAITING, STOPPED -> Exit.WAITING;
            case CANCELLED -> Exit.FAILED;
            case UNKNOWN, OVERTAKEN -> Exit.UNKNOWN;
            case ROLLED_BACK ->
                    wanted == Ending.ROLLED_BACK || !turnedBackByItself() ? Exit.DONE : failed();
            case FAILED, ROLLBACK_FAILED -> failed();
        };
    }

    /// A run that was asked to go back and did is as asked; one that went back by itself has failed.
    private boolean turnedBackByItself() {
        return latestFirst.stream().anyMatch(Event.StepGivenUp.class::isInstance);
    }

    /// Why the last step that was given up came to nothing.
    private Exit failed() {
        Optional<StepId> givenUp =
                latestFirst.stream()
                        .filter(Event.StepGivenUp.class::isInstance)
                        .map(event -> ((Event.StepGivenUp) event).step())
                        .findFirst();
        return latestFirst.stream()
                .filter(
                        event ->
                                event instanceof Event.OfStep of
                                        && givenUp.equals(Optional.of(of.step())))
                .map(Ended::reason)
                .flatMap(Optional::stream)
                .findFirst()
                .orElse(Exit.FAILED);
    }

    private static Optional<Exit> reason(Event event) {
        if (event instanceof Event.StepVerified(_, var verdict)) {
            return Optional.of(
                    switch (verdict) {
                        case Verdict.Differs _ -> Exit.UNVERIFIED;
                        case Verdict.Unreadable(var failure) -> reason(failure);
                        case Verdict.Holds _, Verdict.Underway _ -> Exit.FAILED;
                    });
        }
        if (event instanceof Event.StepEnded(_, var outcome)) {
            return Optional.of(
                    switch (outcome) {
                        case Outcome.Failed(var failure) -> reason(failure);
                        case Outcome.Unclear(var failure) -> reason(failure);
                        case Outcome.Changed _, Outcome.AlreadyDone _ -> Exit.FAILED;
                    });
        }
        return Optional.empty();
    }

    private static Exit reason(Failure failure) {
        return switch (failure.kind()) {
            case ALTERED -> Exit.UNVERIFIED;
            case BUG -> Exit.BUG;
            case TRANSIENT, REFUSED -> Exit.FAILED;
        };
    }

    /// Says how it ended and what to do next.
    Exit tell(Ending ending) {
        Exit exit = exit(ending);
        Console console = call.console();
        console.json(
                JsonLine.of("ending")
                        .put("run", state.id().value())
                        .put("ending", ending.name().toLowerCase(java.util.Locale.ROOT))
                        .put("exit", exit.code()));
        String took = Amounts.time(Duration.between(state.openedAt(), state.lastAt()));
        String line = "%s: %s after %s".formatted(state.id(), word(ending), took);
        boolean isGood = ending == Ending.DONE || exit == Exit.DONE;
        boolean isOpen = exit == Exit.WAITING;
        console.say(
                isGood
                        ? Reports.good(console, line)
                        : isOpen ? Reports.held(console, line) : Reports.bad(console, line));
        for (Opening.Listed step : state.opening().steps()) {
            StepRecord record = state.step(step.id());
            said(record).ifPresent(said -> console.say("    " + record.id() + ": " + said));
        }
        if (ending == Ending.ROLLED_BACK) {
            turned().ifPresent(why -> console.say("    why: " + why));
        }
        Recovered.tell(console, latestFirst.reversed());
        console.say("  → " + next(ending));
        return exit;
    }

    /// Why the run went back.
    private Optional<String> turned() {
        return latestFirst.stream()
                .filter(Event.RunTurned.class::isInstance)
                .map(event -> ((Event.RunTurned) event).why())
                .findFirst();
    }

    private static Optional<String> said(StepRecord record) {
        return switch (record.state()) {
            case StepState.Failed(_, var failure, _) -> Optional.of(failure.toString());
            case StepState.Unknown(var failure) -> Optional.of(failure.toString());
            case StepState.RollbackFailed(var failure) -> Optional.of(failure.toString());
            case StepState.Held(var hold) -> Optional.of("waits for " + hold.releasedBy());
            case StepState.Pending _,
                    StepState.Running _,
                    StepState.Applied _,
                    StepState.Verified _,
                    StepState.Stale _,
                    StepState.Skipped _,
                    StepState.Resolved _,
                    StepState.RollingBack _,
                    StepState.RolledBack _ ->
                    Optional.empty();
        };
    }

    private boolean isProven() {
        return state.opening().steps().stream()
                .map(listed -> state.step(listed.id()))
                .filter(record -> state.opening().selection().has(record.id()))
                .allMatch(record -> record.isVerified() || isResolved(record));
    }

    private static boolean isResolved(StepRecord record) {
        return record.state() instanceof StepState.Resolved(_, _, var how)
                && how.basis() instanceof Resolution.Basis.Verified;
    }

    private String word(Ending ending) {
        return switch (ending) {
            case DONE ->
                    isProven()
                            ? "done, all verified"
                            : "done; not all is verified, gotthard status says what";
            case ROLLED_BACK -> "rolled back, and verified to be";
            case FAILED -> "failed";
            case ROLLBACK_FAILED -> "the rollback failed";
            case WAITING -> "waits";
            case UNKNOWN -> "an outcome is unknown";
            case STOPPED -> "stopped";
            case CANCELLED -> "cancelled; what it did was left as it is";
            case OVERTAKEN -> "another process has taken over";
        };
    }

    private String next(Ending ending) {
        String plan = state.opening().planSource();
        RunId id = state.id();
        return switch (ending) {
            case DONE -> "gotthard verify " + id + " verifies it afresh; gotthard report " + id;
            case ROLLED_BACK ->
                    "see why with gotthard report "
                            + id
                            + "; once that is mended, gotthard apply "
                            + plan
                            + " starts anew";
            case FAILED -> "mend it, then gotthard apply " + plan + ", or gotthard rollback " + id;
            case ROLLBACK_FAILED -> "mend it, then gotthard rollback " + id + " goes on";
            case WAITING -> "then go on with gotthard apply " + plan;
            case UNKNOWN -> "gotthard apply " + plan + " looks how it ended, and goes on";
            case STOPPED -> "go on with gotthard apply " + plan + ", or gotthard rollback " + id;
            case CANCELLED -> "gotthard rollback " + id + " undoes what it did";
            case OVERTAKEN -> "gotthard attach " + id + " watches it";
        };
    }
}
