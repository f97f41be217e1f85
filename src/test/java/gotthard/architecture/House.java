package gotthard.architecture;

import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/// The house as a table: every room, and the rooms that it may use. Arrows go downwards only, from
/// view to engine to model to language, and from the sites to the model. To add a room or an arrow,
/// change this table and the drawing in ARCHITECTURE.md together.
final class House {
    /// Stands for every room; only the one that wires them all together has it.
    private static final Set<String> ALL = Set.of("*");

    static final Set<String> LANGUAGE = Set.of("problem", "yaml", "shape", "document");
    static final Set<String> MODEL =
            Set.of("secret", "inventory", "world", "policy", "action", "plan", "graph", "proof");

    /// What an action may know: how it is described and what it acts on, never who runs it.
    static final Set<String> SPI =
            union(LANGUAGE, Set.of("secret", "inventory", "world", "action", "transfer"));

    static final Map<String, Set<String>> ROOMS = rooms();

    /// The rooms that only compute: they neither log, print, ask a clock nor touch a database.
    static final Set<String> QUIET = union(union(LANGUAGE, MODEL), Set.of("transfer"));

    private House() {}

    static boolean mayUse(String room, String other) {
        Set<String> allowed = ROOMS.getOrDefault(room, Set.of());
        return room.equals(other) || allowed.contains(other) || allowed.equals(ALL);
    }

    private static Map<String, Set<String>> rooms() {
        var rooms = new TreeMap<String, Set<String>>();
        // language
        rooms.put("problem", Set.of());
        rooms.put("yaml", Set.of("problem"));
        rooms.put("shape", Set.of("yaml", "problem"));
        rooms.put("document", Set.of("shape", "yaml", "problem"));
        // model
        rooms.put("secret", Set.of());
        rooms.put("inventory", union(LANGUAGE, Set.of("secret")));
        rooms.put("world", Set.of("inventory"));
        rooms.put("policy", union(LANGUAGE, Set.of("world", "inventory")));
        rooms.put("action", Set.of("world", "inventory", "secret", "shape", "yaml", "problem"));
        rooms.put("plan", union(LANGUAGE, Set.of("world", "inventory")));
        rooms.put(
                "graph", union(LANGUAGE, Set.of("policy", "plan", "action", "world", "inventory")));
        // It names steps, sites and roles, and reads what actions declare.
        rooms.put(
                "proof",
                Set.of("graph", "action", "plan", "world", "policy", "inventory", "problem"));
        // engine
        rooms.put("signing", Set.of());
        rooms.put("journal", Set.of("graph", "action", "world", "plan", "inventory"));
        rooms.put("run", union(MODEL, Set.of("shape", "journal", "signing")));
        rooms.put(
                "preview",
                Set.of("graph", "action", "world", "journal", "plan", "inventory", "secret"));
        rooms.put("access", Set.of("graph", "action", "world", "plan", "inventory"));
        rooms.put("overview", Set.of("journal", "graph", "world", "action", "plan", "inventory"));
        rooms.put("evidence", Set.of("journal", "signing"));
        rooms.put("rehearsal", union(MODEL, Set.of("problem", "run", "journal")));
        rooms.put("notice", Set.of("run", "journal", "graph", "action", "world", "secret"));
        rooms.put("tracing", Set.of("run", "journal", "graph", "action", "plan"));
        // site
        rooms.put("transfer", Set.of());
        rooms.put("mover", Set.of("transfer"));
        for (var site : Set.of("ssh", "kubernetes", "objects", "database", "cutover", "release")) {
            rooms.put(site, SPI);
        }
        // What lies in volumes, movers tell it.
        rooms.put("preflight", union(SPI, Set.of("files")));
        rooms.put("metrics", SPI);
        rooms.put("files", union(SPI, Set.of("ssh", "kubernetes")));
        // It moves nothing itself: it goes the routes of files and objects again and again.
        rooms.put("dataset", union(SPI, Set.of("files", "objects")));
        rooms.put("traffic", union(SPI, Set.of("ssh", "kubernetes")));
        rooms.put("clearing", union(SPI, Set.of("files", "objects")));
        rooms.put("sandbox", Set.of("inventory", "secret"));
        // view
        rooms.put("terminal", Set.of());
        // It words the names and facts of the model; of the journal, how a run is called and ended.
        rooms.put(
                "report",
                Set.of(
                        "overview",
                        "preview",
                        "access",
                        "proof",
                        "policy",
                        "evidence",
                        "problem",
                        "world",
                        "inventory",
                        "action",
                        "plan",
                        "graph",
                        "journal"));
        // It lays out what report has words for.
        rooms.put(
                "page",
                Set.of("report", "overview", "journal", "graph", "world", "inventory", "plan"));
        rooms.put(
                "web",
                Set.of(
                        "page",
                        "report",
                        "overview",
                        "signing",
                        "journal",
                        "graph",
                        "plan",
                        "action",
                        "world",
                        "inventory",
                        "shape",
                        "yaml",
                        "problem"));
        rooms.put("cli", ALL);
        return rooms;
    }

    private static Set<String> union(Set<String> some, Set<String> others) {
        var all = new TreeSet<>(some);
        all.addAll(others);
        return all;
    }
}
