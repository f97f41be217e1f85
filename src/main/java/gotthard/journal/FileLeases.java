package gotthard.journal;

import gotthard.action.Fence;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/// Leases by locks of the operating system, which are free at once when their process dies. A process
/// that only stands still keeps them.
final class FileLeases implements Leases {
    private final Database database;
    private final Locks locks;
    private final Map<RunId, Held> held = new ConcurrentHashMap<>();

    FileLeases(Database database, Locks locks) {
        this.database = database;
        this.locks = locks;
    }

    @Override
    public Journal.Acquired acquire(RunId run, String holder) {
        Optional<Locks.Lock> lock = locks.tryLock(run.value());
        if (lock.isEmpty()) {
            return new Journal.Acquired.Taken(holderOf(run));
        }
        boolean isGranted = false;
        try {
            var lease = new Lease(run, new Fence(raisedFence(run, holder)));
            held.put(run, new Held(lease, lock.get()));
            isGranted = true;
            return new Journal.Acquired.Granted(lease);
        } finally {
            if (!isGranted) {
                lock.get().close();
            }
        }
    }

    @Override
    public Optional<String> holder(RunId run) {
        return locks.isTaken(run.value()) ? Optional.of(holderOf(run)) : Optional.empty();
    }

    private String holderOf(RunId run) {
        return database.read(
                it ->
                        it.first(Sql.HOLDER, run.value())
                                .map(row -> row.text(0))
                                .orElse("another process"));
    }

    private long raisedFence(RunId run, String holder) {
        return database.write(
                it -> {
                    it.run(Sql.RAISE_FENCE, run.value(), holder, 0L);
                    return it.first(Sql.FENCE, run.value()).orElseThrow().number(0);
                });
    }

    @Override
    public Optional<Lease> held(RunId run) {
        return Optional.ofNullable(held.get(run)).map(Held::lease);
    }

    @Override
    public boolean beat(Lease lease) {
        return held(lease.run()).equals(Optional.of(lease));
    }

    @Override
    public void release(Lease lease) {
        Held mine = held.get(lease.run());
        if (mine != null && mine.lease().equals(lease)) {
            held.remove(lease.run());
            mine.lock().close();
        }
    }

    @Override
    public void releaseAll() {
        List.copyOf(held.values()).forEach(mine -> release(mine.lease()));
    }

    private record Held(Lease lease, Locks.Lock lock) {}
}
