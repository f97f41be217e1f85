package gotthard.journal;

import gotthard.action.Blob;
import gotthard.action.Progress;
import gotthard.graph.StepId;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import java.util.random.RandomGenerator;

/// The journal in the tables of a database. Several processes may have it open; threads may share it.
public final class StoredJournal implements Journal {
    private final Database database;
    private final EntryStore store;
    private final Snapshots snapshots;
    private final Leases leases;
    private final String toolVersion;
    private final RandomGenerator salts;
    private final Upcasts upcasts;
    private final Map<RunId, RunNames> names = new ConcurrentHashMap<>();

    private StoredJournal(Database database, Leases leases, Tool tool) {
        this.database = database;
        this.store = new EntryStore(database);
        this.snapshots = new Snapshots(database, tool.version());
        this.leases = leases;
        this.toolVersion = tool.version();
        this.salts = tool.salts();
        this.upcasts = tool.upcasts();
    }

    /// Opens the journal at a place, and makes what is missing.
    ///
    /// @param environment where the password of a server may be
    /// @param toolVersion of this program, for messages
    /// @param salts where unguessable numbers come from: a `SecureRandom`
    /// @throws JournalUnusable when a person has to mend something first
    public static StoredJournal open(
            StateLocation where,
            Map<String, String> environment,
            String toolVersion,
            RandomGenerator salts) {
        return switch (where) {
            case StateLocation.Folder(var path) -> SqliteJournal.open(path, toolVersion, salts);
            case StateLocation.Server(var address) ->
                    PostgresqlJournal.open(address, environment, toolVersion, salts);
        };
    }

    /// Whether there may be a journal at a place, so that who only reads need not make one.
    public static boolean isAt(StateLocation where) {
        return switch (where) {
            case StateLocation.Folder(var path) -> SqliteJournal.isAt(path);
            case StateLocation.Server _ -> true;
        };
    }

    static StoredJournal on(Dialect dialect, Function<Database, Leases> leases, Tool tool) {
        Database database = Database.open(dialect);
        boolean isReady = false;
        try {
            Schema.bringUpToDate(database);
            isReady = true;
        } finally {
            if (!isReady) {
                database.close();
            }
        }
        return new StoredJournal(database, leases.apply(database), tool);
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

    @Override
    public List<Entry> entries(RunId run, long after, int most) {
        if (after == 0) {
            return read(run, EntryReader.fromStart(run, upcasts), most);
        }
        Optional<Blob> chain = store.chainAt(run, after);
        return chain.isEmpty()
                ? Journal.super.entries(run, after, most)
                : read(run, EntryReader.after(run, upcasts, names(run), after, chain.get()), most);
    }

    private List<Entry> read(RunId run, EntryReader reader, int most) {
        store.read(run, reader, most);
        if (!reader.names().areErased()) {
            names.put(run, reader.names());
        }
        return reader.entries();
    }

    @Override
    public void keep(Lease lease, RunState state) {
        snapshots.keep(lease, state);
    }

    @Override
    public Optional<RunState> glance(RunId run) {
        Optional<Snapshot> snapshot = snapshots.of(run);
        Optional<RunState> then = snapshot.flatMap(Snapshot::state);
        if (snapshot.isEmpty() || then.isEmpty()) {
            return state(run);
        }
        RunNames known = names.getOrDefault(run, RunNames.ERASED);
        var reader =
                EntryReader.after(
                        run, upcasts, known, snapshot.get().seq(), snapshot.get().chain());
        store.read(run, reader);
        return Optional.of(then.get().after(reader.entries()));
    }

    private List<Entry> read(RunId run, EntryReader reader) {
        return read(run, reader, Integer.MAX_VALUE);
    }

    private RunNames names(RunId run) {
        if (!names.containsKey(run)) {
            read(run, EntryReader.fromStart(run, upcasts));
        }
        return names.getOrDefault(run, RunNames.ERASED);
    }

    @Override
    public Acquired acquire(RunId run, String holder) {
        Schema.checkWritable(database);
        Acquired acquired = leases.acquire(run, holder);
        if (acquired instanceof Acquired.Granted(var lease)) {
            boolean isContinuable = false;
            try {
                new Continuable(database, upcasts, toolVersion).check(run, this);
                isContinuable = true;
            } finally {
                if (!isContinuable) {
                    leases.release(lease);
                }
            }
        }
        return acquired;
    }

    @Override
    public Optional<String> holder(RunId run) {
        return leases.holder(run);
    }

    @Override
    public boolean beat(Lease lease) {
        return leases.beat(lease);
    }

    @Override
    public void release(Lease lease) {
        leases.release(lease);
    }

    @Override
    public boolean append(Lease lease, long expected, Instant at, List<Event> events) {
        if (!leases.held(lease.run()).equals(Optional.of(lease))) {
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

    /// Writes one consistent state of all runs.
    void write(StateLines lines, Instant now) {
        new StateCopy(database, upcasts).write(lines, now);
    }

    /// Reads runs into a journal that has none.
    void read(StateReader lines, Instant now) {
        new StateCopy(database, upcasts).read(lines, now);
    }

    /// Begins a run of which nothing is left but what carries its keys at the sites.
    ///
    /// @param now its fences go on from the seconds since 1970, above all that the lost state gave
    /// @return whether nobody else has the run
    public boolean rebuild(RunId run, Opening opening, Instant now) {
        database.write(
                it -> {
                    it.run(Sql.OLD_FENCE, run.value(), now.getEpochSecond());
                    return true;
                });
        if (!(acquire(run, "rebuilding") instanceof Acquired.Granted(var lease))) {
            return false;
        }
        List<Event> events =
                List.of(new Event.RunOpened(opening), new Event.RunImported(Instant.EPOCH));
        boolean isWritten = append(lease, 1, now, events);
        release(lease);
        return isWritten;
    }

    /// Lets the database grow to so many pages only, as a full disk does.
    void limitPages(int pages) {
        database.alone(() -> database.first("pragma max_page_count = " + pages));
    }

    @Override
    public long ask(RunId run, Request request) {
        Schema.checkWritable(database);
        return new Inbox(database).put(run, request);
    }

    @Override
    public List<Asked> asked(RunId run, long after) {
        return new Inbox(database).after(run, after);
    }

    @Override
    public long version() {
        return database.version();
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
        leases.releaseAll();
        database.close();
    }

    /// What opens a journal.
    ///
    /// @param version of this program, for messages
    /// @param salts where unguessable numbers come from
    record Tool(String version, RandomGenerator salts, Upcasts upcasts) {}
}
