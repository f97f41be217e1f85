package gotthard.page;

import gotthard.overview.Ahead;
import gotthard.overview.Forecast;
import gotthard.overview.Phase;
import gotthard.overview.ProgrammeOverview;
import gotthard.overview.RunSummary;
import gotthard.plan.PlanName;
import gotthard.report.PhaseWords;
import gotthard.report.Words;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/// Draws when plans ran, are forecast to end, and are due. The table beside it says the same.
final class Timeline {
    private static final int WIDTH = 960;
    private static final int NAMES = 190;
    private static final int MARGIN = 30;
    private static final int LINE = 30;
    private static final int TOP = 34;
    private static final int TICKS = 5;
    private static final int LONGEST_NAME = 24;

    private final Html html;

    Timeline(Html html) {
        this.html = html;
    }

    /// From the first moment that is drawn to the last one.
    private record Axis(Instant first, Instant last) {
        static Axis of(ProgrammeOverview programme) {
            var moments = new ArrayList<Instant>(List.of(programme.at()));
            for (Phase phase : programme.phases()) {
                moments.add(phase.overview().run().started());
                due(phase).ifPresent(moments::add);
                moments.add(end(phase, programme.at()));
            }
            programme.ahead().forEach(plan -> over(plan.due()).ifPresent(moments::add));
            Instant first = moments.stream().min(Comparator.naturalOrder()).orElseThrow();
            Instant last = moments.stream().max(Comparator.naturalOrder()).orElseThrow();
            return new Axis(first, last.isAfter(first) ? last : first.plusSeconds(1));
        }

        double place(Instant moment) {
            double share =
                    (double) Duration.between(first, moment).toMillis()
                            / Duration.between(first, last).toMillis();
            return NAMES + share * (WIDTH - NAMES - MARGIN);
        }

        Instant tick(int number) {
            return first.plus(Duration.between(first, last).multipliedBy(number).dividedBy(TICKS));
        }

        /// A moment as finely as ticks lie apart.
        String words(Instant moment) {
            String words = Words.moment(moment);
            Duration length = Duration.between(first, last);
            if (length.compareTo(Duration.ofMinutes(TICKS)) < 0) {
                return words.substring(11);
            }
            return length.compareTo(Duration.ofDays(TICKS)) < 0
                    ? words.substring(5, 16)
                    : words.substring(0, 10);
        }
    }

    /// The end of the due day.
    private static Optional<Instant> due(Phase phase) {
        return over(phase.overview().run().terms().due());
    }

    private static Optional<Instant> over(Optional<LocalDate> due) {
        return due.map(day -> day.plusDays(1).atStartOfDay(ZoneOffset.UTC).toInstant());
    }

    /// The last moment that is known or forecast.
    private static Instant end(Phase phase, Instant now) {
        return switch (phase.forecast()) {
            case Forecast.Between(_, var latest, _) -> latest;
            case Forecast.Ended(var at) -> at;
            case Forecast.Following _, Forecast.None _ ->
                    phase.overview().run().ended().orElse(now);
        };
    }

    void draw(ProgrammeOverview programme) {
        Axis axis = Axis.of(programme);
        int height = TOP + LINE * (programme.phases().size() + programme.ahead().size()) + 10;
        html.open("figure").openWide("aria-label", "Timeline");
        html.open(
                "svg",
                "class",
                "timeline",
                "viewBox",
                "0 0 " + WIDTH + " " + height,
                "role",
                "img",
                "aria-labelledby",
                "timeline-title timeline-desc");
        html.element(
                "title",
                "When plans ran, are due, and are forecast to end",
                "id",
                "timeline-title");
        html.element("desc", description(programme), "id", "timeline-desc");
        ticks(axis, height);
        int line = 0;
        for (Phase phase : programme.phases()) {
            phase(axis, phase, TOP + LINE * line++, programme.at());
        }
        for (Ahead plan : programme.ahead()) {
            int top = TOP + LINE * line++;
            name(plan.plan(), top);
            over(plan.due()).ifPresent(moment -> diamond(axis.place(moment), top + 15.0));
        }
        double now = axis.place(programme.at());
        shape("line", "class", "now", "x1", at(now), "x2", at(now), "y1", "22", "y2", at(height));
        html.close().close();
        html.element(
                "figcaption",
                "Solid: from its beginning until its end or now (the upright line). Dashed: from the earliest to the latest end that is forecast. Diamond: the end of the due day. The table below says the same in numbers.");
        html.closeLine();
    }

    private static String description(ProgrammeOverview programme) {
        var parts = new ArrayList<String>();
        for (Phase phase : programme.phases()) {
            parts.add(
                    phase.overview().run().plan()
                            + ": due "
                            + PhaseWords.due(phase)
                            + ", "
                            + PhaseWords.forecast(phase.forecast()));
        }
        for (Ahead plan : programme.ahead()) {
            parts.add(
                    plan.plan()
                            + ": due "
                            + PhaseWords.due(plan.due())
                            + ", "
                            + PhaseWords.standing(plan));
        }
        return String.join("; ", parts) + ".";
    }

    private void ticks(Axis axis, int height) {
        for (int i = 0; i <= TICKS; i++) {
            Instant moment = axis.tick(i);
            double x = axis.place(moment);
            shape("line", "class", "tick", "x1", at(x), "x2", at(x), "y1", "22", "y2", at(height));
            html.element(
                    "text",
                    axis.words(moment),
                    "x",
                    at(x),
                    "y",
                    "14",
                    "text-anchor",
                    i == TICKS ? "end" : "middle");
        }
    }

    private void phase(Axis axis, Phase phase, int top, Instant now) {
        RunSummary run = phase.overview().run();
        name(run.plan(), top);
        double from = axis.place(run.started());
        double to =
                axis.place(
                        phase.forecast() instanceof Forecast.Ended(var at)
                                ? at
                                : run.ended().orElse(now));
        shape(
                "rect",
                "class",
                "ran " + phase.rule().light().word(),
                "x",
                at(from),
                "y",
                at(top + 8.0),
                "width",
                at(Math.max(2, to - from)),
                "height",
                "14");
        if (phase.forecast() instanceof Forecast.Between(var earliest, var latest, _)) {
            double start = axis.place(earliest);
            shape(
                    "rect",
                    "class",
                    "forecast",
                    "x",
                    at(start),
                    "y",
                    at(top + 8.0),
                    "width",
                    at(Math.max(3, axis.place(latest) - start)),
                    "height",
                    "14");
        }
        due(phase).ifPresent(moment -> diamond(axis.place(moment), top + 15.0));
    }

    private void name(PlanName plan, int top) {
        String name = plan.value();
        html.element(
                "text",
                name.length() > LONGEST_NAME ? name.substring(0, LONGEST_NAME - 1) + "…" : name,
                "x",
                "0",
                "y",
                at(top + 19.0));
    }

    private void diamond(double x, double y) {
        shape("path", "class", "due", "d", "M" + at(x) + " " + at(y - 9) + "l7 9l-7 9l-7 -9z");
    }

    private void shape(String element, String... attributes) {
        html.open(element, attributes).close();
    }

    private static String at(double place) {
        return String.format(Locale.ROOT, "%.1f", place);
    }
}
