package gotthard.migration.killed;

import gotthard.sandbox.witness.Act;
import gotthard.sandbox.witness.Witness;

import java.io.IOException;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Stream;

/// Keeps what the sites were asked to do by one process, which may die right before and right after each.
final class Onlooker implements Witness {
    private static final int SHOWN = 60;

    private final Fate fate;
    private final List<Act> begun = new CopyOnWriteArrayList<>();
    private final List<Act> done = new CopyOnWriteArrayList<>();

    Onlooker(Fate fate) {
        this.fate = fate;
    }

    @Override
    public void before(Act act) throws IOException {
        boundary("before " + named(act));
        begun.add(act);
    }

    @Override
    public void after(Act act) throws IOException {
        if (!fate.isDead()) {
            done.add(act);
        }
        boundary("after " + named(act));
    }

    /// What was let begin.
    List<Act> begun() {
        return List.copyOf(begun);
    }

    /// What came to its end before the process died. Commands die with it.
    List<Act> done() {
        return List.copyOf(done);
    }

    /// An act that must never be done twice: a command of the plan, or the deletion of an object.
    static Stream<String> once(Act act) {
        return switch (act) {
            case Act.Command(var where, var line) ->
                    line.contains("'touch' 'takes-europe'")
                            ? Stream.of(where + " touch takes-europe")
                            : Stream.of();
            case Act.Input _ -> Stream.of();
            case Act.Request(var where, var method, var path) ->
                    method.equals("DELETE") && !path.contains("dryRun")
                            ? Stream.of(where + " DELETE " + path)
                            : Stream.of();
        };
    }

    /// The step that an act changes something for, if it is a step that goes forward.
    static Stream<String> changed(Act act) {
        return switch (act) {
            case Act.Command(var where, var line) ->
                    line.contains("'touch' 'takes-europe'")
                            ? Stream.of("mark[" + site(where) + "]")
                            : Stream.of();
            case Act.Input _ -> Stream.of();
            case Act.Request(var site, var method, var path) ->
                    method.equals("DELETE") || path.contains("dryRun")
                            ? Stream.of()
                            : Stream.of(step(path) + "[" + site + "]");
        };
    }

    private static String step(String path) {
        return path.contains("/jobs/")
                ? "count"
                : path.contains("fieldManager=gotthard-") ? "process" : "workloads";
    }

    private static String site(String host) {
        return host.substring(0, host.indexOf('/'));
    }

    private void boundary(String name) throws IOException {
        if (!fate.survives(name)) {
            throw new IOException("the process is dead");
        }
    }

    private static String named(Act act) {
        return switch (act) {
            case Act.Command(var where, var line) -> where + " $ " + brief(line);
            case Act.Input(var where, var line, _) -> where + " < " + brief(line);
            case Act.Request(var where, var method, var path) ->
                    where + " " + method + " " + keyless(path);
        };
    }

    /// A command by what tells it from others: a hash of all, and its end.
    private static String brief(String line) {
        String plain = keyless(line).replaceAll("/[^ ']*/hosts/[^/]+/root", "").strip();
        String end = plain.substring(Math.max(0, plain.length() - SHOWN)).replace('\n', ' ');
        return String.format(Locale.ROOT, "%08x …%s", plain.hashCode(), end);
    }

    /// Without what differs from one run to another, and from one process to the next.
    private static String keyless(String text) {
        return text.replaceAll("[0-9a-f]{20,64}", "KEY")
                .replaceAll("europe-files-[a-z0-9]{5}\\b", "RUN")
                .replaceAll("'KEY' '\\d+'", "'KEY' 'FENCE'")
                .replaceAll("'\\d+' ('[^']*/fence')", "'FENCE' $1");
    }
}
