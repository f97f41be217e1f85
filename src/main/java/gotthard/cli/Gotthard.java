package gotthard.cli;

import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// The command line: finds the verb, reads its options, runs it, and turns whatever came of it into an exit code.
final class Gotthard {
    private static final Set<String> FOR_HELP = Set.of("help", "-h", Options.HELP);
    private static final Set<String> FOR_VERSION = Set.of("version", "-V", "--version");

    private final Surroundings surroundings;

    Gotthard(Surroundings surroundings) {
        this.surroundings = surroundings.veiled();
    }

    Exit run(String... arguments) {
        if (asksForDebug(arguments)) {
            // Before anything is parsed: the first logger may be made by then.
            Logging.debug(Format.isJsonAskedFor(List.of(arguments)));
        }
        try {
            return start(List.of(arguments));
        } catch (Trouble trouble) {
            new Complaints(surroundings, arguments).print(trouble);
            return trouble.exit();
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
            return Exit.FAILED;
        } catch (RuntimeException | Error bug) {
            new Complaints(surroundings, arguments).print(bug);
            return Exit.BUG;
        } finally {
            surroundings.out().close();
            surroundings.err().close();
        }
    }

    private Exit start(List<String> arguments) throws Trouble, InterruptedException {
        if (arguments.isEmpty()) {
            Overall.help(surroundings.err());
            return Exit.BAD_USE;
        }
        String first = arguments.getFirst();
        if (FOR_HELP.contains(first)) {
            return help(arguments.subList(1, arguments.size()));
        }
        if (FOR_VERSION.contains(first)) {
            surroundings.out().println("gotthard " + Version.text());
            return Exit.DONE;
        }
        if (first.startsWith("-")) {
            throw Trouble.badUse(
                    "the option " + first + " stands before the verb",
                    "write the verb first: gotthard VERB " + first);
        }
        return run(verb(first), arguments.subList(1, arguments.size()));
    }

    private Exit help(List<String> words) throws Trouble {
        Optional<String> about = words.stream().filter(word -> !word.startsWith("-")).findFirst();
        if (about.isEmpty()) {
            Overall.help(surroundings.out());
            return Exit.DONE;
        }
        Verb verb = verb(about.get());
        return usage(commandLine(verb, verb.task().get()));
    }

    private static Verb verb(String name) throws Trouble {
        return Verbs.named(name)
                .orElseThrow(
                        () ->
                                Trouble.badUse(
                                        "there is no verb \"" + name + "\"",
                                        Verbs.didYouMean(name)
                                                .orElse("gotthard --help lists them")));
    }

    private Exit run(Verb verb, List<String> arguments) throws Trouble, InterruptedException {
        Task task = verb.task().get();
        CommandLine commandLine = commandLine(verb, task);
        ParseResult parsed = parse(verb, commandLine, arguments);
        if (parsed.isUsageHelpRequested()) {
            return usage(commandLine);
        }
        return task.run(
                new Call(
                        parsed, Console.of(parsed, surroundings, task.printsYaml()), surroundings));
    }

    private Exit usage(CommandLine commandLine) {
        surroundings.out().print(commandLine.getUsageMessage(CommandLine.Help.Ansi.OFF));
        return Exit.DONE;
    }

    /// What can be typed behind a verb.
    static CommandLine commandLine(Verb verb, Task task) {
        // Without this, picocli loads JDBC to convert times that no option has.
        System.setProperty("picocli.converters.excludes", "java[.](sql|time)[.].*");
        CommandSpec spec = CommandSpec.create().name("gotthard " + verb.name());
        spec.usageMessage().width(100).abbreviateSynopsis(false).sortOptions(false);
        spec.usageMessage().synopsisHeading("Usage: ").optionListHeading("%nOptions:%n");
        spec.usageMessage().descriptionHeading("%n").parameterListHeading("%n");
        task.declare(spec);
        Options.everywhere(spec);
        return new CommandLine(spec)
                .setUnmatchedOptionsArePositionalParams(false)
                .setOverwrittenOptionsAllowed(true);
    }

    private static ParseResult parse(Verb verb, CommandLine commandLine, List<String> arguments)
            throws Trouble {
        try {
            return commandLine.parseArgs(arguments.toArray(String[]::new));
        } catch (CommandLine.UnmatchedArgumentException unmatched) {
            throw Complaints.unmatched(verb, commandLine, unmatched.getUnmatched());
        } catch (ParameterException bad) {
            throw Trouble.badUse(
                    Complaints.lowered(String.valueOf(bad.getMessage())),
                    "see gotthard " + verb.name() + " --help");
        }
    }

    private static boolean asksForDebug(String[] arguments) {
        return Arrays.asList(arguments).contains(Options.DEBUG);
    }
}
