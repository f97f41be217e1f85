package gotthard.journal;

import gotthard.action.Blob;

import java.sql.SQLException;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/// The snapshots of all runs, one a run. Its holder writes one now and then; they may be lost, and are removed with the words of a run.
final class Snapshots {
    /// So many entries are soon replayed.
    private static final long FEW = 1000;

    private static final long FEW_AT_AN_END = 100;

    private final Database database;
    private final String toolVersion;
    private final Map<RunId, Long> kept = new ConcurrentHashMap<>();

    Snapshots(Database database, String toolVersion) {
        this.database = database;
        this.toolVersion = toolVersion;
    }

    /// Where the run stood at an entry that is still the one that it was, if that is known.
    Optional<Snapshot> of(RunId run) {
        return database.read(
                it -> {
                    Optional<Snapshot> found =
                            it.first(Sql.SNAPSHOT, run.value())
                                    .flatMap(row -> Snapshot.read(run, row));
                    return found.isPresent() && isCurrent(it, found.get())
                            ? found
                            : Optional.empty();
                });
    }

    private boolean isCurrent(Database in, Snapshot snapshot) throws SQLException {
        return snapshot.maker().equals(Snapshot.maker(toolVersion))
                && chainAt(in, snapshot.run(), snapshot.seq())
                        .filter(snapshot.chain()::equals)
                        .isPresent();
    }

    /// Keeps where the run stands, if much has happened since the last time: so many entries as it has steps, so that a snapshot
    /// costs each of them about the same, however many steps there are.
    void keep(Lease lease, RunState state) {
        if (!isDue(state)) {
            return;
        }
        kept.put(lease.run(), state.last());
        database.writeLazily(
                it -> {
                    String run = lease.run().value();
                    boolean isOurs =
                            it.first(Sql.FENCE, run)
                                    .filter(row -> row.number(0) == lease.fence().number())
                                    .isPresent();
                    Optional<Blob> chain = chainAt(it, lease.run(), state.last());
                    if (isOurs && chain.isPresent()) {
                        put(it, Snapshot.of(state, chain.get(), toolVersion));
                    }
                    return true;
                });
    }

    private boolean isDue(RunState state) {
        long since = state.last() - kept.computeIfAbsent(state.id(), this::last);
        return since >= Math.max(FEW, state.steps().size())
                || (state.ending().isPresent() && since >= FEW_AT_AN_END);
    }

    private long last(RunId run) {
        return of(run).map(Snapshot::seq).orElse(0L);
    }

    private static Optional<Blob> chainAt(Database in, RunId run, long seq) throws SQLException {
        return in.first(Sql.CHAIN, run.value(), seq).map(row -> row.blob(0));
    }

    private static void put(Database to, Snapshot snapshot) throws SQLException {
        Salted.Packed packed = Salted.packed(snapshot.content());
        to.run(
                Sql.PUT_SNAPSHOT,
                snapshot.run().value(),
                snapshot.seq(),
                snapshot.chain(),
                snapshot.maker(),
                snapshot.digest(packed),
                packed.coding(),
                packed.bytes());
    }
}
