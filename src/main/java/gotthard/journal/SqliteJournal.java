package gotthard.journal;

import gotthard.action.Blob;
import gotthard.action.Fence;
import gotthard.action.Progress;
import gotthard.graph.StepId;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.random.RandomGenerator;

/// The journal of one folder: a SQLite database, and locks of the operating system for the leases.
/// Several processes may have it open; threads may share it.
public final class SqliteJournal implements Journal {
    private final Database database;
    private final EntryStore store;
    private final Locks locks;
    private final String toolVersion;
    private final RandomGenerator salts;
    private final Upcasts upcasts;
    private final Map<RunId, Held> held = new ConcurrentHashMap<>();
    private final Map<RunId, RunNames> names = new ConcurrentHashMap<>();

    private SqliteJournal(
            Database database,
            Locks locks,
            String toolVersion,
            RandomGenerator salts,
            Upcasts upcasts) {
        this.database = database;
        this.store = new EntryStore(database);
        this.locks = locks;
        this.toolVersion = toolVersion;
        this.salts = salts;
        this.upcasts = upcasts;
    }

    /// Opens the journal of a folder, such as `.gotthard`, and makes both when they are missing.
    ///
    /// @param toolVersion of this program, for messages
    /// @param salts where unguessable numbers come from: a `SecureRandom`
    /// @throws JournalUnusable when a person has to mend something first
    public static SqliteJournal open(Path stateFolder, String toolVersion, RandomGenerator salts) {
        return open(stateFolder, toolVersion, salts, Upcasts.SHIPPED);
    }

    static SqliteJournal open(
            Path stateFolder, String toolVersion, RandomGenerator salts, Upcasts upcasts) {
        StateFolder folder = StateFolder.at(stateFolder);
        var locks = new Locks(folder.locks());
        Database database = Database.open(folder.database());
        boolean isReady = false;
        try {
            Schema.bringUpToDate(database, locks);
            isReady = true;
        } finally {
            if (!isReady) {
                database.close();
            }
        }
        return new SqliteJournal(database, locks, toolVersion, salts, upcasts);
    }

    /// Whether a folder has a journal, so that who only reads need not make one.
    public static boolean isAt(Path stateFolder) {
        return Files.exists(new StateFolder(stateFolder).database());
    }

    @Override
    public List<RunId> runs() {
        return store.runs();
    }

    @Override
    public List<Entry> entries(RunId run, long after) {
        Optional<Blob> chain = after == 0 ? Optional.empty() : store.chainAt(run, after);
        if (chain.isEmpty()) {
            List<Entry> all = read(run, EntryReader.fromStart(run, upcasts));
            return all.subList((int) Math.min(after, all.size()), all.size());
        }
        return read(run, EntryReader.after(run, upcasts, names(run), after, chain.orElseThrow()));
    }

    private List<Entry> read(RunId run, EntryReader reader) {
        store.read(run, reader);
        if (!reader.names().areErased()) {
            names.put(run, reader.names());
        }
        return reader.entries();
    }

    private RunNames names(RunId run) {
        if (!names.containsKey(run)) {
            read(run, EntryReader.fromStart(run, upcasts));
        }
        return names.getOrDefault(run, RunNames.ERASED);
    }

    @Override
    public Acquired acquire(RunId run, String holder) {
        Optional<Locks.Lock> lock = locks.tryLock(run.value());
        if (lock.isEmpty()) {
            return new Acquired.Taken(holderOf(run));
        }
        boolean isGranted = false;
        try {
            new Continuable(database, upcasts, toolVersion).check(run, this);
            var lease = new Lease(run, new Fence(raisedFence(run, holder)));
            held.put(run, new Held(lease, lock.get()));
            isGranted = true;
            return new Acquired.Granted(lease);
        } finally {
            if (!isGranted) {
                lock.get().close();
            }
        }
    }

    private String holderOf(RunId run) {
        return database.read(
                it ->
                        it.first("select holder from lease where run = ?", run.value())
                                .map(row -> row.text(0))
                                .orElse("another process"));
    }

    private long raisedFence(RunId run, String holder) {
        return database.write(
                it -> {
                    it.run(Sql.RAISE_FENCE, run.value(), holder);
                    return it.first(Sql.FENCE, run.value()).orElseThrow().number(0);
                });
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
    public boolean append(Lease lease, long expected, Instant at, List<Event> events) {
        Held mine = held.get(lease.run());
        if (mine == null || !mine.lease().equals(lease)) {
            return false;
        }
        Appending.check(lease.run(), expected, events);
        RunNames known = namesFor(lease.run(), events);
        if (known.areErased()) {
            return false;
        }
        List<Leaf> leaves = new ArrayList<>();
        for (Event event : events) {
            var entry =
                    new Entry(expected + leaves.size(), at.truncatedTo(ChronoUnit.MILLIS), event);
            leaves.add(Leaf.of(lease.run(), known, entry, salts));
        }
        boolean isWritten = store.write(lease, expected, leaves);
        if (isWritten) {
            names.put(lease.run(), known);
        }
        return isWritten;
    }

    private RunNames namesFor(RunId run, List<Event> events) {
        if (!events.isEmpty() && events.getFirst() instanceof Event.RunOpened(var opening)) {
            return RunNames.of(Blob.of(Salted.newSalt(salts)), opening);
        }
        return names(run);
    }

    /// Erases the words of an ended run: names, texts, documents, pre-images, and the requests that
    /// it got. Its entries can still be verified and counted, and its steps told apart; the run
    /// cannot be continued.
    void erase(RunId run) {
        store.erase(run);
        names.remove(run);
    }

    /// Lets the database grow to so many pages only, as a full disk does.
    void limitPages(int pages) {
        database.limitPages(pages);
    }

    @Override
    public long ask(RunId run, Request request) {
        return new Inbox(database).put(run, request);
    }

    @Override
    public List<Asked> asked(RunId run, long after) {
        return new Inbox(database).after(run, after);
    }

    @Override
    public long version() {
        return database.dataVersion();
    }

    @Override
    public void progress(RunId run, StepId step, Progress progress, Instant at) {
        new Board(database).put(run, step, progress);
    }

    @Override
    public Map<StepId, Progress> progress(RunId run) {
        return new LinkedHashMap<>(new Board(database).of(run));
    }

    @Override
    public void close() {
        List.copyOf(held.values()).forEach(mine -> release(mine.lease()));
        database.close();
    }

    private record Held(Lease lease, Locks.Lock lock) {}
}
