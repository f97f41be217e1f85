package gotthard.journal;

import gotthard.action.Fence;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/// Leases by rows: whoever has a run says now and then till when it keeps it, by the clock of the
/// database. After that, anybody may take it over, with a higher fence.
final class RowLeases implements Leases {
    /// A beat every so many parts of the patience.
    private static final int BEATS = 5;

    private final Database database;
    private final Duration patience;
    private final Map<RunId, Held> held = new ConcurrentHashMap<>();

    RowLeases(Database database, Duration patience) {
        this.database = database;
        this.patience = patience;
    }

    @Override
    public Journal.Acquired acquire(RunId run, String holder) {
        Journal.Acquired acquired =
                database.write(
                        it -> {
                            long now = it.first(Sql.DATABASE_NOW).orElseThrow().number(0);
                            Optional<Database.Row> row = it.first(Sql.LEASE, run.value());
                            if (row.isPresent() && row.get().number(1) > now) {
                                return new Journal.Acquired.Taken(row.get().text(0));
                            }
                            it.run(Sql.RAISE_FENCE, run.value(), holder, now + patience.toMillis());
                            long fence = it.first(Sql.FENCE, run.value()).orElseThrow().number(0);
                            return new Journal.Acquired.Granted(new Lease(run, new Fence(fence)));
                        });
        if (acquired instanceof Journal.Acquired.Granted(var lease)) {
            held.put(run, new Held(lease, System.nanoTime()));
        }
        return acquired;
    }

    @Override
    public Optional<String> holder(RunId run) {
        return database.read(
                it -> {
                    long now = it.first(Sql.DATABASE_NOW).orElseThrow().number(0);
                    return it.first(Sql.LEASE, run.value())
                            .filter(row -> row.number(1) > now)
                            .map(row -> row.text(0));
                });
    }

    @Override
    public Optional<Lease> held(RunId run) {
        return Optional.ofNullable(held.get(run)).map(Held::lease);
    }

    @Override
    public boolean beat(Lease lease) {
        Held mine = held.get(lease.run());
        if (mine == null || !mine.lease().equals(lease)) {
            return false;
        }
        long now = System.nanoTime();
        if (now - mine.beaten() < patience.dividedBy(BEATS).toNanos()) {
            return true;
        }
        boolean holds;
        try {
            holds = database.write(it -> isKept(it, lease));
        } catch (JournalUnusable e) {
            // Nobody else may have it yet, and the database may come back.
            if (now - mine.beaten() < patience.toNanos()) {
                return true;
            }
            throw e;
        }
        if (holds) {
            held.put(lease.run(), new Held(lease, now));
        } else {
            held.remove(lease.run());
        }
        return holds;
    }

    private boolean isKept(Database database, Lease lease) throws java.sql.SQLException {
        long now = database.first(Sql.DATABASE_NOW).orElseThrow().number(0);
        return database.changed(
                        Sql.KEEP_LEASE,
                        now + patience.toMillis(),
                        lease.run().value(),
                        lease.fence().number())
                == 1;
    }

    @Override
    public void release(Lease lease) {
        Held mine = held.get(lease.run());
        if (mine != null && mine.lease().equals(lease)) {
            held.remove(lease.run());
            database.write(
                    it ->
                            it.changed(
                                    Sql.KEEP_LEASE,
                                    0L,
                                    lease.run().value(),
                                    lease.fence().number()));
        }
    }

    /// What cannot be given back is free a little later.
    @Override
    public void releaseAll() {
        for (Held mine : List.copyOf(held.values())) {
            try {
                release(mine.lease());
            } catch (JournalUnusable unreachable) {
                return;
            }
        }
    }

    /// @param beaten when, by this machine's clock of intervals
    private record Held(Lease lease, long beaten) {}
}
