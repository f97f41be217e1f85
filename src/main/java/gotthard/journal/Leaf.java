package gotthard.journal;

import gotthard.action.Blob;
import gotthard.graph.StepId;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.random.RandomGenerator;

/// An entry as it is stored: a body for ever, and words that can be erased.
///
/// The body is canonical JSON: `kind`, `seq`, `at` (milliseconds since 1970, UTC), then the tag of the
/// `step` or, in an opening, of the `run`, then the facts of the event, then `words`, the salted digest
/// of the words. An entry without words has no such member.
record Leaf(long seq, String kind, Blob body, Optional<Salted> words) {
    /// What a leaf of a published log may have.
    static final int MAXIMUM_BYTES = 65_535;

    static Leaf of(RunId run, RunNames names, Entry entry, RandomGenerator salts) {
        Parts parts = EventParts.parts(entry.event());
        SequencedMap<String, Json> envelope = new LinkedHashMap<>();
        envelope.put("kind", new Json.Text(EventKinds.kind(entry.event())));
        envelope.put("seq", new Json.Whole(entry.seq()));
        envelope.put("at", new Json.Whole(entry.at().toEpochMilli()));
        Json.Members texts = parts.words();
        if (entry.event() instanceof Event.OfStep ofStep) {
            envelope.put("step", new Json.Text(names.tag(ofStep.step())));
            texts = texts.with("step", new Json.Text(ofStep.step().value()));
        }
        if (entry.event() instanceof Event.RunOpened) {
            envelope.put("run", new Json.Text(names.tag(run)));
            texts = texts.with("salt", Splitting.base64(names.salt().bytes()));
        }
        Json.Members body = new Json.Members(envelope).with(parts.facts());
        if (texts.values().isEmpty()) {
            return leaf(entry, body, Optional.empty());
        }
        Salted words = Salted.of(JsonText.bytes(texts), salts);
        body = body.with("words", new Json.Text(words.digest()));
        return leaf(entry, body, Optional.of(words));
    }

    private static Leaf leaf(Entry entry, Json.Members body, Optional<Salted> words) {
        byte[] bytes = JsonText.bytes(body);
        if (bytes.length > MAXIMUM_BYTES) {
            throw new IllegalArgumentException(
                    "the body of entry " + entry.seq() + " has " + bytes.length + " bytes");
        }
        return new Leaf(entry.seq(), EventKinds.kind(entry.event()), Blob.of(bytes), words);
    }

    /// The entry that these parts are.
    ///
    /// @param erased whether the words are erased, as opposed to none
    static Entry entry(Upcasts.Versioned stored, boolean erased, RunNames names) {
        Json.Members body = stored.parts().facts();
        Joining from = erased ? Joining.erased(body) : Joining.of(stored.parts());
        Instant at = Instant.ofEpochMilli(from.number("at"));
        return new Entry(
                from.number("seq"), at, EventParts.event(stored.kind(), step(from, names), from));
    }

    private static StepId step(Joining from, RunNames names) {
        if (!from.isErased() && from.hasWord("step")) {
            return new StepId(from.word("step"));
        }
        return names.step(from.hasFact("step") ? from.digest("step") : "");
    }
}
