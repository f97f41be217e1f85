package gotthard.cli;

import gotthard.problem.Suggestion;

import picocli.CommandLine;

import java.util.List;
import java.util.Locale;

/// Prints why nothing came of a command.
final class Complaints {
    private final Surroundings surroundings;
    private final List<String> arguments;

    Complaints(Surroundings surroundings, String[] arguments) {
        this.surroundings = surroundings;
        this.arguments = List.of(arguments);
    }

    void print(Trouble trouble) {
        if (Format.isJsonAskedFor(arguments)) {
            surroundings
                    .out()
                    .println(
                            JsonLine.of("trouble")
                                    .put("exit", trouble.exit().code())
                                    .put("what", trouble.what())
                                    .put("next", trouble.next())
                                    .text());
            return;
        }
        surroundings.err().println("gotthard: " + trouble.what());
        surroundings.err().println("  → " + trouble.next());
    }

    void print(Throwable bug) {
        if (Format.isJsonAskedFor(arguments)) {
            surroundings
                    .out()
                    .println(
                            JsonLine.of("bug")
                                    .put("exit", Exit.BUG.code())
                                    .put("what", bug.toString())
                                    .put("version", Version.text())
                                    .text());
        }
        surroundings.err().println("gotthard: this is a bug: " + bug);
        surroundings
                .err()
                .println(
                        "  → run it again with --debug, and report the command and all that it prints in the"
                                + " project's issue tracker");
        surroundings.err().println("  → this is gotthard " + Version.text() + ", Java " + java());
        if (arguments.contains(Options.DEBUG)) {
            bug.printStackTrace(surroundings.err());
        }
    }

    /// What was typed that the verb does not know.
    static Trouble unmatched(Verb verb, CommandLine commandLine, List<String> words) {
        String word = words.getFirst();
        if (!word.startsWith("-")) {
            return Trouble.badUse(
                    "gotthard " + verb.name() + " does not know what to do with \"" + word + "\"",
                    "see gotthard " + verb.name() + " --help");
        }
        String option = word.split("=", 2)[0];
        return Trouble.badUse(
                "gotthard " + verb.name() + " has no option " + option,
                Suggestion.didYouMean(
                                option,
                                commandLine.getCommandSpec().optionsMap().keySet().stream()
                                        .filter(name -> name.startsWith("--"))
                                        .toList())
                        .orElse("see gotthard " + verb.name() + " --help"));
    }

    static String lowered(String message) {
        return message.substring(0, 1).toLowerCase(Locale.ROOT) + message.substring(1);
    }

    private static Runtime.Version java() {
        return Runtime.version();
    }
}
