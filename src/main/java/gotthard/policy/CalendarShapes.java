package gotthard.policy;

import gotthard.inventory.Inventory;
import gotthard.inventory.SiteName;
import gotthard.inventory.WindowName;
import gotthard.problem.Suggestion;
import gotthard.shape.Field;
import gotthard.shape.Fields;
import gotthard.shape.Parsed;
import gotthard.shape.Shape;
import gotthard.shape.Values;

import java.time.DateTimeException;
import java.time.DayOfWeek;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;

/// How windows and freezes are written.
final class CalendarShapes {
    private static final Set<String> ZONES = ZoneId.getAvailableZoneIds();

    private static final Shape<ZoneId> ZONE =
            Shape.text().parse("a time zone", CalendarShapes::zone);

    private static final Shape<LocalTime> TIME =
            Shape.text()
                    .parse(
                            "a time of day",
                            text -> parsed(text, LocalTime::parse, "is none; write \"22:00\""));

    private static final Shape<LocalDateTime> MOMENT =
            Shape.text()
                    .parse(
                            "a local time",
                            text ->
                                    parsed(
                                            text,
                                            LocalDateTime::parse,
                                            "is none; write 2019-12-20T18:00, without a zone"));

    private static final Shape<WrittenWindow> WINDOW =
            Shape.<WrittenWindow>object(
                            fields -> {
                                var zone =
                                        fields.required(
                                                "zone", ZONE, "whose clocks: Europe/Zurich");
                                var days =
                                        fields.optional(
                                                "days",
                                                Shape.enumeration(DayOfWeek.class).nonEmptyList(),
                                                Arrays.asList(DayOfWeek.values()),
                                                "on which it opens");
                                var from = fields.required("from", TIME, "when it opens");
                                var to =
                                        fields.required(
                                                "to",
                                                TIME,
                                                "when it closes; on the next day, where that is not after \"from\"");
                                return values ->
                                        new WrittenWindow(
                                                values.of(zone),
                                                values.of(days),
                                                values.of(from),
                                                values.of(to));
                            })
                    .named(
                            "Window",
                            "A time in which steps may start that ask for it. A local time that clocks leave out is when they jump;"
                                    + " one that they show twice opens at its first and closes at its last.");

    private static final Shape<WrittenFreeze> FREEZE =
            Shape.<WrittenFreeze>object(
                            fields -> {
                                var zone =
                                        fields.required(
                                                "zone", ZONE, "whose clocks: Europe/Zurich");
                                var from = fields.required("from", MOMENT, "when it begins");
                                var to = fields.required("to", MOMENT, "when it ends");
                                var sites =
                                        fields.optional(
                                                "sites",
                                                Shape.reference(Inventory.SITE, SiteName::new)
                                                        .nonEmptyList(),
                                                List.of(),
                                                "where; left out, at all sites");
                                return values ->
                                        new WrittenFreeze(
                                                values.of(zone),
                                                values.of(from),
                                                values.of(to),
                                                values.of(sites));
                            })
                    .where(
                            freeze -> freeze.from().isBefore(freeze.to()),
                            "\"to\" is not after \"from\", so that it never holds; exchange them")
                    .named(
                            "Freeze",
                            "A time in which no step starts that changes something, and none that would still run when it begins.");

    private final Field<Map<String, WrittenWindow>> windows;
    private final Field<Map<String, WrittenFreeze>> freezes;

    CalendarShapes(Fields fields) {
        windows =
                fields.optional(
                        "windows",
                        Shape.mapOf(Shape.name(), WINDOW),
                        Map.of(),
                        "times in which steps may start that ask for one, by name");
        freezes =
                fields.optional(
                        "freezes",
                        Shape.mapOf(Shape.name(), FREEZE),
                        Map.of(),
                        "times in which nothing is changed, by name");
    }

    Calendar calendar(Values values) {
        Map<WindowName, Window> named = new HashMap<>();
        values.of(windows)
                .forEach(
                        (name, written) ->
                                named.put(
                                        new WindowName(name), written.named(new WindowName(name))));
        List<Freeze> all =
                values.of(freezes).entrySet().stream()
                        .map(entry -> entry.getValue().named(entry.getKey()))
                        .toList();
        return new Calendar(named, all);
    }

    private static Parsed<ZoneId> zone(String text) {
        if (ZONES.contains(text)) {
            return Parsed.good(ZoneId.of(text));
        }
        return Parsed.bad(
                "is none; "
                        + Suggestion.didYouMean(text, ZONES)
                                .orElse("write one of the IANA database, such as Europe/Zurich"));
    }

    private static <T> Parsed<T> parsed(String text, Function<String, T> parse, String otherwise) {
        try {
            return Parsed.good(parse.apply(text));
        } catch (DateTimeException _) {
            return Parsed.bad(otherwise);
        }
    }

    private record WrittenWindow(ZoneId zone, List<DayOfWeek> days, LocalTime from, LocalTime to) {
        Window named(WindowName name) {
            return new Window(name, zone, new LinkedHashSet<>(days), from, to);
        }
    }

    private record WrittenFreeze(
            ZoneId zone, LocalDateTime from, LocalDateTime to, List<SiteName> sites) {
        Freeze named(String name) {
            return new Freeze(name, zone, from, to, new LinkedHashSet<>(sites));
        }
    }
}
