package gotthard.signing;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.SequencedMap;
import java.util.regex.Pattern;

/// What somebody states about one thing: an in-toto Statement v1 with one subject and a predicate of texts.
///
/// @param predicateType the URI that says what the fields mean
/// @param subject what it is about, by name
/// @param sha256 of the subject, in lower-case hexadecimal
/// @param fields the predicate's members, in their order
public record Statement(
        String predicateType, String subject, String sha256, SequencedMap<String, String> fields) {
    private static final String TYPE = "https://in-toto.io/Statement/v1";
    private static final Pattern DIGEST = Pattern.compile("[0-9a-f]{64}");

    public Statement {
        if (!DIGEST.matcher(sha256).matches()) {
            throw new IllegalArgumentException("a SHA-256 has 64 hexadecimal digits: " + sha256);
        }
        fields = Collections.unmodifiableSequencedMap(new LinkedHashMap<>(fields));
    }

    /// The bytes that are signed: JSON without spaces.
    public byte[] bytes() {
        var predicate = Json.Members.empty();
        fields.forEach(predicate::with);
        return Json.Members.empty()
                .with("_type", TYPE)
                .with(
                        "subject",
                        new Json.Items(
                                java.util.List.of(
                                        Json.Members.empty()
                                                .with("name", subject)
                                                .with(
                                                        "digest",
                                                        Json.Members.empty()
                                                                .with("sha256", sha256)))))
                .with("predicateType", predicateType)
                .with("predicate", predicate)
                .write()
                .getBytes(StandardCharsets.UTF_8);
    }

    /// A field; empty where the statement lacks it.
    public String field(String name) {
        return fields.getOrDefault(name, "");
    }

    static Statement read(byte[] bytes) {
        Json.Members root = Json.read(utf8(bytes));
        if (!root.text("_type").equals(TYPE)) {
            throw new Malformed("it is no in-toto Statement v1");
        }
        Json.Members subject = root.only("subject");
        String sha256 = subject.object("digest").text("sha256");
        if (!DIGEST.matcher(sha256).matches()) {
            throw new Malformed("its subject has no SHA-256 in lower-case hexadecimal");
        }
        var fields = new LinkedHashMap<String, String>();
        Json.Members predicate = root.object("predicate");
        predicate.members().keySet().forEach(name -> fields.put(name, predicate.text(name)));
        return new Statement(root.text("predicateType"), subject.text("name"), sha256, fields);
    }

    private static String utf8(byte[] bytes) {
        try {
            return StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
        } catch (CharacterCodingException _) {
            throw new Malformed("it is no UTF-8");
        }
    }
}
