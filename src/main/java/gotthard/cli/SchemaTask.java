package gotthard.cli;

import gotthard.problem.Suggestion;

import picocli.CommandLine.Model.CommandSpec;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/// `gotthard schema`.
final class SchemaTask implements Task {
    private static final String REFERENCE = "--reference";
    private static final String INTO = "--into";

    @Override
    public void declare(CommandSpec spec) {
        Options.about(
                spec,
                "Prints the JSON Schema of a kind of document, for editors, of the lines of --output json or of the"
                        + " events of gotthard serve, for programs; or the reference of all documents as Markdown.",
                "gotthard schema plan",
                "gotthard schema -o schemas",
                "gotthard schema --reference > reference.md");
        Options.words(
                spec,
                "0..1",
                "KIND",
                "inventory, plan, policy, programme, lines, events or hook; without one, all.");
        Options.flag(spec, "Print the reference page instead.", REFERENCE);
        Options.value(
                spec, "DIR", "Write files like plan.schema.json into this folder.", "-o", INTO);
    }

    @Override
    public Exit run(Call call) throws Trouble {
        if (call.has(REFERENCE)) {
            print(call, "reference", new Schemas().reference());
            return Exit.DONE;
        }
        var schemas = new Schemas();
        List<String> kinds = kinds(call, schemas.kinds());
        Optional<String> folder = call.text(INTO);
        if (folder.isPresent()) {
            write(call, schemas, kinds, Path.of(folder.get()));
            return Exit.DONE;
        }
        if (kinds.size() > 1) {
            throw Trouble.badUse(
                    "no kind of document is named",
                    "name one of " + String.join(", ", kinds) + ", or a folder with " + INTO);
        }
        print(call, kinds.getFirst(), schemas.of(kinds.getFirst()));
        return Exit.DONE;
    }

    /// The text as it is; for programs as the value of `text`.
    private static void print(Call call, String kind, String text) {
        if (call.console().isJson()) {
            call.console().json(JsonLine.of("schema").put("kind", kind).put("text", text));
            return;
        }
        call.surroundings().out().println(text);
    }

    private static List<String> kinds(Call call, List<String> known) throws Trouble {
        if (call.words().isEmpty()) {
            return known;
        }
        String kind = call.words().getFirst();
        if (!known.contains(kind)) {
            throw Trouble.badUse(
                    "there is no kind of document \"" + kind + "\"",
                    Suggestion.didYouMean(kind, known)
                            .orElse("there are " + String.join(", ", known)));
        }
        return List.of(kind);
    }

    private static void write(Call call, Schemas schemas, List<String> kinds, Path folder)
            throws Trouble {
        try {
            Files.createDirectories(folder);
            for (String kind : kinds) {
                Path file = folder.resolve(kind + ".schema.json");
                Files.writeString(file, schemas.of(kind) + "\n");
                call.console().say(file.toString());
                call.console().json(JsonLine.of("file").put("file", file.toString()));
            }
        } catch (IOException broken) {
            throw Trouble.failed(
                    "the folder " + folder + " can't be written: " + broken.getMessage(),
                    "make it writable, or name another with " + INTO);
        }
    }
}
