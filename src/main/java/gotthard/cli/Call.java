package gotthard.cli;

import picocli.CommandLine.ParseResult;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/// One use of a verb: what was typed, and what is around.
record Call(ParseResult parsed, Console console, Surroundings surroundings) {
    boolean has(String option) {
        return parsed.hasMatchedOption(option);
    }

    Optional<String> text(String option) {
        return Optional.ofNullable(parsed.<String>matchedOptionValue(option, null));
    }

    List<String> texts(String option) {
        return parsed.matchedOptionValue(option, List.of());
    }

    /// The words that are no options.
    List<String> words() {
        return parsed.hasMatchedPositional(0)
                ? List.copyOf(parsed.matchedPositionalValue(0, List.of()))
                : List.of();
    }

    /// The folder that keeps runs between commands.
    Path state() {
        return Path.of(text(Options.STATE).orElse(Options.USUAL_STATE));
    }
}
