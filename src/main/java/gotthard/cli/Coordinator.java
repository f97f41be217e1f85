package gotthard.cli;

import gotthard.journal.Ending;
import gotthard.journal.Journal;
import gotthard.journal.RunId;
import gotthard.journal.RunState;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/// Looks for open runs that nobody carries out, and has each carried out by a thread of its own.
final class Coordinator {
    private static final long LOOK_MILLIS = 1000;

    private final Call call;
    private final Journal journal;
    private final Map<RunId, CarriedRun> carried = new HashMap<>();

    /// Runs that can't go on any more, and need not be looked at again.
    private final Set<RunId> over = new HashSet<>();

    /// Where runs stood when this process left them: what has not changed since is not taken again.
    private final Map<RunId, Long> left = new HashMap<>();

    Coordinator(Call call, Journal journal) {
        this.call = call;
        this.journal = journal;
    }

    /// Works until the process is asked to end.
    Exit work() {
        var end = new CountDownLatch(1);
        try (var _ = Signals.on("INT", end::countDown);
                var _ = Signals.on("TERM", end::countDown)) {
            while (!end.await(LOOK_MILLIS, TimeUnit.MILLISECONDS)) {
                look();
            }
        } catch (InterruptedException asked) {
            call.console().say("asked to end");
        }
        giveBack();
        return Exit.DONE;
    }

    private void look() {
        for (CarriedRun run : List.copyOf(carried.values())) {
            if (run.hasEnded()) {
                carried.remove(run.id());
                left.put(run.id(), run.seen());
            }
        }
        for (RunId id : journal.runs()) {
            if (!over.contains(id) && !carried.containsKey(id) && journal.holder(id).isEmpty()) {
                journal.glance(id).ifPresent(this::judge);
            }
        }
    }

    private void judge(RunState state) {
        if (state.ending().filter(ending -> !ending.staysOpen()).isPresent()) {
            over.add(state.id());
        } else if (state.ending().map(Coordinator::takesUp).orElse(true) && hasChanged(state)) {
            var run = new CarriedRun(call, state);
            carried.put(state.id(), run);
            run.start();
        }
    }

    /// Whether a run that ended so is gone on with: what has failed waits for a person.
    static boolean takesUp(Ending ending) {
        return switch (ending) {
            case WAITING, STOPPED, OVERTAKEN, UNKNOWN -> true;
            case DONE, ROLLED_BACK, FAILED, ROLLBACK_FAILED, CANCELLED -> false;
        };
    }

    private boolean hasChanged(RunState state) {
        boolean isAsked = !journal.asked(state.id(), state.handled()).isEmpty();
        return isAsked
                || !Optional.of(state.last()).equals(Optional.ofNullable(left.get(state.id())));
    }

    /// Stops what runs: nothing new is started, and what runs is interrupted; the next coordinator looks first.
    private void giveBack() {
        var running = new ArrayList<>(carried.values());
        running.forEach(CarriedRun::stop);
        running.forEach(CarriedRun::await);
        call.console().say(running.isEmpty() ? "ended" : "ended; what was open stays open");
    }
}
