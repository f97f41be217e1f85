package gotthard.cli;

import gotthard.terminal.Looks;

import picocli.CommandLine.ParseResult;

import java.io.PrintStream;
import java.util.Locale;

/// Where a verb prints: results on the standard output, the rest on the standard error.
record Console(PrintStream out, PrintStream err, Format format, boolean isQuiet, Looks looks) {
    /// @param printsYaml whether the verb has something to print as YAML
    static Console of(ParseResult parsed, Surroundings surroundings, boolean printsYaml)
            throws Trouble {
        String output = parsed.matchedOptionValue(Options.OUTPUT, "text");
        Format format = format(output, printsYaml);
        Looks looks = looks(surroundings);
        return new Console(
                surroundings.out(),
                surroundings.err(),
                format,
                parsed.hasMatchedOption(Options.QUIET),
                parsed.hasMatchedOption(Options.NO_COLOR) ? looks.withoutColour() : looks);
    }

    private static Format format(String output, boolean printsYaml) throws Trouble {
        String wanted = output.toLowerCase(Locale.ROOT);
        if (wanted.equals("yaml") && printsYaml) {
            return Format.YAML;
        }
        return switch (wanted) {
            case "text" -> Format.TEXT;
            case "json" -> Format.JSON;
            default ->
                    throw Trouble.badUse(
                            "there is no output \"" + output + "\"",
                            printsYaml
                                    ? "write --output text, --output json or --output yaml"
                                    : "write --output text or --output json");
        };
    }

    /// As wide as the terminal is, unless `COLUMNS` says otherwise.
    private static Looks looks(Surroundings surroundings) {
        Looks looks = Looks.of(surroundings.environment(), surroundings.isTerminal());
        if (!looks.isLive() || !surroundings.variable("COLUMNS").isEmpty()) {
            return looks;
        }
        return looks.withWidth(TerminalSize.width().orElse(looks.width()));
    }

    boolean isJson() {
        return format == Format.JSON;
    }

    /// A line of the result, for people.
    void result(String line) {
        if (!isJson()) {
            out.println(line);
        }
    }

    /// A line of the result, for programs.
    void json(JsonLine line) {
        if (isJson()) {
            out.println(line.text());
        }
    }

    /// A remark for people, which `--quiet` drops.
    void say(String line) {
        if (!isJson() && !isQuiet) {
            out.println(line);
        }
    }
}
