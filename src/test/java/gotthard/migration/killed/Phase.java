package gotthard.migration.killed;

import gotthard.journal.Ending;

import java.io.IOException;
import java.util.List;
import java.util.Set;

/// A part of a migration that one process carries out, and that it may die in.
///
/// @param before what the process finds
/// @param reached what there is when it has ended undisturbed, and nobody has died
/// @param boundaries all that it passed then
record Phase(Verb verb, Ground before, Ending ending, World reached, Set<String> boundaries) {
    /// What is typed.
    enum Verb {
        APPLY,
        ROLLBACK
    }

    static Phase undisturbed(Verb verb, Ground before, Ground ground) throws IOException {
        Tool tool = Tool.of(ground, Fate.spared());
        if (!(typed(verb, tool) instanceof Tool.End.Ended(var ending))) {
            throw new IllegalStateException("nobody killed it");
        }
        World reached = World.of(ground, Tool.state(ground));
        return new Phase(verb, before, ending, reached, tool.fate().passed());
    }

    static Tool.End typed(Verb verb, Tool tool) throws IOException {
        return switch (verb) {
            case APPLY -> tool.apply();
            case ROLLBACK -> tool.rollback();
        };
    }

    /// Boundaries of every kind, the first of each: those that differ in the site, the host, the data or the count are of one kind.
    List<String> oneOfEachKind() {
        var kinds = new java.util.LinkedHashMap<String, String>();
        boundaries.forEach(
                boundary ->
                        kinds.putIfAbsent(
                                boundary.replaceAll("zurich-\\d|moscow", "SITE")
                                        .replaceAll("files-\\d", "HOST")
                                        .replaceAll("suspicious-files|file-metadata", "DATA")
                                        .replaceAll("SITE/HOST ([$<]) [0-9a-f]{8}", "$1")
                                        .replaceAll("intake/files|metadata/?", "DATA")
                                        .replaceAll(" #\\d+$", ""),
                                boundary));
        return List.copyOf(kinds.values());
    }
}
