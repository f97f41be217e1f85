package gotthard.journal;

import java.util.ArrayList;
import java.util.List;

/// Whether this version may go on with a run.
record Continuable(Database database, Upcasts upcasts, String toolVersion) {
    /// @throws JournalUnusable when a newer version wrote in it, or its words are erased
    void check(RunId run, Journal journal) {
        List<String> unknown = new ArrayList<>();
        long erased =
                database.read(
                        it -> {
                            it.each(
                                    Sql.KINDS,
                                    row -> {
                                        if (!upcasts.knows(row.text(0))) {
                                            unknown.add(row.text(0));
                                        }
                                    },
                                    run.value());
                            return it.first(Sql.ERASED, run.value()).orElseThrow().number(0);
                        });
        if (!unknown.isEmpty()) {
            throw new JournalUnusable(
                    run
                            + " was continued by "
                            + newer(journal.entries(run, 0))
                            + ", which writes \""
                            + String.join("\", \"", unknown)
                            + "\"; this is gotthard "
                            + toolVersion
                            + ", which can show the run (gotthard status) but not go on with it: use"
                            + " the newer one");
        }
        if (erased > 0) {
            throw new JournalUnusable(
                    "the words of "
                            + run
                            + " are erased, its documents and pre-images among them; it can be shown"
                            + " and verified, but not continued: start a new run");
        }
    }

    /// That a newer version went on may itself be told in a way that is unknown here.
    private String newer(List<Entry> entries) {
        String version = toolVersion;
        for (Entry entry : entries) {
            if (entry.event() instanceof Event.RunOpened(var opening)) {
                version = opening.toolVersion();
            }
            if (entry.event() instanceof Event.RunResumed(var resumed, _)) {
                version = resumed;
            }
        }
        return version.equals(toolVersion) ? "a newer gotthard" : "gotthard " + version;
    }
}
