package gotthard.journal;

import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.function.Function;

/// Puts a value together from its [Parts]; the inverse of [Splitting].
///
/// Where the words are erased, a text reads `(erased)`, bytes and lists are empty.
final class Joining {
    static final String ERASED = "(erased)";

    private final Json.Members facts;
    private final Json.Members words;
    private final Words state;

    private Joining(Json.Members facts, Json.Members words, Words state) {
        this.facts = facts;
        this.words = words;
        this.state = state;
    }

    static Joining of(Parts parts) {
        return new Joining(parts.facts(), parts.words(), Words.APART);
    }

    static Joining erased(Json.Members facts) {
        return new Joining(facts, Json.Members.NONE, Words.ERASED);
    }

    static Joining allWords(Json.Members both) {
        return new Joining(both, both, Words.WITH_FACTS);
    }

    boolean isErased() {
        return state == Words.ERASED;
    }

    /// Which alternative this is.
    String is() {
        return text(facts, "is");
    }

    long number(String key) {
        if (facts.values().get(key) instanceof Json.Whole(long number)) {
            return number;
        }
        throw new Unreadable("it has no number \"" + key + "\"");
    }

    int small(String key) {
        return Math.toIntExact(number(key));
    }

    <E extends Enum<E>> E choice(String key, Class<E> type) {
        String name = text(facts, key);
        for (E constant : type.getEnumConstants()) {
            if (constant.name().equals(name)) {
                return constant;
            }
        }
        throw new Unreadable("\"" + key + "\" has the unknown value \"" + name + "\"");
    }

    Instant instant(String key) {
        try {
            return Instant.parse(text(facts, key));
        } catch (DateTimeException e) {
            throw new Unreadable("\"" + key + "\" is no time");
        }
    }

    String digest(String key) {
        return text(facts, key);
    }

    List<Long> numbers(String key) {
        List<Long> numbers = new ArrayList<>();
        for (Json item : items(facts, key)) {
            if (!(item instanceof Json.Whole(long number))) {
                throw new Unreadable("\"" + key + "\" has something else than numbers");
            }
            numbers.add(number);
        }
        return numbers;
    }

    boolean hasFact(String key) {
        return facts.values().containsKey(key);
    }

    boolean hasWord(String key) {
        return words.values().containsKey(key);
    }

    String word(String key) {
        return isErased() ? ERASED : text(words, key);
    }

    byte[] bytes(String key) {
        if (isErased()) {
            return new byte[0];
        }
        try {
            return Base64.getDecoder().decode(text(words, key));
        } catch (IllegalArgumentException e) {
            throw new Unreadable("\"" + key + "\" is no base64");
        }
    }

    List<String> texts(String key) {
        if (isErased()) {
            return List.of();
        }
        List<String> texts = new ArrayList<>();
        for (Json item : items(words, key)) {
            if (!(item instanceof Json.Text(String text))) {
                throw new Unreadable("\"" + key + "\" has something else than texts");
            }
            texts.add(text);
        }
        return texts;
    }

    <T> List<T> each(String key, Function<Joining, T> how) {
        if (isErased()) {
            return List.of();
        }
        List<T> values = new ArrayList<>();
        for (Json item : items(words, key)) {
            if (!(item instanceof Json.Members members)) {
                throw new Unreadable("\"" + key + "\" has something else than objects");
            }
            values.add(how.apply(allWords(members)));
        }
        return values;
    }

    Joining within(String key) {
        Json.Members partFacts = members(facts, key);
        if (state == Words.WITH_FACTS) {
            return allWords(partFacts);
        }
        Json.Members partWords = hasWord(key) ? members(words, key) : Json.Members.NONE;
        return new Joining(partFacts, partWords, state);
    }

    private static String text(Json.Members members, String key) {
        if (members.values().get(key) instanceof Json.Text(String text)) {
            return text;
        }
        throw new Unreadable("it has no text \"" + key + "\"");
    }

    private static List<Json> items(Json.Members members, String key) {
        if (members.values().get(key) instanceof Json.Items(List<Json> items)) {
            return items;
        }
        throw new Unreadable("it has no list \"" + key + "\"");
    }

    private static Json.Members members(Json.Members members, String key) {
        if (members.values().get(key) instanceof Json.Members part) {
            return part;
        }
        throw new Unreadable("it has no part \"" + key + "\"");
    }

    private enum Words {
        APART,
        WITH_FACTS,
        ERASED
    }
}
