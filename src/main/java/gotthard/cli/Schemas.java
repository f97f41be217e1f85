package gotthard.cli;

import gotthard.action.Kinds;
import gotthard.shape.Reference;
import gotthard.shape.Schema;
import gotthard.shape.Shape;

import java.util.List;
import java.util.Locale;
import java.util.SequencedMap;
import java.util.stream.Collectors;

/// Schemas and the reference page, made from the shapes of the documents.
final class Schemas {
    private static final String ID = "urn:gotthard:v1:";

    private final SequencedMap<String, Shape<?>> shapes;

    Schemas() {
        shapes = DocumentShapes.all(Kinds.installed());
    }

    List<String> kinds() {
        return List.copyOf(shapes.keySet());
    }

    /// JSON Schema of one of the kinds of documents.
    String of(String kind) {
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

    private static String title(String kind) {
        return kind.substring(0, 1).toUpperCase(Locale.ROOT) + kind.substring(1);
    }
}
