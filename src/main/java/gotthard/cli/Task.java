package gotthard.cli;

import picocli.CommandLine.Model.CommandSpec;

/// What a verb does. Its class is loaded when the verb is used, and not before.
interface Task {
    /// Declares description, options, parameters and examples.
    void declare(CommandSpec spec);

    /// Does it.
    Exit run(Call call) throws Trouble, InterruptedException;

    /// Whether it has something to print as YAML.
    default boolean printsYaml() {
        return false;
    }
}
