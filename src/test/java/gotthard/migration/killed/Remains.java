package gotthard.migration.killed;

import gotthard.journal.Event;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// What a dead process left: steps that are written down as ended, files that have arrived in full, objects by their identity, and acts
/// that were done. None of it may be done a second time.
///
/// @param arrived the inodes of files at the targets that are as long and as old as at the source
/// @param identities of objects, by their files
record Remains(
        Set<String> ended, Set<Object> arrived, Map<Path, String> identities, Onlooker onlooker) {
    private static final Pattern UID = Pattern.compile("\"uid\" ?: ?\"([^\"]+)\"");

    static Remains of(Tool dead) throws IOException {
        Set<String> ended =
                Tool.entries(dead.ground()).stream()
                        .filter(entry -> entry.event() instanceof Event.StepEnded)
                        .map(entry -> ((Event.StepEnded) entry.event()).step().value())
                        .collect(Collectors.toSet());
        return new Remains(
                ended, arrived(dead.ground()), identities(dead.ground()), dead.onlooker());
    }

    /// What the next process did again on the way forward, a line each.
    List<String> repeated(Tool next) throws IOException {
        var repeated = new ArrayList<String>();
        Set<Object> still = arrived(next.ground());
        long lost = arrived.stream().filter(file -> !still.contains(file)).count();
        if (lost > 0) {
            repeated.add(lost + " files that had arrived were brought again");
        }
        Map<Path, String> now = identities(next.ground());
        identities.forEach(
                (file, uid) -> {
                    if (!uid.equals(now.getOrDefault(file, uid)) || !now.containsKey(file)) {
                        repeated.add(file + " was made again");
                    }
                });
        repeated.addAll(acts(next));
        next.onlooker().begun().stream()
                .flatMap(Onlooker::changed)
                .filter(ended::contains)
                .forEach(step -> repeated.add("changed again after its end: " + step));
        return repeated;
    }

    /// Acts of the next process that the dead one had done: commands of a plan and deletions.
    List<String> acts(Tool next) {
        Set<String> done =
                onlooker.done().stream().flatMap(Onlooker::once).collect(Collectors.toSet());
        var repeated = new ArrayList<String>();
        next.onlooker().begun().stream()
                .flatMap(Onlooker::once)
                .filter(done::contains)
                .forEach(act -> repeated.add("again: " + act));
        return repeated;
    }

    private static Set<Object> arrived(Ground ground) throws IOException {
        var sources = new HashSet<String>();
        var arrived = new HashSet<>();
        for (Path file : files(ground.sandbox().resolve("moscow/hosts"))) {
            sources.add(looks(file));
        }
        for (String site : List.of("zurich-1", "zurich-2")) {
            for (Path file : files(ground.sandbox().resolve(site).resolve("hosts"))) {
                if (file.toString().endsWith(".bin") && sources.contains(looks(file))) {
                    arrived.add(Files.getAttribute(file, "unix:ino"));
                }
            }
        }
        return arrived;
    }

    private static String looks(Path file) throws IOException {
        return "%s %d %s"
                .formatted(file.getFileName(), Files.size(file), Files.getLastModifiedTime(file));
    }

    private static Map<Path, String> identities(Ground ground) throws IOException {
        var identities = new HashMap<Path, String>();
        for (Path file : files(ground.sandbox())) {
            if (file.toString().contains("/objects/") && file.toString().endsWith(".json")) {
                Matcher uid = UID.matcher(Files.readString(file));
                if (uid.find()) {
                    identities.put(ground.folder().relativize(file), uid.group(1));
                }
            }
        }
        return identities;
    }

    private static List<Path> files(Path folder) throws IOException {
        if (!Files.exists(folder)) {
            return List.of();
        }
        try (Stream<Path> all = Files.walk(folder)) {
            return all.filter(file -> Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS))
                    .toList();
        }
    }
}
