package gotthard.journal;

import gotthard.action.Fence;
import gotthard.action.Progress;
import gotthard.graph.StepId;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;

/// A journal without a disk, for simulations. All journals of one [Store] see the same, as processes
/// that share a folder do; closing one is what the death of its process is to a stored journal.
public final class MemoryJournal implements Journal {
    private final Store store;

    public MemoryJournal(Store store) {
        this.store = store;
    }

    /// The only one of a store of its own.
    public static MemoryJournal alone() {
        return new MemoryJournal(new Store());
    }

    @Override
    public List<RunId> runs() {
        synchronized (store) {
            return List.copyOf(store.entries.sequencedKeySet().reversed());
        }
    }

    @Override
    public List<Entry> entries(RunId run, long after) {
        synchronized (store) {
            List<Entry> all = store.entries.getOrDefault(run, List.of());
            return List.copyOf(all.subList((int) Math.min(after, all.size()), all.size()));
        }
    }

    @Override
    public Acquired acquire(RunId run, String holder) {
        synchronized (store) {
            Holding held = store.holdings.get(run);
            if (held != null) {
                return new Acquired.Taken(held.holder());
            }
            long fence = store.fences.merge(run, 1L, Long::sum);
            var lease = new Lease(run, new Fence(fence));
            store.holdings.put(run, new Holding(this, lease, holder));
            return new Acquired.Granted(lease);
        }
    }

    @Override
    public Optional<String> holder(RunId run) {
        synchronized (store) {
            return Optional.ofNullable(store.holdings.get(run)).map(Holding::holder);
        }
    }

    @Override
    public boolean beat(Lease lease) {
        synchronized (store) {
            Holding held = store.holdings.get(lease.run());
            return held != null && held.journal() == this && held.lease().equals(lease);
        }
    }

    @Override
    public void release(Lease lease) {
        synchronized (store) {
            store.holdings
                    .values()
                    .removeIf(it -> it.journal() == this && it.lease().equals(lease));
        }
    }

    @Override
    public boolean append(Lease lease, long expected, Instant at, List<Event> events) {
        synchronized (store) {
            Holding held = store.holdings.get(lease.run());
            if (held == null || held.journal() != this || !held.lease().equals(lease)) {
                return false;
            }
            Appending.check(lease.run(), expected, events);
            List<Entry> all = store.entries.getOrDefault(lease.run(), new ArrayList<>());
            if (expected != all.size() + 1) {
                return false;
            }
            for (Event event : events) {
                all.add(new Entry(all.size() + 1L, at.truncatedTo(ChronoUnit.MILLIS), event));
            }
            store.entries.putIfAbsent(lease.run(), all);
            return true;
        }
    }

    @Override
    public long ask(RunId run, Request request) {
        synchronized (store) {
            store.changes++;
            store.inbox.add(new Row(run, request));
            return store.inbox.size();
        }
    }

    @Override
    public List<Asked> asked(RunId run, long after) {
        synchronized (store) {
            List<Asked> asked = new ArrayList<>();
            for (int item = (int) after; item < store.inbox.size(); item++) {
                if (store.inbox.get(item).run().equals(run)) {
                    asked.add(new Asked(item + 1L, store.inbox.get(item).request()));
                }
            }
            return asked;
        }
    }

    @Override
    public long version() {
        synchronized (store) {
            return store.changes;
        }
    }

    @Override
    public void progress(RunId run, StepId step, Progress progress, Instant at) {
        synchronized (store) {
            store.progress.computeIfAbsent(run, _ -> new LinkedHashMap<>()).put(step, progress);
        }
    }

    @Override
    public Map<StepId, Progress> progress(RunId run) {
        synchronized (store) {
            return Map.copyOf(store.progress.getOrDefault(run, Map.of()));
        }
    }

    @Override
    public void close() {
        synchronized (store) {
            store.holdings.values().removeIf(it -> it.journal() == this);
        }
    }

    /// What outlives the journals on it.
    public static final class Store {
        private final SequencedMap<RunId, List<Entry>> entries = new LinkedHashMap<>();
        private final Map<RunId, Long> fences = new LinkedHashMap<>();
        private final Map<RunId, Holding> holdings = new LinkedHashMap<>();
        private final Map<RunId, Map<StepId, Progress>> progress = new LinkedHashMap<>();
        private final List<Row> inbox = new ArrayList<>();
        private long changes;
    }

    private record Holding(MemoryJournal journal, Lease lease, String holder) {}

    private record Row(RunId run, Request request) {}
}
