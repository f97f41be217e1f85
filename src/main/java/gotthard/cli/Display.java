package gotthard.cli;

import gotthard.action.Progress;
import gotthard.graph.StepId;
import gotthard.inventory.SiteName;
import gotthard.journal.Event;
import gotthard.journal.Opening;
import gotthard.journal.Operations;
import gotthard.journal.RunState;
import gotthard.run.RunObserver;
import gotthard.terminal.Screen;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.Set;

/// Shows a run while it goes on: a table that is drawn anew where that can be done, otherwise a line for each change and now and
/// then one on how far the steps are; for programs, one JSON object for each change.
final class Display implements RunObserver, AutoCloseable {
    private static final Duration PAUSE = Duration.ofSeconds(5);
    private static final long TICK_MILLIS = 100;

    private final Console console;
    private final Clock clock;
    private final Boards boards;
    private final Map<StepId, String> told = new HashMap<>();
    private final SequencedMap<StepId, Opening.Listed> listed = new LinkedHashMap<>();
    private final Optional<Screen> screen;
    private final Thread ticker;
    private final boolean isOneOfMany;
    private Optional<RunState> latest = Optional.empty();
    private Set<SiteName> spared = Set.of();
    private Instant lastLine;
    private volatile boolean isOpen = true;

    Display(Console console, Clock clock) {
        this(console, clock, false);
    }

    private Display(Console console, Clock clock, boolean isOneOfMany) {
        this.console = console;
        this.clock = clock;
        this.isOneOfMany = isOneOfMany;
        boards = new Boards(console.looks());
        lastLine = clock.instant();
        boolean isLive =
                console.looks().isLive() && !console.isJson() && !console.isQuiet() && !isOneOfMany;
        screen =
                isLive ? Optional.of(new Screen(console.out(), console.looks())) : Optional.empty();
        ticker = Thread.ofPlatform().daemon().name("display").unstarted(this::tick);
    }

    /// For a process that carries out several runs: only lines, each with the name of its run.
    static Display oneOfMany(Call call) {
        return new Display(call.console(), call.surroundings().clock(), true);
    }

    /// Shows a table where that can be done, and no lines.
    static Display quiet(Call call) {
        Console console = call.console();
        var quiet =
                new Console(console.out(), console.err(), console.format(), true, console.looks());
        return new Display(quiet, call.surroundings().clock());
    }

    void start() {
        ticker.start();
    }

    @Override
    public synchronized void changed(RunState state) {
        latest = Optional.of(state);
        tellSpared(state);
        listed.clear();
        state.opening().steps().forEach(step -> listed.put(step.id(), step));
        listed.values().forEach(step -> tell(state, step));
    }

    /// Only the steps that something happened to: wording all of them at each turn costs the square of their number.
    @Override
    public synchronized void changed(RunState state, List<Event> events) {
        if (told.isEmpty() || !events.stream().allMatch(Event.OfStep.class::isInstance)) {
            changed(state);
            return;
        }
        latest = Optional.of(state);
        events.stream()
                .map(event -> ((Event.OfStep) event).step())
                .distinct()
                .flatMap(step -> Optional.ofNullable(listed.get(step)).stream())
                .forEach(step -> tell(state, step));
    }

    private void tellSpared(RunState state) {
        Map<SiteName, Operations.Spared> now = state.operations().sparedSites();
        if (now.keySet().equals(spared)) {
            return;
        }
        now.forEach(
                (site, it) -> {
                    if (!spared.contains(site)) {
                        tell(state, site, "rests", it.pause().toString());
                    }
                });
        spared.stream()
                .filter(site -> !now.containsKey(site))
                .sorted()
                .forEach(site -> tell(state, site, "goes on", ""));
        spared = Set.copyOf(now.keySet());
    }

    private void tell(RunState state, SiteName site, String word, String why) {
        console.json(
                JsonLine.of("site")
                        .put("run", state.id().value())
                        .put("at", state.lastAt().toString())
                        .put("site", site.value())
                        .put("state", word)
                        .put("says", why));
        say(
                "%s  %s  %s%s"
                        .formatted(
                                time(state.lastAt()), site, word, why.isEmpty() ? "" : ": " + why));
    }

    @Override
    public synchronized void progressed(StepId step, Progress progress) {
        boards.note(step, progress, clock.instant());
    }

    /// A line that stays.
    synchronized void say(String line) {
        screen.ifPresentOrElse(table -> table.say(line), () -> console.say(line));
    }

    @Override
    public void close() {
        isOpen = false;
        ticker.interrupt();
        synchronized (this) {
            latest.ifPresent(
                    state ->
                            screen.ifPresent(
                                    table -> table.finish(boards.board(state, clock.instant()))));
        }
    }

    private void tell(RunState state, Opening.Listed step) {
        String word = boards.words(state, step).state();
        String before = told.put(step.id(), word);
        boolean isNew = !word.equals(before);
        if (isNew && !word.equals("verifying")) {
            boards.forget(step.id());
        }
        StepWords words = boards.words(state, step);
        if (!isNew || (before == null && isPlain(words))) {
            return;
        }
        console.json(
                JsonLine.of("step")
                        .put("run", state.id().value())
                        .put("at", state.lastAt().toString())
                        .put("step", step.id().value())
                        .put("state", words.state())
                        .put("says", words.doing()));
        if (screen.isEmpty() && !word.equals("verifying")) {
            console.say(
                    "%s  %s%s  %s%s"
                            .formatted(
                                    time(state.lastAt()),
                                    named(state),
                                    step.id(),
                                    words.mark().paint().on(words.state(), console.looks()),
                                    words.doing().isEmpty() ? "" : ": " + words.doing()));
            lastLine = clock.instant();
        }
    }

    private static boolean isPlain(StepWords words) {
        return words.state().equals("pending") || words.state().equals("left out");
    }

    private void tick() {
        while (isOpen) {
            synchronized (this) {
                latest.ifPresent(this::show);
            }
            try {
                Thread.sleep(TICK_MILLIS);
            } catch (InterruptedException _) {
                return;
            }
        }
    }

    private void show(RunState state) {
        Instant now = clock.instant();
        if (screen.isPresent()) {
            screen.get().show(boards.board(state, now), now);
            return;
        }
        if (Duration.between(lastLine, now).compareTo(PAUSE) >= 0) {
            lastLine = now;
            boards.line(state, now)
                    .ifPresent(line -> console.say(time(now) + "  " + named(state) + line));
        }
    }

    private String named(RunState state) {
        return isOneOfMany ? state.id() + "  " : "";
    }

    private static String time(Instant at) {
        return DateTimeFormatter.ofPattern("HH:mm:ss").format(at.atZone(ZoneId.systemDefault()));
    }
}
