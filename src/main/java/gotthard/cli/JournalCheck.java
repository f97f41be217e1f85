package gotthard.cli;

import gotthard.journal.Damaged;
import gotthard.journal.Journal;
import gotthard.journal.JournalUnusable;
import gotthard.journal.RunId;
import gotthard.journal.SqliteJournal;
import gotthard.journal.StateLocation;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/// Looks whether the state folder can keep runs, and whether what it keeps is what was written.
final class JournalCheck {
    private static final String FOLDER = "state folder";
    private static final String JOURNAL = "journal";

    private JournalCheck() {}

    /// Makes neither folder nor journal where there is none.
    static List<Diagnosis> of(Call call) throws Trouble {
        return switch (call.state()) {
            case StateLocation.Folder(var path) when !SqliteJournal.isAt(path) ->
                    List.of(fresh(path));
            case StateLocation state -> opened(call, state);
        };
    }

    private static Diagnosis fresh(Path state) {
        Path there = state.toAbsolutePath().normalize();
        while (!Files.exists(there) && there.getParent() != null) {
            there = there.getParent();
        }
        return Files.isDirectory(there) && Files.isWritable(there)
                ? new Diagnosis.Well(FOLDER, state + " has no run yet, and can be written")
                : new Diagnosis.Ill(
                        FOLDER,
                        state + " can't be made, because " + there + " can't be written",
                        "make it a folder that you may write, or choose another with --state");
    }

    private static List<Diagnosis> opened(Call call, StateLocation state) {
        var found = new ArrayList<Diagnosis>();
        try (Journal journal = Journals.open(call, state)) {
            found.add(new Diagnosis.Well(FOLDER, state + " can be written"));
            found.addAll(runs(journal));
        } catch (JournalUnusable unusable) {
            found.add(Diagnosis.said(FOLDER, String.valueOf(unusable.getMessage())));
        }
        return found;
    }

    private static List<Diagnosis> runs(Journal journal) {
        var found = new ArrayList<Diagnosis>();
        long entries = 0;
        List<RunId> runs = journal.runs();
        for (RunId run : runs) {
            try {
                entries += journal.entries(run, 0).size();
            } catch (Damaged damaged) {
                found.add(Diagnosis.said(JOURNAL, String.valueOf(damaged.getMessage())));
            }
        }
        long whole = runs.size() - (long) found.size();
        if (whole > 0 || runs.isEmpty()) {
            found.addFirst(
                    new Diagnosis.Well(
                            JOURNAL,
                            "%s, %s, all as written"
                                    .formatted(
                                            Words.count(whole, "run"),
                                            Words.count(entries, "event"))));
        }
        return found;
    }
}
