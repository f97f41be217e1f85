package gotthard.migration.killed;

import gotthard.action.Key;
import gotthard.journal.Opening;
import gotthard.journal.RunState;
import gotthard.journal.StepRecord;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;

/// What there is on a ground: files with content, mode and time, Kubernetes objects, marks, and the states of a run's steps. Names that
/// no two runs share (keys, identities, times of now) are written alike. What the mark of a command says of its end is left out: the
/// command's `check` counts. So is whether `ready` looked once or twice before all was fit, for it changes nothing.
record World(SortedMap<String, String> things) {
    private static final int GENERATIONS = 3;

    /// @param run whose keys are told apart by their steps
    static World of(Ground ground, Optional<RunState> run) throws IOException {
        var things = new TreeMap<String, String>();
        Map<String, String> keys = run.map(World::keys).orElse(Map.of());
        for (Path site : children(ground.sandbox())) {
            for (Path host : children(site.resolve("hosts"))) {
                files(ground, host.resolve("root"), keys, things);
                files(ground, host.resolve("home"), keys, things);
            }
            objects(ground, site.resolve("cluster/objects"), keys, things);
        }
        run.ifPresent(state -> steps(state, things));
        return new World(things);
    }

    /// Only what is at the sites.
    World outside() {
        var outside = new TreeMap<>(things);
        outside.keySet().removeIf(name -> name.startsWith("step "));
        return new World(outside);
    }

    /// What differs from another, a line each.
    List<String> differences(World other) {
        var names = new java.util.TreeSet<>(things.keySet());
        names.addAll(other.things.keySet());
        return names.stream()
                .filter(name -> !there(name).equals(other.there(name)))
                .map(
                        name ->
                                name
                                        + ": "
                                        + there(name)
                                        + ", where it was to be "
                                        + other.there(name))
                .toList();
    }

    private String there(String name) {
        return things.getOrDefault(name, "nothing");
    }

    private static void steps(RunState state, SortedMap<String, String> things) {
        things.put("step of all", state.ending().toString());
        for (Opening.Listed listed : state.opening().steps()) {
            StepRecord record = state.step(listed.id());
            things.put(
                    "step " + listed.id(),
                    "%s, generation %d, touched %s"
                            .formatted(
                                    record.state().getClass().getSimpleName(),
                                    record.generation(),
                                    record.touched() && !listed.id().value().equals("ready")));
        }
    }

    private static void files(
            Ground ground, Path root, Map<String, String> keys, SortedMap<String, String> things)
            throws IOException {
        if (!Files.exists(root)) {
            return;
        }
        boolean isHome = root.endsWith("home");
        for (Path file : all(root)) {
            String mode =
                    PosixFilePermissions.toString(
                            Files.getPosixFilePermissions(file, LinkOption.NOFOLLOW_LINKS));
            String name = keyless(ground.sandbox().relativize(file).toString(), keys);
            boolean isOwn = isHome || name.contains("/.gotthard-");
            boolean isMark =
                    (isHome && name.contains("/.gotthard/marks/"))
                            || (isOwn && name.endsWith("/fence"));
            things.put(
                    name,
                    Files.isRegularFile(file) && !isMark
                            ? mode
                                    + " "
                                    + (isOwn ? "" : Files.getLastModifiedTime(file) + " ")
                                    + digest(file)
                            : mode);
        }
    }

    private static void objects(
            Ground ground, Path root, Map<String, String> keys, SortedMap<String, String> things)
            throws IOException {
        if (!Files.exists(root)) {
            return;
        }
        for (Path file : all(root)) {
            if (file.toString().endsWith(".json")) {
                things.put(
                        timeless(keyless(ground.sandbox().relativize(file).toString(), keys)),
                        timeless(keyless(Files.readString(file), keys)));
            }
        }
    }

    private static String timeless(String text) {
        return text.replaceAll(
                        "[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}", "UID")
                .replaceAll("20\\d\\d-\\d\\d-\\d\\dT[0-9:.]+Z", "TIME")
                .replaceAll("(\"resourceVersion\" ?: ?)\"\\d+\"", "$1\"N\"")
                .replaceAll("(gotthard\\.dev/fence\" ?: ?)\"\\d+\"", "$1\"N\"")
                .replaceAll("(-<[^>]*>-)[0-9a-f]{5}", "$1POD");
    }

    private static String keyless(String text, Map<String, String> keys) {
        String plain = text;
        for (var key : keys.entrySet()) {
            plain = plain.replace(key.getKey(), key.getValue());
        }
        return plain;
    }

    /// Whole keys before brief ones, which begin them.
    private static Map<String, String> keys(RunState state) {
        var keys = new java.util.LinkedHashMap<String, String>();
        keys.put(state.id().value(), "RUN");
        for (boolean isWhole : List.of(true, false)) {
            for (Opening.Listed listed : state.opening().steps()) {
                for (int generation = 1; generation <= GENERATIONS; generation++) {
                    Key key = Key.of(state.id().value(), listed.id().value(), generation);
                    keys.put(
                            isWhole ? key.hex() : key.brief(),
                            "<%s %d>".formatted(listed.id(), generation));
                }
            }
        }
        return keys;
    }

    private static String digest(Path file) throws IOException {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(Files.readAllBytes(file));
            return HexFormat.of().formatHex(digest);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }

    private static List<Path> children(Path folder) throws IOException {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> children = Files.list(folder)) {
            return children.sorted().toList();
        }
    }

    private static List<Path> all(Path folder) throws IOException {
        try (Stream<Path> all = Files.walk(folder)) {
            return all.skip(1).sorted().toList();
        }
    }
}
