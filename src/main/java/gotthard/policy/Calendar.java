package gotthard.policy;

import gotthard.inventory.WindowName;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// When things may be done: windows that steps ask for by name, and freezes that hold for all.
public record Calendar(Map<WindowName, Window> windows, List<Freeze> freezes) {
    /// In which everything may start at any time.
    public static final Calendar EMPTY = new Calendar(Map.of(), List.of());

    /// What fits into no opening is asked about again after that time.
    private static final Duration HOPELESS = Duration.ofDays(7);

    public Calendar {
        windows = Map.copyOf(windows);
        freezes = List.copyOf(freezes);
    }

    public boolean isEmpty() {
        return windows.isEmpty() && freezes.isEmpty();
    }

    public Optional<Window> window(WindowName name) {
        return Optional.ofNullable(windows.get(name));
    }

    /// Why something may not start now; nothing when it may. A window that is not declared is shut.
    public Optional<Delay> delay(Undertaking what, Instant now) {
        Optional<LocalDate> day = what.notBefore().filter(it -> begin(it).isAfter(now));
        if (day.isPresent()) {
            return Optional.of(new Delay.Early(day.get(), until(what, begin(day.get()))));
        }
        Instant opens = opens(what, now);
        Optional<Freeze> freeze = freeze(what, now);
        if (opens.equals(now) && freeze.isEmpty()) {
            return Optional.empty();
        }
        Instant until = until(what, now);
        return Optional.of(
                what.window()
                        .filter(_ -> !opens.equals(now))
                        .<Delay>map(window -> new Delay.Shut(window, until))
                        .orElseGet(() -> new Delay.Frozen(freeze.orElseThrow().name(), until)));
    }

    private static Instant begin(LocalDate day) {
        return day.atStartOfDay(ZoneOffset.UTC).toInstant();
    }

    /// The first moment at which neither window nor freeze is in the way. Each freeze moves it on at most once.
    private Instant until(Undertaking what, Instant now) {
        Instant until = opens(what, now);
        Optional<Freeze> freeze = freeze(what, until);
        while (freeze.isPresent()) {
            until = opens(what, freeze.get().ends());
            freeze = freeze(what, until);
        }
        return until;
    }

    private Instant opens(Undertaking what, Instant now) {
        return what.window()
                .map(
                        name ->
                                window(name)
                                        .flatMap(window -> window.start(now, what.takes()))
                                        .orElseGet(() -> now.plus(HOPELESS)))
                .orElse(now);
    }

    private Optional<Freeze> freeze(Undertaking what, Instant start) {
        if (what.sites().isEmpty()) {
            return Optional.empty();
        }
        return freezes.stream()
                .filter(freeze -> freeze.isAt(what.sites()) && freeze.forbids(start, what.takes()))
                .findFirst();
    }

    /// The names of all windows.
    public Set<WindowName> names() {
        return windows.keySet();
    }
}
