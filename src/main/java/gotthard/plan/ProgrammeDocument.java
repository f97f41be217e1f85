package gotthard.plan;

import gotthard.document.DocumentKind;
import gotthard.problem.Checked;
import gotthard.shape.Names;
import gotthard.shape.Shape;

import java.util.List;

/// Reads programmes.
public final class ProgrammeDocument {
    private ProgrammeDocument() {}

    /// The programme in a text, or all that is wrong with it.
    ///
    /// @param source the text's name as the user gave it
    public static Checked<Programme> read(String source, String text) {
        return kind(source).read(source, text, Names.unchecked());
    }

    /// What a programme looks like, for schema and reference.
    public static Shape<?> shape() {
        return kind("").shape();
    }

    private record Metadata(String name, String title) {}

    private static DocumentKind<Programme> kind(String source) {
        return DocumentKind.of(
                "Programme",
                metadata(),
                spec(),
                (metadata, phases) ->
                        new Programme(source, metadata.name(), metadata.title(), phases));
    }

    private static Shape<Metadata> metadata() {
        return Shape.object(
                fields -> {
                    var name = fields.required("name", Shape.name(), "the name of the programme");
                    var title =
                            fields.required(
                                    "title", Shape.text(), "what will be so when it is done");
                    return values -> new Metadata(values.of(name), values.of(title));
                });
    }

    private static Shape<List<Programme.Phase>> spec() {
        return Shape.object(
                fields -> {
                    var phases =
                            fields.required(
                                    "phases", phase().nonEmptyList(), "the plans, in their order");
                    return values -> values.of(phases);
                });
    }

    private static Shape<Programme.Phase> phase() {
        return Shape.object(
                fields -> {
                    var plan =
                            fields.required(
                                    "plan",
                                    Shape.text().located(),
                                    "the plan; a path that starts at the programme's folder");
                    var due = fields.maybe("due", Shape.date(), "when it must be done");
                    return values -> new Programme.Phase(values.of(plan), values.of(due));
                });
    }
}
