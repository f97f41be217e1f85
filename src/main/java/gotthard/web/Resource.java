package gotthard.web;

import io.javalin.http.Context;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.Objects;

/// A file of the program, which browsers keep and ask about by its digest.
///
/// @param tag of its content, in quotes
record Resource(String type, String text, String tag) {
    static Resource of(Class<?> beside, String name, String type) {
        try (InputStream stream = beside.getResourceAsStream(name)) {
            String text =
                    new String(
                            Objects.requireNonNull(stream, name).readAllBytes(),
                            StandardCharsets.UTF_8);
            return new Resource(
                    type, text, "\"" + HexFormat.of().formatHex(Token.digest(text)) + "\"");
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    void answer(Context context) {
        context.header("Cache-Control", "no-cache");
        context.header("ETag", tag);
        if (tag.equals(context.header("If-None-Match"))) {
            context.status(304);
            return;
        }
        context.contentType(type + "; charset=utf-8").result(text);
    }
}
