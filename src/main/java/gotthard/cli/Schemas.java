package gotthard.cli;

import gotthard.action.Kinds;
import gotthard.notice.Notices;
import gotthard.shape.Reference;
import gotthard.shape.Schema;
import gotthard.shape.Shape;

import org.jspecify.annotations.Nullable;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.SequencedMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// Schemas and the reference page, made from the shapes of the documents.
final class Schemas {
    private static final String ID = "urn:gotthard:v1:";

    /// The lines of `--output json`, and the events of `gotthard serve`, whose schemas are written by hand.
    private static final List<String> WRITTEN = List.of("lines", "events");

    /// What hooks are told, likewise.
    private static final String HOOK = "hook";

    private final SequencedMap<String, Shape<?>> shapes;

    Schemas() {
        shapes = DocumentShapes.all(Kinds.installed());
    }

    List<String> kinds() {
        return Stream.of(shapes.keySet().stream(), WRITTEN.stream(), Stream.of(HOOK))
                .flatMap(kinds -> kinds)
                .toList();
    }

    /// JSON Schema of one of the kinds of documents, or of what programs read.
    String of(String kind) {
        if (WRITTEN.contains(kind)) {
            return text(Schemas.class.getResourceAsStream(kind + ".schema.json"));
        }
        if (kind.equals(HOOK)) {
            return text(Notices.class.getResourceAsStream("hook.schema.json"));
        }
        Shape<?> shape = shapes.get(kind);
        if (shape == null) {
            throw new IllegalArgumentException("no kind of document: " + kind);
        }
        return Schema.of(shape, title(kind), ID + kind);
    }

    /// The Markdown page about all kinds of documents and all actions.
    String reference() {
        return shapes.entrySet().stream()
                .map(entry -> Reference.of(entry.getValue(), title(entry.getKey())))
                .collect(Collectors.joining("\n"));
    }

    private static String text(@Nullable InputStream resource) {
        try (InputStream text = Objects.requireNonNull(resource)) {
            return new String(text.readAllBytes(), StandardCharsets.UTF_8).strip();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String title(String kind) {
        return kind.substring(0, 1).toUpperCase(Locale.ROOT) + kind.substring(1);
    }
}
