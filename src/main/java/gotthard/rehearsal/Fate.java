package gotthard.rehearsal;

import gotthard.action.Failure;
import gotthard.action.Outcome;
import gotthard.action.Unreachable;
import gotthard.graph.StepId;

import java.io.IOException;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/// One coordinator's fate: lets it come to a fault, or die. Actions, sites and journal ask it; the thread that made it is the one that
/// decides in the run.
final class Fate implements Stage.Acts {
    private static final long PATIENCE_SECONDS = 60;

    private final Plot plot;
    private final Shifted clock;
    private final Runnable look;
    private final Thread decider = Thread.currentThread();
    private final Map<StepId, Integer> acts = new HashMap<>();
    private Optional<StepId> inside = Optional.empty();
    private Optional<StepId> stopped = Optional.empty();
    private boolean isCut;
    private boolean isPast;
    private boolean dead;
    private boolean happened;

    /// @param look called at the moment of a fault, when nobody changes anything
    Fate(Plot plot, Shifted clock, Runnable look) {
        this.plot = plot;
        this.clock = clock;
        this.look = look;
    }

    /// A call of an action.
    interface Call {
        Outcome call() throws InterruptedException, Unreachable;
    }

    synchronized boolean isDead() {
        return dead;
    }

    /// Whether the fault has happened.
    synchronized boolean hasHappened() {
        return happened;
    }

    /// The step before which it died, where it was to.
    synchronized Optional<StepId> stopped() {
        return stopped;
    }

    /// How many acts the sites were asked for by the attempts of each step.
    synchronized Map<StepId, Integer> acts() {
        return Map.copyOf(acts);
    }

    /// From now on nobody is interrupted any more.
    synchronized void over() {
        dead = true;
    }

    private synchronized void die() {
        if (!dead) {
            dead = true;
            decider.interrupt();
        }
    }

    /// Before anything is changed for a step.
    void comesTo(Direction direction, StepId step) throws InterruptedException {
        if (plot instanceof Plot.Until(var until, var told)
                && until == direction
                && !told.contains(step)) {
            synchronized (this) {
                stopped = Optional.of(step);
            }
            die();
        }
        breathe();
    }

    /// A worker of a dead coordinator says nothing any more.
    void breathe() throws InterruptedException {
        if (isDead()) {
            throw new InterruptedException("the coordinator is dead");
        }
    }

    @Override
    public void before() throws IOException {
        synchronized (this) {
            inside.ifPresent(step -> acts.merge(step, 1, Integer::sum));
            if (isToBeCut()) {
                isCut = true;
            }
            if (!isCut && !dead) {
                return;
            }
        }
        if (plot instanceof Plot.At at && at.fault() == Fault.KILLED) {
            die();
        }
        throw new IOException("nothing is heard of the coordinator any more");
    }

    private boolean isToBeCut() {
        return plot instanceof Plot.At(_, var step, var fault, int half, _, _)
                && fault.isInTheMiddle()
                && !isPast
                && inside.equals(Optional.of(step))
                && acts.getOrDefault(step, 0) > half;
    }

    /// An attempt to carry a step out, or to undo it.
    Outcome attempt(Direction direction, StepId step, Call call)
            throws InterruptedException, Unreachable {
        breathe();
        if (plot instanceof Plot.At at
                && at.direction() == direction
                && at.step().equals(step)
                && !hasHappened()) {
            return meet(at, call);
        }
        return counted(step, call);
    }

    private Outcome counted(StepId step, Call call) throws InterruptedException, Unreachable {
        enter(Optional.of(step));
        try {
            return call.call();
        } finally {
            enter(Optional.empty());
        }
    }

    private synchronized void enter(Optional<StepId> step) {
        inside = step;
    }

    private synchronized void happen() {
        happened = true;
    }

    private Outcome meet(Plot.At at, Call call) throws InterruptedException, Unreachable {
        happen();
        return switch (at.fault()) {
            case REFUSED -> refused(at);
            case HALF -> {
                half(at, call);
                yield refused(at);
            }
            case UNRECORDED -> {
                Outcome _ = call.call();
                die();
                throw new InterruptedException("the coordinator is dead");
            }
            case KILLED -> {
                half(at, call);
                die();
                throw new InterruptedException("the coordinator is dead");
            }
            case LATE -> late(at, call);
        };
    }

    private Outcome refused(Plot.At at) {
        look.run();
        return new Outcome.Failed(
                Failure.refused("the rehearsal lets " + at.step() + " fail for good", ""));
    }

    private void half(Plot.At at, Call call) throws InterruptedException {
        try {
            Outcome _ = counted(at.step(), call);
        } catch (Unreachable _) {
            // as it is to be: it was cut off
        }
        synchronized (this) {
            isCut = false;
            isPast = true;
        }
    }

    /// Ends only when its deadline has passed and it was told to.
    private Outcome late(Plot.At at, Call call) throws InterruptedException, Unreachable {
        Outcome outcome = call.call();
        look.run();
        clock.pass(at.deadline().plusSeconds(1));
        try {
            boolean _ = new CountDownLatch(1).await(PATIENCE_SECONDS, TimeUnit.SECONDS);
        } catch (InterruptedException told) {
            if (at.dies()) {
                die();
                throw told;
            }
        }
        return outcome;
    }
}
