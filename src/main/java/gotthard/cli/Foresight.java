package gotthard.cli;

import gotthard.action.Key;
import gotthard.graph.Assembled;
import gotthard.graph.StepId;
import gotthard.journal.Ending;
import gotthard.journal.Opening;
import gotthard.journal.RunId;
import gotthard.journal.RunState;
import gotthard.preview.Preview;
import gotthard.run.Connections;
import gotthard.run.RunIds;
import gotthard.secret.Secrets;

import java.security.SecureRandom;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.Function;

/// Asks the sites of a plan what applying it would change, under the keys that applying it would use.
record Foresight(Assembled assembled, Secrets secrets, InstantSource clock) {
    private static final int AT_ONCE = Opening.Limits.USUAL.site();

    static Foresight of(Call call, Assembled assembled) {
        return new Foresight(
                assembled,
                new Secrets(call.surroundings().environment()),
                call.surroundings().clock());
    }

    /// What applying the plan would do now.
    ///
    /// An open run goes on under its own keys. A run that is done stands for the plan as long as nothing of it would change;
    /// whatever else is found is done by a new run, to which the marks of all others are foreign.
    ///
    /// @param latest the latest run of the plan
    Preview after(Optional<RunState> latest) throws InterruptedException {
        if (latest.isEmpty()) {
            return anew();
        }
        RunState state = latest.get();
        if (isOpen(state)) {
            return under(state);
        }
        Optional<Preview> fulfilled = fulfilled(state);
        return fulfilled.isPresent() ? fulfilled.get() : anew();
    }

    /// What is found under the keys of a run that is done, if it was of the very same documents and nothing would change.
    Optional<Preview> fulfilled(RunState state) throws InterruptedException {
        if (!state.ending().equals(Optional.of(Ending.DONE)) || !changed(state).isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(under(state)).filter(preview -> preview.totals().isNothing());
    }

    /// The documents that are not as a run recorded them.
    SortedSet<String> changed(RunState state) {
        var recorded = state.opening().documents();
        var changed = new TreeSet<>(assembled.documents().keySet());
        changed.addAll(recorded.keySet());
        changed.removeIf(
                name ->
                        recorded.containsKey(name)
                                && recorded.get(name).equals(assembled.documents().get(name)));
        return changed;
    }

    static boolean isOpen(RunState state) {
        return state.ending().map(Ending::staysOpen).orElse(true);
    }

    private Preview under(RunState state) throws InterruptedException {
        return asked(
                        step ->
                                Key.of(
                                        state.id().value(),
                                        step.value(),
                                        state.step(step).generation()))
                .approved(step -> state.step(step).isVerified());
    }

    private Preview anew() throws InterruptedException {
        RunId nobody = new RunIds(new SecureRandom()).next(assembled.plan().name());
        return asked(step -> Key.of(nobody.value(), step.value(), 1));
    }

    /// What is found under these keys.
    Preview asked(Function<StepId, Key> keys) throws InterruptedException {
        try (var connections = new Connections(assembled.inventory(), secrets)) {
            return Preview.of(
                    assembled.graph(),
                    step -> new Glance(keys.apply(step), connections, clock, deadline(step)),
                    AT_ONCE);
        }
    }

    private Instant deadline(StepId step) {
        return clock.instant().plus(assembled.graph().step(step).orElseThrow().deadline());
    }
}
