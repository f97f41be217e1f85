package gotthard.cli;

import gotthard.graph.StepId;

import java.util.Arrays;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/// Steps by name, where `*` stands for any letters: `files*`.
record StepGlob(String words, Pattern pattern) implements Predicate<StepId> {
    StepGlob(String words) {
        this(words, pattern(words));
    }

    private static Pattern pattern(String words) {
        return Pattern.compile(
                Arrays.stream(words.split("\\*", -1))
                        .map(Pattern::quote)
                        .collect(Collectors.joining(".*")));
    }

    @Override
    public boolean test(StepId step) {
        return pattern.matcher(step.value()).matches();
    }
}
