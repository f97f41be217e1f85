package gotthard.cli;

import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;

/// The completion script for fish (`complete`, its documentation): verbs first, then the options of the verb that was typed.
final class FishCompletion {
    private final String name;
    private final StringBuilder script = new StringBuilder();

    private FishCompletion(String name) {
        this.name = name;
    }

    static String of(String name) {
        var completion = new FishCompletion(name);
        for (Verb verb : Verbs.ALL) {
            completion.verb(verb);
        }
        return completion.script.toString();
    }

    private void verb(Verb verb) {
        script.append(
                "complete -c %s -n __fish_use_subcommand -f -a %s -d %s%n"
                        .formatted(name, verb.name(), quoted(verb.summary())));
        CommandSpec spec = Gotthard.commandLine(verb, verb.task().get()).getCommandSpec();
        for (OptionSpec option : spec.options()) {
            option(verb, option);
        }
    }

    private void option(Verb verb, OptionSpec option) {
        script.append(
                "complete -c %s -n '__fish_seen_subcommand_from %s'".formatted(name, verb.name()));
        for (String one : option.names()) {
            script.append(one.startsWith("--") ? " -l " : " -s ")
                    .append(one.replaceFirst("^-+", ""));
        }
        if (option.arity().max() > 0) {
            script.append(" -r");
        }
        script.append(" -d ").append(quoted(String.join(" ", option.description()))).append('\n');
    }

    /// As one word of fish.
    private static String quoted(String text) {
        return "'" + text.replace("\\", "\\\\").replace("'", "\\'").replace("\n", " ") + "'";
    }
}
