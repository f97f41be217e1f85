package gotthard.journal;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.SequencedMap;
import java.util.function.BiConsumer;
import java.util.function.Consumer;

/// Takes a value apart into [Parts]. Keys keep the order in which they are given. [Joining] is its
/// inverse.
final class Splitting {
    private final SequencedMap<String, Json> facts;
    private final SequencedMap<String, Json> words;

    private final boolean isApart;

    private Splitting(
            SequencedMap<String, Json> facts, SequencedMap<String, Json> words, boolean isApart) {
        this.facts = facts;
        this.words = words;
        this.isApart = isApart;
    }

    static Splitting empty() {
        return new Splitting(new LinkedHashMap<>(), new LinkedHashMap<>(), true);
    }

    /// For what may be erased as a whole, facts included.
    static Splitting allWords() {
        SequencedMap<String, Json> both = new LinkedHashMap<>();
        return new Splitting(both, both, false);
    }

    Parts parts() {
        return new Parts(new Json.Members(facts), new Json.Members(words));
    }

    /// Which alternative this is.
    Splitting is(String alternative) {
        facts.put("is", new Json.Text(alternative));
        return this;
    }

    Splitting fact(String key, long number) {
        facts.put(key, new Json.Whole(number));
        return this;
    }

    Splitting fact(String key, Enum<?> choice) {
        facts.put(key, new Json.Text(choice.name()));
        return this;
    }

    Splitting fact(String key, Instant at) {
        facts.put(key, new Json.Text(at.toString()));
        return this;
    }

    /// @param hex a salted digest
    Splitting digest(String key, String hex) {
        facts.put(key, new Json.Text(hex));
        return this;
    }

    Splitting facts(String key, Collection<Long> numbers) {
        List<Json> items = new ArrayList<>();
        numbers.forEach(number -> items.add(new Json.Whole(number)));
        facts.put(key, new Json.Items(items));
        return this;
    }

    Splitting word(String key, String text) {
        words.put(key, new Json.Text(text));
        return this;
    }

    Splitting word(String key, byte[] content) {
        words.put(key, base64(content));
        return this;
    }

    /// What [Joining#bytes] reads.
    static Json base64(byte[] content) {
        return new Json.Text(Base64.getEncoder().encodeToString(content));
    }

    Splitting words(String key, Collection<String> texts) {
        List<Json> items = new ArrayList<>();
        texts.forEach(text -> items.add(new Json.Text(text)));
        words.put(key, new Json.Items(items));
        return this;
    }

    /// A list of any length: its elements go wholly into the words, how many they are is for the
    /// caller to state as a fact.
    <T> Splitting each(String key, Collection<T> values, BiConsumer<Splitting, T> how) {
        List<Json> items = new ArrayList<>();
        for (T value : values) {
            Splitting item = allWords();
            how.accept(item, value);
            items.add(new Json.Members(item.words));
        }
        words.put(key, new Json.Items(items));
        return this;
    }

    /// A part with facts and words of its own.
    Splitting within(String key, Consumer<Splitting> how) {
        Splitting part = isApart ? empty() : allWords();
        how.accept(part);
        facts.put(key, new Json.Members(part.facts));
        if (isApart && !part.words.isEmpty()) {
            words.put(key, new Json.Members(part.words));
        }
        return this;
    }
}
