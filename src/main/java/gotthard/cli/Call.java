package gotthard.cli;

import gotthard.journal.JournalUnusable;
import gotthard.journal.StateLocation;

import picocli.CommandLine.ParseResult;

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

    /// Where runs are kept, when the user has named a place.
    Optional<StateLocation> namedState() throws Trouble {
        Optional<String> named =
                text(Options.STATE)
                        .or(() -> Optional.of(surroundings.variable(Options.STATE_VARIABLE)))
                        .filter(words -> !words.isEmpty());
        try {
            return named.map(StateLocation::of);
        } catch (JournalUnusable bad) {
            throw Trouble.said(Exit.BAD_USE, String.valueOf(bad.getMessage()));
        }
    }

    /// Where runs are kept between commands.
    StateLocation state() throws Trouble {
        return namedState().orElse(StateLocation.of(Options.USUAL_STATE));
    }
}
