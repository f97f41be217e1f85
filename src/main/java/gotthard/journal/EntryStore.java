package gotthard.journal;

import gotthard.action.Blob;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// The entries of all runs, in tables.
record EntryStore(Database database) {
    List<RunId> runs() {
        List<RunId> runs = new ArrayList<>();
        return database.read(
                it -> {
                    it.each(Sql.RUNS, row -> runs.add(new RunId(row.text(0))));
                    return runs;
                });
    }

    /// The chain at an entry, if there is one.
    Optional<Blob> chainAt(RunId run, long seq) {
        return database.read(it -> it.first(Sql.CHAIN, run.value(), seq)).map(row -> row.blob(0));
    }

    /// Gives the reader all entries that follow its last, and the end.
    ///
    /// @throws Damaged when the chain does not hold
    void read(RunId run, EntryReader reader) {
        read(run, reader, Integer.MAX_VALUE);
    }

    /// Gives the reader at most so many entries that follow its last, and the end if there are fewer.
    ///
    /// @throws Damaged when the chain does not hold
    void read(RunId run, EntryReader reader, int most) {
        try {
            database.read(
                    it -> {
                        it.each(Sql.ENTRIES, reader::take, run.value(), reader.last(), most);
                        if (reader.entries().size() >= most) {
                            return true;
                        }
                        Optional<Database.Row> head = it.first(Sql.HEAD, run.value());
                        if (head.isPresent()) {
                            reader.end(head.get().number(0), head.get().blob(1));
                        } else {
                            reader.end(0, Blob.of(Chain.START));
                        }
                        return true;
                    });
        } catch (JournalUnusable e) {
            if (isDamage(e)) {
                throw new Damaged(run, reader.last() + 1, "the file of the database is torn there");
            }
            throw e;
        }
    }

    private boolean isDamage(JournalUnusable e) {
        return e.getCause() instanceof SQLException cause && database.dialect().isDamage(cause);
    }

    private boolean isLost(JournalUnusable e) {
        return e.getCause() instanceof SQLException cause && database.dialect().isLost(cause);
    }

    /// Writes all, if the fence is still the highest and nobody else wrote. Where the connection is
    /// lost before the database has said whether it did, it is asked.
    boolean write(Lease lease, long expected, List<Leaf> leaves) {
        try {
            return database.write(it -> written(it, lease, expected, leaves));
        } catch (JournalUnusable e) {
            if (!isLost(e)) {
                throw e;
            }
            return database.write(
                    it ->
                            isWritten(it, lease, expected, leaves)
                                    || written(it, lease, expected, leaves));
        }
    }

    private static boolean isWritten(Database in, Lease lease, long expected, List<Leaf> leaves)
            throws SQLException {
        String run = lease.run().value();
        Optional<Database.Row> before = in.first(Sql.CHAIN, run, expected - 1);
        Optional<Database.Row> head = in.first(Sql.HEAD, run);
        if (head.isEmpty() || (before.isEmpty() && expected > 1)) {
            return false;
        }
        byte[] chain = before.map(row -> row.blob(0).bytes()).orElse(Chain.START);
        for (Leaf leaf : leaves) {
            chain = Chain.next(chain, leaf.body().bytes());
        }
        return head.get().number(0) == expected + leaves.size() - 1
                && head.get().blob(1).equals(Blob.of(chain));
    }

    private static boolean written(Database to, Lease lease, long expected, List<Leaf> leaves)
            throws SQLException {
        String run = lease.run().value();
        Optional<Database.Row> fence = to.first(Sql.FENCE, run);
        if (fence.isEmpty() || fence.get().number(0) != lease.fence().number()) {
            return false;
        }
        Optional<Database.Row> head = to.first(Sql.HEAD, run);
        long last = head.map(row -> row.number(0)).orElse(0L);
        if (expected != last + 1) {
            return false;
        }
        if (head.isEmpty()) {
            to.run(Sql.NEW_RUN, run, 0L, Chain.START);
        }
        byte[] chain = head.map(row -> row.blob(1).bytes()).orElse(Chain.START);
        List<Object[]> events = new ArrayList<>();
        List<Object[]> words = new ArrayList<>();
        for (Leaf leaf : leaves) {
            chain = Chain.next(chain, leaf.body().bytes());
            events.add(new Object[] {run, leaf.seq(), leaf.kind(), leaf.body(), chain});
            leaf.words().ifPresent(salted -> words.add(row(run, leaf.seq(), salted)));
        }
        to.runAll(Sql.NEW_EVENT, events);
        to.runAll(Sql.NEW_WORDS, words);
        to.run(Sql.MOVE_HEAD, last + leaves.size(), chain, run);
        return true;
    }

    private static Object[] row(String run, long seq, Salted words) {
        Salted.Packed packed = words.packed();
        return new Object[] {run, seq, words.salt(), packed.coding(), packed.bytes()};
    }

    /// Leaves the bodies and takes everything else of a run.
    void erase(RunId run) {
        byte[] nothing = new byte[0];
        database.write(
                it -> {
                    it.run(Sql.ERASE_WORDS, nothing, nothing, Salted.ERASED, run.value());
                    it.run(Sql.ERASE_REQUESTS, run.value());
                    it.run(Sql.ERASE_PROGRESS, run.value());
                    it.run(Sql.ERASE_SNAPSHOT, run.value());
                    return true;
                });
        database.forget();
    }
}
