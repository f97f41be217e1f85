package gotthard.journal;

import gotthard.action.Blob;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/// Copies all that matters between the tables and a [StateFile].
record StateCopy(Database database, Upcasts upcasts) {
    /// Writes one state of the database.
    void write(StateLines lines, Instant now) {
        database.read(
                it -> {
                    lines.head(now);
                    for (RunId run : runs(it)) {
                        long fence =
                                it.first(Sql.FENCE, run.value())
                                        .map(row -> row.number(0))
                                        .orElse(0L);
                        lines.run(run, fence);
                        checked(it, run, lines::entry);
                    }
                    it.each(
                            Sql.ALL_REQUESTS,
                            row -> lines.request(row.number(0), row.text(1), row.blob(2)));
                    lines.end();
                    return true;
                });
    }

    private static List<RunId> runs(Database in) throws SQLException {
        List<RunId> latestFirst = new ArrayList<>();
        in.each(Sql.RUNS, row -> latestFirst.add(new RunId(row.text(0))));
        return latestFirst.reversed();
    }

    /// Hands over the entries of a run, each after it was found to be what was written.
    private void checked(Database in, RunId run, Database.Receiver receiver) throws SQLException {
        EntryReader reader = EntryReader.fromStart(run, upcasts);
        in.each(
                Sql.ENTRIES,
                row -> {
                    reader.take(row);
                    receiver.take(row);
                },
                run.value(),
                0L,
                Integer.MAX_VALUE);
        Database.Row head = in.first(Sql.HEAD, run.value()).orElseThrow();
        reader.end(head.number(0), head.blob(1));
    }

    /// Reads into empty tables, all or nothing. A fence goes on from the seconds since 1970: above whatever the lost state reached after
    /// its backup, also where that one came from a backup itself, since no run is taken over once a second for years.
    void read(StateReader lines, Instant now) {
        database.write(
                it -> {
                    if (it.first(Sql.HOW_MUCH).orElseThrow().number(0) > 0) {
                        throw new JournalUnusable(
                                "the state "
                                        + it.dialect().place()
                                        + " has runs already; import into an empty one, named with"
                                        + " --state");
                    }
                    var filling = new Filling(it, now.getEpochSecond());
                    try {
                        lines.each(line -> filling.take(line));
                    } catch (IOException e) {
                        throw new UncheckedIOException(e);
                    }
                    filling.endRun();
                    for (RunId run : runs(it)) {
                        checked(it, run, _ -> {});
                    }
                    return true;
                });
    }

    /// The tables while they are filled.
    private static final class Filling {
        private final Database to;
        private final long lowestFence;
        private String run = "";
        private long last;
        private byte[] chain = Chain.START;

        Filling(Database to, long lowestFence) {
            this.to = to;
            this.lowestFence = lowestFence;
        }

        void take(Joining line) {
            try {
                if (line.hasFact("run")) {
                    endRun();
                    beginRun(line);
                } else if (line.hasFact("seq")) {
                    entry(line);
                } else {
                    to.run(
                            Sql.OLD_REQUEST,
                            line.number("item"),
                            line.digest("of"),
                            line.bytes("request"));
                }
            } catch (SQLException e) {
                throw to.dialect().unusable(e);
            }
        }

        private void beginRun(Joining line) throws SQLException {
            run = line.digest("run");
            last = 0;
            chain = Chain.START;
            to.run(Sql.NEW_RUN, run, 0L, chain);
            to.run(Sql.OLD_FENCE, run, Math.max(line.number("fence") + 1, lowestFence));
        }

        private void entry(Joining line) throws SQLException {
            last = line.number("seq");
            chain = line.bytes("chain");
            byte[] body = line.word("body").getBytes(StandardCharsets.UTF_8);
            to.run(Sql.NEW_EVENT, run, last, line.digest("kind"), Blob.of(body), chain);
            if (line.hasFact("salt")) {
                to.run(
                        Sql.NEW_WORDS,
                        run,
                        last,
                        line.bytes("salt"),
                        line.number("coding"),
                        line.bytes("words"));
            }
        }

        void endRun() throws SQLException {
            if (!run.isEmpty()) {
                to.run(Sql.MOVE_HEAD, last, chain, run);
            }
        }
    }
}
