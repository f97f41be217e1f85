package gotthard.objects;

import gotthard.action.Key;
import gotthard.transfer.Sha256;

import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/// What this tool writes on an object that it makes, as user metadata.
///
/// It names the object, too: one that somebody copies to another name takes its metadata along, and is theirs.
///
/// @param key of the step that made it, in hexadecimal
/// @param name SHA-256 over the name of the object
/// @param content SHA-256 over what was read at the source
/// @param source the entity tag of the object that was read there; empty where it is not known
record Stamp(String key, Sha256 name, Sha256 content, String source) {
    private static final String PREFIX = "gotthard-";
    private static final String KEY = PREFIX + "key";
    private static final String NAME = PREFIX + "name";
    private static final String CONTENT = PREFIX + "sha256";
    private static final String SOURCE = PREFIX + "source";

    static Stamp of(Key key, String name, Sha256 content, String source) {
        return new Stamp(key.hex(), digest(name), content, bare(source));
    }

    /// The one that an object carries, if it was written for an object of that name.
    static Optional<Stamp> read(Attributes attributes, String name) {
        Map<String, String> own = attributes.own();
        String written = own.getOrDefault(NAME, "");
        String content = own.getOrDefault(CONTENT, "");
        return own.containsKey(KEY) && written.equals(digest(name).hex()) && Sha256.isOne(content)
                ? Optional.of(
                        new Stamp(
                                own.getOrDefault(KEY, ""),
                                new Sha256(written),
                                new Sha256(content),
                                own.getOrDefault(SOURCE, "")))
                : Optional.empty();
    }

    /// User metadata as others have set it.
    static SortedMap<String, String> without(Map<String, String> own) {
        var others = new TreeMap<>(own);
        others.keySet().removeIf(name -> name.startsWith(PREFIX));
        return others;
    }

    boolean isOf(Key other) {
        return key.equals(other.hex());
    }

    /// Whether it was written for the object that the source has under this entity tag.
    boolean isFrom(String tag) {
        return !source.isEmpty() && source.equals(bare(tag));
    }

    private static String bare(String tag) {
        return tag.replaceAll("[^0-9A-Za-z-]", "");
    }

    /// The attributes of the source with this in the place of any other.
    Attributes on(Attributes source) {
        SortedMap<String, String> own = without(source.own());
        own.put(KEY, key);
        own.put(NAME, name.hex());
        own.put(CONTENT, content.hex());
        if (!this.source.isEmpty()) {
            own.put(SOURCE, this.source);
        }
        return source.with(own);
    }

    /// SHA-256 over the name of an object.
    static Sha256 digest(String name) {
        var digest = Sha256.begin();
        digest.update(name.getBytes(StandardCharsets.UTF_8));
        return Sha256.end(digest);
    }
}
