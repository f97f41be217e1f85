package gotthard.cli;

import gotthard.journal.Damaged;
import gotthard.journal.Journal;
import gotthard.journal.JournalUnusable;
import gotthard.journal.Lease;
import gotthard.journal.RunId;
import gotthard.journal.StateFile;
import gotthard.journal.StoredJournal;
import gotthard.problem.Suggestion;

import picocli.CommandLine.Model.CommandSpec;

import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/// `gotthard state`.
final class StateTask implements Task {
    private static final List<String> KNOWN =
            List.of("check", "backup", "export", "import", "rebuild");

    @Override
    public void declare(CommandSpec spec) {
        Options.about(
                spec,
                "Looks after what is known of runs. check reads all of it and says where it is not what was written."
                        + " backup writes a consistent copy into a file while runs go on; export the same when no"
                        + " process carries a run out, to go on elsewhere. import reads such a file into an empty"
                        + " state, in a folder or on PostgreSQL; what was done after it was written is then found"
                        + " at the sites by the marks that runs leave there. rebuild begins a run of which no state"
                        + " and no backup is left, by those marks alone.",
                "gotthard state check",
                "gotthard state backup monday.gotthard",
                "gotthard state import monday.gotthard --state postgresql://gotthard@db.example/gotthard",
                "gotthard state rebuild europe-files-k3x9q plans/10-europe-files.yaml");
        Options.words(
                spec,
                "1..3",
                "check|backup FILE|export FILE|import FILE|rebuild RUN PLAN",
                "What to do.");
        Options.inventory(spec);
        Options.state(spec);
    }

    @Override
    public Exit run(Call call) throws Trouble, InterruptedException {
        String verb = call.words().getFirst();
        return switch (verb) {
            case "check" -> Journals.read(call, journal -> check(call, journal));
            case "backup" -> {
                Path file = file(call);
                yield with(call, true, journal -> write(call, journal, file));
            }
            case "export" -> {
                Path file = file(call);
                yield with(call, true, journal -> export(call, journal, file));
            }
            case "import" -> {
                Path file = file(call);
                yield with(call, false, journal -> read(call, journal, file));
            }
            case "rebuild" -> with(call, false, journal -> Rebuilding.of(call).in(journal));
            default ->
                    throw Trouble.badUse(
                            "gotthard state does not know \"" + verb + "\"",
                            Suggestion.didYouMean(verb, KNOWN)
                                    .orElse("it knows check, backup, export, import and rebuild"));
        };
    }

    private static Path file(Call call) throws Trouble {
        if (call.words().size() != 2) {
            String verb = call.words().getFirst();
            throw Trouble.badUse(
                    "gotthard state " + verb + " wants a file",
                    "write it like gotthard state " + verb + " monday.gotthard");
        }
        return Path.of(call.words().get(1));
    }

    /// What is done with a journal in tables.
    private interface Work {
        Exit with(StoredJournal journal) throws Trouble, InterruptedException;
    }

    private static Exit with(Call call, boolean isThere, Work work)
            throws Trouble, InterruptedException {
        if (isThere && !StoredJournal.isAt(call.state())) {
            throw Trouble.failed(
                    "no run is known in " + call.state(), "name the right state with --state");
        }
        try (StoredJournal journal = Journals.open(call, call.state())) {
            return work.with(journal);
        } catch (Damaged | JournalUnusable unusable) {
            throw Trouble.said(Exit.FAILED, String.valueOf(unusable.getMessage()));
        }
    }

    private static Exit check(Call call, Journal journal) {
        Console console = call.console();
        boolean isWhole = true;
        for (RunId run : journal.runs().reversed()) {
            JsonLine line = JsonLine.of("checked").put("run", run.value());
            try {
                int entries = journal.entries(run, 0).size();
                console.result(
                        Reports.good(
                                console,
                                run + ": " + Words.count(entries, "event") + ", all as written"));
                console.json(line.put("events", entries));
            } catch (Damaged damaged) {
                isWhole = false;
                console.result(Reports.bad(console, String.valueOf(damaged.getMessage())));
                console.json(line.put("damagedAt", damaged.seq()));
            }
        }
        return isWhole ? Exit.DONE : Exit.FAILED;
    }

    private static Exit write(Call call, StoredJournal journal, Path file) {
        Instant now = call.surroundings().clock().instant();
        told(call, file + " has", StateFile.write(journal, file, now));
        return Exit.DONE;
    }

    /// Two states that both go on with one run would both be wrong.
    private static Exit export(Call call, StoredJournal journal, Path file) throws Trouble {
        List<Lease> leases = new ArrayList<>();
        try {
            for (RunId run : journal.runs()) {
                switch (journal.acquire(run, Journals.person(call) + ", exporting")) {
                    case Journal.Acquired.Granted(var lease) -> leases.add(lease);
                    case Journal.Acquired.Taken(var holder) ->
                            throw Trouble.failed(
                                    "the run " + run + " is carried out by " + holder,
                                    "end that first, or take a copy beside it with gotthard state"
                                            + " backup "
                                            + file);
                }
            }
            return write(call, journal, file);
        } finally {
            leases.forEach(journal::release);
        }
    }

    private static Exit read(Call call, StoredJournal journal, Path file) throws Trouble {
        Instant now = call.surroundings().clock().instant();
        told(call, call.state() + " has, as of " + file + ",", StateFile.read(file, journal, now));
        call.console()
                .say(
                        "  → gotthard verify RUN compares what was verified with the sites; gotthard apply PLAN goes on"
                                + " with an open run, and looks for what was done since");
        return Exit.DONE;
    }

    private static void told(Call call, String where, StateFile.Contents contents) {
        Console console = call.console();
        console.say(
                Reports.good(
                        console,
                        "%s %s, %s, as of %s, all as written"
                                .formatted(
                                        where,
                                        Words.count(contents.runs(), "run"),
                                        Words.count(contents.entries(), "event"),
                                        contents.at())));
        console.json(
                JsonLine.of("state")
                        .put("runs", contents.runs())
                        .put("events", contents.entries())
                        .put("at", contents.at().toString()));
    }
}
