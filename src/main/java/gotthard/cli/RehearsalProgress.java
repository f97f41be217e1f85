package gotthard.cli;

import gotthard.graph.Assembled;
import gotthard.rehearsal.Rehearsal;
import gotthard.rehearsal.Tried;

import java.io.PrintStream;

/// Shows on a terminal how far a rehearsal is, in one line of the standard error.
final class RehearsalProgress implements Rehearsal.Listener, AutoCloseable {
    private static final String CLEAR = "\r\u001b[K";

    private final PrintStream err;
    private final boolean isShown;
    private int all;
    private int done;
    private int different;

    private RehearsalProgress(PrintStream err, boolean isShown) {
        this.err = err;
        this.isShown = isShown;
    }

    static RehearsalProgress of(Call call) {
        Console console = call.console();
        boolean isShown = console.looks().isLive() && !console.isJson() && !console.isQuiet();
        return new RehearsalProgress(console.err(), isShown);
    }

    @Override
    public synchronized void prepared(Assembled plan, int faults) {
        all += faults;
        show();
    }

    @Override
    public synchronized void tried(Tried tried) {
        done++;
        if (tried.outcome() instanceof Tried.Outcome.Differed) {
            different++;
        }
        show();
    }

    private void show() {
        if (isShown) {
            err.print(CLEAR + words());
            err.flush();
        }
    }

    /// `12 of 81 faults, 1 differs`.
    synchronized String words() {
        String differing = different == 1 ? "differs" : "differ";
        return done
                + " of "
                + Words.count(all, "fault")
                + (different == 0 ? "" : ", " + different + " " + differing);
    }

    @Override
    public synchronized void close() {
        if (isShown) {
            err.print(CLEAR);
            err.flush();
        }
    }
}
