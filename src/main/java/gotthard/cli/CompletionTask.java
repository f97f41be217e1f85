package gotthard.cli;

import picocli.AutoComplete;
import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;

import java.util.List;

/// `gotthard completion`.
final class CompletionTask implements Task {
    private static final String NAME = "gotthard";
    private static final List<String> SHELLS = List.of("bash", "zsh", "fish");

    @Override
    public void declare(CommandSpec spec) {
        Options.about(
                spec,
                "Prints a script by which a shell completes verbs and options of this program when Tab is pressed.",
                "source <(gotthard completion bash)",
                "gotthard completion zsh > ~/.zfunc/_gotthard",
                "gotthard completion fish > ~/.config/fish/completions/gotthard.fish");
        Options.words(spec, "1", "SHELL", "bash, zsh or fish.");
    }

    @Override
    public Exit run(Call call) throws Trouble {
        String shell = call.words().getFirst();
        if (!SHELLS.contains(shell)) {
            throw Trouble.badUse(
                    "there is no completion for \"" + shell + "\"",
                    "there is one for " + String.join(", ", SHELLS));
        }
        // Both shells read the same script: it turns on what zsh has for those of bash.
        String script =
                shell.equals("fish") ? FishCompletion.of(NAME) : AutoComplete.bash(NAME, tree());
        if (call.console().isJson()) {
            call.console().json(JsonLine.of("completion").put("shell", shell).put("text", script));
        } else {
            call.surroundings().out().print(script);
        }
        return Exit.DONE;
    }

    private static CommandLine tree() {
        CommandSpec all = CommandSpec.create().name(NAME);
        for (Verb verb : Verbs.ALL) {
            all.addSubcommand(verb.name(), Gotthard.commandLine(verb, verb.task().get()));
        }
        return new CommandLine(all);
    }
}
