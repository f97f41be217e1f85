package gotthard.architecture;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.BiPredicate;

/// Something that code may do in some rooms only. `uses` is asked for the full name of the class
/// and of the member (or "" for the class as such). Each room that may carries its reason.
record Manner(String what, BiPredicate<String, String> uses, Map<String, String> exceptions) {
    private static final Set<String> CALENDAR =
            Set.of(
                    "java.time.Instant",
                    "java.time.LocalDate",
                    "java.time.LocalTime",
                    "java.time.LocalDateTime",
                    "java.time.OffsetDateTime",
                    "java.time.ZonedDateTime",
                    "java.time.Year",
                    "java.time.YearMonth");

    static final List<Manner> ALL =
            List.of(
                    new Manner("logs", Manner::logs, outsideQuiet("it acts, and says so")),
                    new Manner(
                            "measures time",
                            (type, member) ->
                                    type.equals("java.lang.System")
                                            && member.startsWith("nanoTime("),
                            outsideQuiet("it waits for something outside this process")),
                    new Manner(
                            "asks a wall clock",
                            Manner::asksWallClock,
                            Map.of(
                                    "cli", "makes the one Clock that the others are given",
                                    "mover", "is a process of its own")),
                    new Manner(
                            "prints",
                            Manner::prints,
                            Map.of(
                                    "cli", "is where people read",
                                    "mover", "is a process of its own",
                                    "terminal", "draws the live table")),
                    new Manner(
                            "ends the process",
                            Manner::ends,
                            Map.of(
                                    "cli", "owns the exit codes",
                                    "mover", "is a process of its own")));

    boolean allows(String room) {
        return exceptions.containsKey(room);
    }

    private static boolean logs(String type, String member) {
        return type.startsWith("org.slf4j.")
                || type.startsWith("java.util.logging.")
                || type.startsWith("java.lang.System$Logger");
    }

    private static boolean asksWallClock(String type, String member) {
        return (type.equals("java.time.Clock") && member.startsWith("system"))
                || (type.equals("java.lang.System") && member.startsWith("currentTimeMillis("))
                || (type.equals("java.util.Date") && member.equals("<init>()"))
                || (CALENDAR.contains(type) && member.startsWith("now(") && !takesClock(member));
    }

    private static boolean takesClock(String member) {
        return member.contains("java.time.Clock");
    }

    private static boolean prints(String type, String member) {
        return (type.equals("java.lang.System") && Set.of("out", "err").contains(member))
                || member.startsWith("printStackTrace()")
                || (type.equals("java.lang.IO") && member.startsWith("print"));
    }

    private static boolean ends(String type, String member) {
        return (type.equals("java.lang.System") && member.startsWith("exit("))
                || (type.equals("java.lang.Runtime")
                        && (member.startsWith("exit(") || member.startsWith("halt(")));
    }

    private static Map<String, String> outsideQuiet(String reason) {
        var loud = new TreeSet<>(House.ROOMS.keySet());
        loud.removeAll(House.QUIET);
        return loud.stream().collect(java.util.stream.Collectors.toMap(room -> room, _ -> reason));
    }
}
