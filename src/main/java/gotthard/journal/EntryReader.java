package gotthard.journal;

import gotthard.action.Blob;

import java.util.ArrayList;
import java.util.List;

/// Reads one run's stored entries in order and believes none of them before its chain holds.
final class EntryReader {
    private final RunId run;
    private final Upcasts upcasts;
    private final List<Entry> entries = new ArrayList<>();
    private RunNames names;
    private long last;
    private Blob chain;

    private EntryReader(RunId run, Upcasts upcasts, RunNames names, long last, Blob chain) {
        this.run = run;
        this.upcasts = upcasts;
        this.names = names;
        this.last = last;
        this.chain = chain;
    }

    static EntryReader fromStart(RunId run, Upcasts upcasts) {
        return new EntryReader(run, upcasts, RunNames.ERASED, 0, Blob.of(Chain.START));
    }

    static EntryReader after(RunId run, Upcasts upcasts, RunNames names, long last, Blob chain) {
        return new EntryReader(run, upcasts, names, last, chain);
    }

    /// Takes the next row: `seq, kind, body, chain`, and from the words `salt, coding, content`.
    ///
    /// @throws Damaged when it is not what was written
    void take(Database.Row row) {
        try {
            entries.add(read(row));
        } catch (Unreadable e) {
            throw new Damaged(run, last + 1, e.what());
        }
    }

    /// Checks that this is all that there was.
    void end(long headLast, Blob headChain) {
        if (last < headLast) {
            throw new Damaged(run, last + 1, "it is missing, the last one was " + headLast);
        }
        if (last > headLast) {
            throw new Damaged(run, headLast + 1, "something else than gotthard added it");
        }
        if (!chain.equals(headChain)) {
            throw new Damaged(run, last, "the record of where the journal ends does not fit it");
        }
    }

    List<Entry> entries() {
        return entries;
    }

    RunNames names() {
        return names;
    }

    long last() {
        return last;
    }

    private Entry read(Database.Row row) {
        long seq = row.number(0);
        if (seq != last + 1) {
            throw new Unreadable("it is missing, the next one is " + seq);
        }
        Blob body = row.blob(2);
        Blob next = Blob.of(Chain.next(chain.bytes(), body.bytes()));
        if (!next.equals(row.blob(3))) {
            throw new Unreadable("it, or its place in the chain, was changed");
        }
        Json.Members facts = JsonText.members(body.bytes());
        Joining envelope = Joining.erased(facts);
        if (envelope.number("seq") != seq || !envelope.digest("kind").equals(row.text(1))) {
            throw new Unreadable("its number or kind was changed");
        }
        StoredWords words = StoredWords.of(envelope, row);
        var stored = new Upcasts.Versioned(row.text(1), new Parts(facts, words.members()));
        Upcasts.Versioned newest = upcasts.newest(stored);
        Entry entry = Leaf.entry(newest, words.areErased(), names);
        if (entry.event() instanceof Event.RunOpened(var opening) && !words.areErased()) {
            names = RunNames.of(Blob.of(Joining.of(newest.parts()).bytes("salt")), opening);
            if (!envelope.digest("run").equals(names.tag(run))) {
                throw new Unreadable("it opens another run");
            }
        }
        last = seq;
        chain = next;
        return entry;
    }
}
