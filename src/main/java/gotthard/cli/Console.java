package gotthard.cli;

import gotthard.terminal.Looks;

import picocli.CommandLine.ParseResult;

import java.io.PrintStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/// Where a verb prints: results on the standard output, the rest on the standard error.
record Console(PrintStream out, PrintStream err, Format format, boolean isQuiet, Looks looks) {
    /// @param printsYaml whether the verb has something to print as YAML
    static Console of(ParseResult parsed, Surroundings surroundings, boolean printsYaml)
            throws Trouble {
        Format format = format(parsed, printsYaml);
        Looks looks = looks(surroundings);
        return new Console(
                surroundings.out(),
                surroundings.err(),
                format,
                parsed.hasMatchedOption(Options.QUIET),
                parsed.hasMatchedOption(Options.NO_COLOR) ? looks.withoutColour() : looks);
    }

    /// Text and JSON print all verbs, Markdown those that declare it so.
    private static Format format(ParseResult parsed, boolean printsYaml) throws Trouble {
        String output = parsed.matchedOptionValue(Options.OUTPUT, "text");
        var known = new ArrayList<String>(List.of("text", "json"));
        if (printsYaml) {
            known.add("yaml");
        }
        if (parsed.commandSpec().findOption(Options.OUTPUT).paramLabel().endsWith("|md")) {
            known.add("md");
        }
        String wanted = output.toLowerCase(Locale.ROOT);
        if (!known.contains(wanted)) {
            String last = known.removeLast();
            throw Trouble.badUse(
                    "there is no output \"" + output + "\"",
                    "write --output " + String.join(", --output ", known) + " or --output " + last);
        }
        return switch (wanted) {
            case "json" -> Format.JSON;
            case "yaml" -> Format.YAML;
            case "md" -> Format.MARKDOWN;
            default -> Format.TEXT;
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

    boolean isMarkdown() {
        return format == Format.MARKDOWN;
    }

    boolean isJson() {
        return format == Format.JSON;
    }

    /// A line of the result, for people.
    void result(String line) {
        if (!isJson() && !isMarkdown()) {
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
        if (!isJson() && !isMarkdown() && !isQuiet) {
            out.println(line);
        }
    }
}
