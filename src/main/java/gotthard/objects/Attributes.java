package gotthard.objects;

import gotthard.transfer.Sha256;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/// What an object is told to be beside its content, as its owner set it.
///
/// @param headers by their names in lower case: `content-type`, `cache-control` and the like; only those that are set
/// @param own user metadata, names in lower case and without `x-amz-meta-`
record Attributes(
        SortedMap<String, String> headers,
        SortedMap<String, String> own,
        SortedMap<String, String> tags) {
    Attributes {
        headers = Collections.unmodifiableSortedMap(new TreeMap<>(headers));
        own = Collections.unmodifiableSortedMap(new TreeMap<>(own));
        tags = Collections.unmodifiableSortedMap(new TreeMap<>(tags));
    }

    /// The same with other tags.
    Attributes tagged(Map<String, String> others) {
        return new Attributes(headers, own, new TreeMap<>(others));
    }

    /// The same with other user metadata.
    Attributes with(SortedMap<String, String> others) {
        return new Attributes(headers, others, tags);
    }

    /// The first eight bytes of SHA-256 over all that others than this tool have set.
    long fingerprint() {
        var digest = Sha256.begin();
        add(digest, headers);
        add(digest, Stamp.without(own));
        add(digest, tags);
        return ByteBuffer.wrap(digest.digest()).getLong();
    }

    private static void add(java.security.MessageDigest digest, Map<String, String> values) {
        values.forEach(
                (name, value) ->
                        digest.update(
                                (name + "\0" + value + "\0").getBytes(StandardCharsets.UTF_8)));
        digest.update((byte) '\n');
    }
}
