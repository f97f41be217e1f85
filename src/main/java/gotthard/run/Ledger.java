package gotthard.run;

import gotthard.journal.Entry;
import gotthard.journal.Event;
import gotthard.journal.RunState;
import gotthard.proof.Outlook;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/// What a turn writes, and what the run is like with it.
final class Ledger {
    private final Guard guard;
    private final Instant now;
    private final List<Event> events = new ArrayList<>();
    private RunState run;
    private Outlook outlook;

    Ledger(Guard guard, State state, Instant now) {
        this.guard = guard;
        this.now = now;
        run = state.run();
        outlook = guard.on(state.outlook(), now);
    }

    void record(Event event) {
        events.add(event);
        RunState before = run;
        run = run.after(new Entry(run.last() + 1, now, event));
        outlook = guard.after(outlook, event, before, run);
    }

    List<Event> events() {
        return events;
    }

    RunState run() {
        return run;
    }

    Guard guard() {
        return guard;
    }

    /// What may be so at the sites, as of today.
    Outlook outlook() {
        return outlook;
    }
}
