package gotthard.cli;

import gotthard.run.Running;
import gotthard.run.StopLevel;

import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;

/// Ctrl-C while a run goes on: the first stops starting, the second interrupts what runs, the third halts. SIGTERM is the first and
/// the second at once.
final class Interrupts implements AutoCloseable {
    private final Running running;
    private final Display display;
    private final AtomicInteger pressed = new AtomicInteger();
    private final List<Signals> signals;

    private Interrupts(Running running, Display display) {
        this.running = running;
        this.display = display;
        signals = List.of(Signals.on("INT", this::pressed), Signals.on("TERM", this::terminated));
    }

    static Interrupts of(Running running, Display display) {
        return new Interrupts(running, display);
    }

    @Override
    public void close() {
        signals.forEach(Signals::close);
    }

    private void pressed() {
        switch (pressed.incrementAndGet()) {
            case 1 -> {
                display.say("stopping: nothing new is started; Ctrl-C again interrupts what runs");
                running.stop(StopLevel.START_NOTHING);
            }
            case 2 -> {
                display.say("interrupting what runs; Ctrl-C again halts at once");
                running.stop(StopLevel.INTERRUPT);
            }
            case 3 -> {
                display.say("halting; the next apply looks first at what was running");
                running.stop(StopLevel.HALT);
            }
            default -> Runtime.getRuntime().halt(Exit.UNKNOWN.code());
        }
    }

    private void terminated() {
        display.say("asked to end: nothing new is started, and what runs is interrupted");
        running.stop(StopLevel.START_NOTHING);
        running.stop(StopLevel.INTERRUPT);
    }
}
