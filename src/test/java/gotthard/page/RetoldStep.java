package gotthard.page;

import gotthard.action.Behind;
import gotthard.action.Evidence;
import gotthard.action.Outcome;
import gotthard.action.Progress;
import gotthard.action.Verdict;
import gotthard.journal.Entry;
import gotthard.journal.Event;
import gotthard.journal.Hold;
import gotthard.journal.Opening;
import gotthard.journal.Operation;
import gotthard.journal.Resolution;
import gotthard.world.Effect;

import org.jspecify.annotations.Nullable;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// One step as its entries tell it, one after the other, without anything that reports are made with.
final class RetoldStep {
    static final long UNKNOWN = -1;

    private static final Set<String> SETTLED =
            Set.of(
                    "verified",
                    "skipped",
                    "resolved and verified",
                    "waived, not verified",
                    "waiver ended");
    private static final Set<String> LEFT =
            Set.of(
                    "pending",
                    "waits",
                    "running",
                    "to be tried again",
                    "applied, not verified",
                    "failed",
                    "unknown",
                    "changed since",
                    "waiver ended",
                    "rolling back",
                    "rolled back",
                    "rollback failed");
    private static final Set<String> BAD =
            Set.of("failed", "waiver ended", "unknown", "changed since", "rollback failed");

    final String run;
    final Opening.Listed listed;
    final int place;
    @Nullable Progress progress;
    private final Instant now;
    private final List<Instant> intents = new ArrayList<>();
    private String word = "pending";
    private @Nullable Instant since;
    private @Nullable Instant began;
    private @Nullable Instant rested;
    private @Nullable Instant waivedUntil;
    private @Nullable Hold hold;
    private @Nullable Evidence standing;
    private boolean isWaived;
    private boolean isTouched;
    private boolean isForGood;
    private int intended;
    private int undone;
    private int generation = 1;
    private int begunIn;
    private long entry = UNKNOWN;
    private long first = UNKNOWN;
    private long latest = UNKNOWN;
    private boolean isLeftOut;
    private boolean isOver;

    RetoldStep(String run, Opening.Listed listed, int place, Instant now) {
        this.run = run;
        this.listed = listed;
        this.place = place;
        this.now = now;
    }

    /// @param isOver whether no process carries the run out any more
    void end(boolean wasAsked, boolean isOver, @Nullable Progress reached) {
        isLeftOut = !wasAsked;
        this.isOver = isOver;
        progress =
                word.equals("running") || word.equals("rolling back") || word.equals("unknown")
                        ? reached
                        : null;
    }

    String word() {
        if (word.equals("pending") && isLeftOut) {
            return "left out";
        }
        if (word.equals("to be tried again")) {
            return isForGood || isOver ? "failed" : word;
        }
        return isWaived && waivedUntil != null && !waivedUntil.isAfter(now) ? "waiver ended" : word;
    }

    boolean isSettled() {
        return SETTLED.contains(word);
    }

    /// Whether it is still to be done, in a run that goes forward.
    boolean isLeft() {
        return LEFT.contains(word());
    }

    boolean isWaiting() {
        return word().equals("waits") || BAD.contains(word());
    }

    boolean isTouched() {
        return isTouched;
    }

    boolean deletes(String cell) {
        return listed.effects().stream()
                .anyMatch(
                        effect ->
                                effect instanceof Effect.Delete
                                        && effect.cell().toString().equals(cell));
    }

    boolean counts() {
        return word.equals("skipped") || isWaived;
    }

    boolean hasEnded() {
        return took() != null && Set.of("verified", "changed since").contains(word());
    }

    @Nullable Instant since() {
        return word.equals("pending") ? null : since;
    }

    @Nullable Instant began() {
        return began;
    }

    @Nullable Hold hold() {
        return word.equals("waits") ? hold : null;
    }

    @Nullable Evidence standing() {
        return standing;
    }

    /// How long it has been at work, since its present generation first meant to.
    @Nullable Duration took() {
        if (began == null) {
            return null;
        }
        Instant end = rested == null ? now : rested;
        return end.isBefore(began) ? Duration.ZERO : Duration.between(began, end);
    }

    /// How far what it brings was behind when it said that last, in bytes and milliseconds; nothing where it did not.
    String behind() {
        boolean isOpen = Set.of("running", "rolling back", "unknown").contains(word());
        Optional<Behind> behind =
                isOpen && progress != null
                        ? progress.behind()
                        : standing == null ? Optional.empty() : standing.behind();
        return behind.map(it -> it.bytes() + " " + it.age().toMillis()).orElse("");
    }

    /// How long the attempt lasts that runs.
    Duration attempt() {
        return Duration.between(intents.getLast(), now);
    }

    int attempts() {
        return intents.size();
    }

    /// Moved and verified in per cent, the total now and the first one.
    long[] shares() {
        String is = word();
        long moved =
                switch (is) {
                    case "pending", "waits", "left out", "rolled back" -> 0;
                    case "applied, not verified", "verified", "resolved and verified" -> 100;
                    case "running" -> percentDone();
                    default -> UNKNOWN;
                };
        long verified =
                switch (is) {
                    case "verified", "resolved and verified" ->
                            percent(standing.compared(), standing.of());
                    case "changed since", "failed", "unknown", "rolling back", "rollback failed" ->
                            UNKNOWN;
                    default -> 0;
                };
        return new long[] {moved, verified, latest, first};
    }

    private long percentDone() {
        return progress == null || progress.total().isEmpty()
                ? UNKNOWN
                : percent(progress.done(), progress.total().getAsLong());
    }

    private static long percent(long some, long all) {
        return all <= 0 || some > all ? UNKNOWN : some * 100 / all;
    }

    String line() {
        return String.join(
                " ",
                word(),
                text(since()),
                text(began),
                took() == null ? "unknown" : Long.toString(took().toMillis()),
                text(entry),
                Integer.toString(intents.size()),
                Integer.toString(undone),
                Integer.toString(generation));
    }

    static String text(long number) {
        return number == UNKNOWN ? "unknown" : Long.toString(number);
    }

    static String text(@Nullable Object value) {
        return value == null ? "unknown" : value.toString();
    }

    void take(Entry from, Event.OfStep event) {
        Instant at = from.at();
        switch (event) {
            case Event.StepKept _,
                    Event.StepCheckpointed _,
                    Event.StepCollected _,
                    Event.StepRecovered _,
                    Event.StepClaimRefused _ -> {
                return;
            }
            case Event.StepFoundRight(_, var evidence) -> found(evidence, at);
            case Event.StepIntended intent -> intend(intent, at);
            case Event.StepEnded(_, var outcome) -> end(outcome, at);
            case Event.StepVerified(_, var verdict) -> look(verdict, at);
            case Event.StepGivenUp _ -> giveUp(at);
            case Event.StepHeld(_, var why) -> hold(why, at);
            case Event.StepReleased _ -> is("pending", at);
            case Event.StepApproved(_, var approvals) -> {
                is("verified", at);
                standing = Evidence.of(approvals.size(), "approved");
                rest(at);
            }
            case Event.StepSkipped _ -> {
                is("skipped", at);
                rest(at);
            }
            case Event.StepResolved(_, var claim, var how) -> resolve(claim, how, at);
            case Event.StepWaiverEnded _ -> {
                if (word.equals("resolved and verified") || isWaived) {
                    hold(new Hold.WaiverEnded("somebody", at), at);
                }
            }
            case Event.StepUndoIntended _ -> {
                undone++;
                is("rolling back", at);
                rest(at);
            }
            case Event.StepUndone(_, var outcome) -> {
                if (outcome instanceof Outcome.Failed || outcome instanceof Outcome.Unclear) {
                    is("rollback failed", at);
                }
            }
            case Event.StepRestored(_, var verdict) -> restore(verdict, at);
        }
        entry = from.seq();
    }

    private void is(String next, Instant at) {
        word = next;
        since = at;
        isWaived = false;
        isForGood = false;
        standing = null;
    }

    private void rest(Instant at) {
        rested = rested == null ? at : rested;
    }

    private void found(Evidence evidence, Instant at) {
        is("verified", at);
        standing = evidence;
        latest = evidence.of();
        first = first == UNKNOWN ? evidence.of() : first;
        rest(at);
    }

    private void intend(Event.StepIntended intent, Instant at) {
        is("running", at);
        intents.add(at);
        isTouched = true;
        generation = intent.generation();
        rested = null;
        if (intended == 0 || begunIn != generation) {
            began = at;
            begunIn = generation;
        }
        intended++;
    }

    private void end(Outcome outcome, Instant at) {
        switch (outcome) {
            case Outcome.Changed _, Outcome.AlreadyDone _ -> is("applied, not verified", at);
            case Outcome.Failed _ -> is("to be tried again", at);
            case Outcome.Unclear _ -> is("unknown", at);
        }
    }

    private void look(Verdict verdict, Instant at) {
        boolean wasGood =
                Set.of("verified", "changed since", "resolved and verified").contains(word);
        switch (verdict) {
            case Verdict.Holds(var evidence) -> found(evidence, at);
            case Verdict.Underway _ -> is("running", at);
            case Verdict.Differs _ -> {
                if (!isWaived) {
                    is(wasGood ? "changed since" : "to be tried again", at);
                }
            }
            case Verdict.Unreadable _ -> {
                if (!isWaived && !wasGood) {
                    is("unknown", at);
                }
            }
        }
    }

    private void giveUp(Instant at) {
        if (word.equals("to be tried again") || word.equals("unknown")) {
            is("to be tried again", at);
            isForGood = true;
        }
        rest(at);
    }

    private void hold(Hold why, Instant at) {
        Instant already = word.equals("waits") ? since : null;
        is("waits", already == null ? at : already);
        hold = why;
        began = began == null ? at : began;
    }

    private void resolve(Operation.Claim claim, Resolution how, Instant at) {
        if (claim == Operation.Claim.ABSENT) {
            undo(at);
        } else if (how.basis() instanceof Resolution.Basis.Waived(var until, _, _)) {
            is("waived, not verified", at);
            isWaived = true;
            waivedUntil = until;
        } else if (how.basis() instanceof Resolution.Basis.Verified(var evidence)) {
            is("resolved and verified", at);
            standing = evidence;
        }
        rest(at);
    }

    private void restore(Verdict verdict, Instant at) {
        switch (verdict) {
            case Verdict.Holds _ -> undo(at);
            case Verdict.Differs _, Verdict.Unreadable _ -> is("rollback failed", at);
            case Verdict.Underway _ -> {}
        }
    }

    private void undo(Instant at) {
        is("rolled back", at);
        generation++;
        isTouched = false;
    }
}
