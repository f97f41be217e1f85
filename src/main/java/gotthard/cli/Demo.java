package gotthard.cli;

import gotthard.journal.StateLocation;
import gotthard.terminal.Paint;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/// Types the commands of the demo, one after the other, and compares what comes of each with what was told.
final class Demo {
    private static final String FOUNDATION = "plans/00-foundation.yaml";
    private static final String PLAN = DemoTask.PLAN;
    private static final String SITE = "zurich-1";

    private static final int WIDEST = 100;

    private final Call call;
    private final Path folder;

    Demo(Call call, Path folder) {
        this.call = call;
        this.folder = folder;
    }

    Exit play() throws Trouble, InterruptedException {
        told("The plan, the policy and the inventory are checked. No site is needed for that.");
        typed(Exit.DONE, "validate", PLAN);

        told("Three sites start inside this program. Their foundation is laid first.");
        typed(Exit.DONE, here("apply", FOUNDATION, "--quiet"));

        told(
                "Europe's files move from Moscow to both sites in Zurich. At the gate, the sandbox's own platform lead"
                        + " approves through the inbox, as gotthard approve would from another shell.");
        approved(Exit.DONE);
        typed(Exit.DONE, here("verify", "europe-files"));

        told("All of it is undone again, and verified to be.");
        typed(Exit.DONE, here("rollback", "europe-files", "--quiet"));

        String file = someFile();
        told("Now a bad disk: " + file + " is altered whenever it arrives at " + SITE + ".");
        typed(Exit.DONE, here("sandbox", "tamper", SITE, file));
        told("The comparison with the source must find it, and the run must go back by itself.");
        approved(Exit.UNVERIFIED);
        typed(Exit.DONE, here("sandbox", "mend"));

        told("What a manager gets to read of both runs:");
        report();
        told("All came out as told. The sites, the journal and the report stay in " + folder + ".");
        return Exit.DONE;
    }

    private void report() throws Trouble, InterruptedException {
        Path file = folder.resolve("report.md");
        var words = new ArrayList<>(List.of("report"));
        Journals.in(
                call,
                new StateLocation.Folder(folder),
                journal -> {
                    journal.runs().reversed().forEach(run -> words.add(run.value()));
                    return Exit.DONE;
                });
        words.addAll(List.of("-o", file.toString()));
        typed(Exit.DONE, here(words.toArray(String[]::new)));
        try {
            call.console().say(Files.readString(file));
        } catch (IOException broken) {
            throw Trouble.failed("the report " + file + " can't be read", String.valueOf(broken));
        }
    }

    /// Applies the plan, with somebody at the gate.
    private void approved(Exit expected) throws Trouble, InterruptedException {
        try (var _ = new Gatekeeper(folder, call.surroundings().clock()).start()) {
            typed(expected, here("apply", PLAN, "--wait"));
        }
    }

    private void typed(Exit expected, String... words) throws Trouble {
        call.console()
                .say(
                        Paint.STRONG.on(
                                "$ gotthard " + String.join(" ", words), call.console().looks()));
        var all = new ArrayList<>(List.of(words));
        if (call.console().isJson()) {
            all.add("--output=json");
        }
        Exit exit = new Gotthard(call.surroundings()).run(all.toArray(String[]::new));
        if (exit != expected) {
            throw Trouble.failed(
                    "gotthard %s ended with %d (%s), where %d was told"
                            .formatted(words[0], exit.code(), exit.meaning(), expected.code()),
                    "look at the runs with gotthard status --all --state " + folder);
        }
    }

    private void told(String words) {
        call.console().say("");
        for (String line : Words.wrapped(words, Math.min(WIDEST, call.console().looks().width()))) {
            call.console().say(Paint.BUSY.on(line, call.console().looks()));
        }
    }

    private String[] here(String... words) {
        return Stream.concat(Stream.of(words), Stream.of("--state", folder.toString()))
                .toArray(String[]::new);
    }

    /// Any file of Europe at the source.
    private String someFile() throws Trouble {
        try (Stream<Path> files = Files.walk(folder.resolve("sandbox/moscow"))) {
            return files.filter(file -> file.toString().contains("/europe/"))
                    .map(file -> file.getFileName().toString())
                    .filter(name -> name.endsWith(".bin"))
                    .min(String::compareTo)
                    .orElseThrow();
        } catch (IOException broken) {
            throw Trouble.failed("the sandbox in " + folder + " can't be read", broken.toString());
        }
    }
}
