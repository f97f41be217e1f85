package gotthard.cli;

import gotthard.journal.Ending;
import gotthard.journal.Event;
import gotthard.journal.Journal;
import gotthard.journal.RunId;
import gotthard.journal.RunState;
import gotthard.terminal.Board;
import gotthard.terminal.Looks;
import gotthard.terminal.Row;
import gotthard.terminal.Screen;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Stream;

/// Shows several runs until all of them have ended: on a terminal as one table that is drawn anew, elsewhere a line for each change.
final class Watching {
    private static final long LOOK_MILLIS = 250;
    private static final int USUAL_ROWS = 24;
    private static final int LEAST_STEPS = 2;

    /// Title, status and the line of the cursor.
    private static final int FRAME = 3;

    /// The rows of a run that are no steps.
    private static final int NOTES = 5;

    private final Call call;
    private final Journal journal;
    private final boolean takesNew;
    private final AtomicBoolean isResized = new AtomicBoolean(true);
    private final Map<RunId, Part> parts = new LinkedHashMap<>();
    private final Set<RunId> known = new HashSet<>();
    private TerminalSize.Size size = new TerminalSize.Size(USUAL_ROWS, 80);

    /// How one run is shown.
    private sealed interface Part {
        RunState state();

        boolean isOver();

        void look(Instant now);

        /// A part of the table.
        record Drawn(Watched run) implements Part {
            @Override
            public RunState state() {
                return run.state();
            }

            @Override
            public boolean isOver() {
                return run.isOver();
            }

            @Override
            public void look(Instant now) {
                run.look(now);
            }
        }

        /// Lines.
        record Told(Followed run, Display display) implements Part {
            @Override
            public RunState state() {
                return run.state();
            }

            @Override
            public boolean isOver() {
                return run.holder().isEmpty()
                        && state().ending()
                                .map(ending -> !Coordinator.takesUp(ending))
                                .orElse(false);
            }

            @Override
            public void look(Instant now) {
                run.look(display);
            }
        }
    }

    /// @param takesNew whether runs that are opened meanwhile are shown, too
    Watching(Call call, Journal journal, boolean takesNew) {
        this.call = call;
        this.journal = journal;
        this.takesNew = takesNew;
    }

    /// Shows them, and says at the end what came of each. Ctrl-C or `q` leaves them, and they go on.
    ///
    /// @return the worst exit of the processes that carry them out, or 5 when they were left
    Exit watch(List<RunState> runs) {
        if (runs.isEmpty()) {
            call.console().say("no run is open");
            call.console().say("  → gotthard status --all lists those that were");
            return Exit.DONE;
        }
        runs.forEach(this::add);
        known.addAll(journal.runs());
        Thread here = Thread.currentThread();
        try (var _ = Signals.on("INT", here::interrupt);
                var _ = Signals.on("WINCH", () -> isResized.set(true));
                var _ = isDrawn() ? Keyboard.onQ(here::interrupt) : Keyboard.none()) {
            if (isDrawn()) {
                draw();
            } else {
                tell();
            }
        } catch (InterruptedException left) {
            call.console().say("left; the runs go on without you");
            call.console().say("  → gotthard watch comes back to them");
            return Exit.WAITING;
        } finally {
            parts.values().forEach(Watching::close);
        }
        return ended();
    }

    private void add(RunState state) {
        if (isDrawn()) {
            parts.put(
                    state.id(),
                    new Part.Drawn(new Watched(journal, state, call.console().looks())));
            return;
        }
        var display = Display.oneOfMany(call);
        display.start();
        display.changed(state);
        parts.put(state.id(), new Part.Told(new Followed(journal, state), display));
    }

    private static void close(Part part) {
        if (part instanceof Part.Told(_, var display)) {
            display.close();
        }
    }

    private boolean isDrawn() {
        Console console = call.console();
        return console.looks().isLive() && !console.isJson() && !console.isQuiet();
    }

    private void tell() throws InterruptedException {
        while (look()) {
            Thread.sleep(LOOK_MILLIS);
        }
    }

    private void draw() throws InterruptedException {
        var screen = new Screen(call.console().out(), looks());
        boolean isOpen = true;
        while (isOpen) {
            isOpen = look();
            if (isResized.getAndSet(false)) {
                size = TerminalSize.size().orElse(size);
                screen = screen.resized(looks());
            }
            screen.show(board(), now());
            if (isOpen) {
                Thread.sleep(LOOK_MILLIS);
            }
        }
        screen.finish(board());
    }

    /// Whether one of them has not ended.
    private boolean look() {
        if (takesNew) {
            for (RunId id : journal.runs()) {
                if (known.add(id)) {
                    journal.state(id).ifPresent(this::add);
                }
            }
        }
        Instant now = now();
        parts.values().forEach(part -> part.look(now));
        return parts.values().stream().anyMatch(part -> !part.isOver());
    }

    private Looks looks() {
        Looks looks = call.console().looks();
        return call.surroundings().variable("COLUMNS").isEmpty()
                ? looks.withWidth(size.columns())
                : looks;
    }

    private Board board() {
        return board(
                parts.values().stream()
                        .flatMap(
                                part ->
                                        part instanceof Part.Drawn(var run)
                                                ? Stream.of(run)
                                                : Stream.empty())
                        .toList(),
                size.rows());
    }

    /// As many rows as the terminal has room for, shared by the runs.
    static Board board(List<Watched> runs, int height) {
        int room = Math.max(1, (height - FRAME) / runs.size());
        var rows = new ArrayList<Row>();
        for (Watched run : runs) {
            List<Row> all = run.rows(Math.max(LEAST_STEPS, room - NOTES));
            rows.addAll(all.subList(0, Math.min(all.size(), room)));
        }
        long open = runs.stream().filter(run -> !run.isOver()).count();
        return new Board(
                Words.count(runs.size(), "run") + ", " + open + " open",
                rows,
                "q leaves; the runs go on");
    }

    private Exit ended() {
        Exit worst = Exit.DONE;
        for (Part part : parts.values()) {
            RunState state = part.state();
            Ending wanted =
                    state.direction() == Event.Direction.BACK ? Ending.ROLLED_BACK : Ending.DONE;
            Exit exit = Ended.of(call, journal, state, wanted).tell(state.ending().orElseThrow());
            worst = worst == Exit.DONE ? exit : worst;
        }
        return worst;
    }

    private Instant now() {
        return call.surroundings().clock().instant();
    }
}
