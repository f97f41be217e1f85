package gotthard.run.simulation;

import gotthard.action.Declaration;
import gotthard.action.Work;
import gotthard.graph.Step;
import gotthard.graph.StepId;
import gotthard.graph.Timetable;
import gotthard.inventory.SiteName;
import gotthard.inventory.WindowName;
import gotthard.policy.Calendar;
import gotthard.policy.Freeze;
import gotthard.policy.Undertaking;
import gotthard.policy.Window;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;

/// Random windows and freezes around the time of the simulation, and how long verifications count, for some of its runs.
final class Times {
    private static final WindowName NAME = new WindowName("w");
    private static final ZoneId ZURICH = ZoneId.of("Europe/Zurich");
    private static final LocalDateTime BEGINNING = LocalDateTime.parse("2026-01-01T01:00");

    private Times() {}

    static Timetable of(List<Step> steps, Random random) {
        Map<StepId, Duration> fresh = fresh(steps, new Random(random.nextLong()));
        if (random.nextInt(3) > 0) {
            return new Timetable(Calendar.EMPTY, Map.of(), fresh);
        }
        Window window = window(random);
        List<Freeze> freezes = new ArrayList<>();
        if (random.nextBoolean()) {
            LocalDateTime from = BEGINNING.plusMinutes(random.nextInt(20) - 10L);
            Set<SiteName> sites =
                    random.nextBoolean() ? Set.of() : Set.of(new SiteName("zurich-1"));
            freezes.add(
                    new Freeze(
                            "f", ZURICH, from, from.plusMinutes(1 + random.nextInt(300)), sites));
        }
        Map<StepId, Undertaking> undertakings = new HashMap<>();
        for (Step step : steps) {
            if (step.work() instanceof Work.Change(_, var declaration)) {
                undertakings.put(step.id(), undertaking(declaration, window.longest(), random));
            }
        }
        return new Timetable(new Calendar(Map.of(NAME, window), freezes), undertakings, fresh);
    }

    /// Long enough for a slow look, and for as many verifications as wait for slots.
    private static Map<StepId, Duration> fresh(List<Step> steps, Random random) {
        Map<StepId, Duration> fresh = new HashMap<>();
        boolean some = random.nextBoolean();
        for (Step step : steps) {
            if (some && step.work() instanceof Work.Change && random.nextInt(3) == 0) {
                fresh.put(step.id(), Duration.ofSeconds(60 + random.nextInt(600)));
            }
        }
        return fresh;
    }

    private static Window window(Random random) {
        LocalTime from = LocalTime.of(random.nextInt(24), random.nextInt(60));
        LocalTime to = from.plusMinutes(1 + random.nextInt(600));
        return new Window(NAME, ZURICH, EnumSet.allOf(DayOfWeek.class), from, to);
    }

    private static Undertaking undertaking(
            Declaration declaration, Duration longest, Random random) {
        boolean changes = declaration.reversal() != Declaration.Reversal.NOTHING_TO_UNDO;
        Optional<WindowName> window = random.nextInt(3) == 0 ? Optional.of(NAME) : Optional.empty();
        long most = Math.max(1, longest.toSeconds() - 60);
        Duration takes = Duration.ofSeconds(1 + random.nextInt((int) most));
        Optional<LocalDate> notBefore =
                random.nextInt(6) == 0
                        ? Optional.of(BEGINNING.toLocalDate().plusDays(random.nextInt(2)))
                        : Optional.empty();
        return new Undertaking(
                window,
                notBefore,
                window.isPresent() || random.nextBoolean() ? takes : Duration.ZERO,
                changes ? declaration.sites() : Set.of());
    }
}
