package gotthard.web.pages;

import gotthard.overview.StepRow;
import gotthard.report.Words;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/// Steps that the graph shows as one.
///
/// @param number from 1, by the first of them in the plan
/// @param name what the plan calls them: `files` for all of `files[zurich-1]` …
record Cluster(int number, String name, List<StepRow> steps) {
    Cluster {
        steps = List.copyOf(steps);
    }

    /// Its name in pages.
    String id() {
        return "c" + number;
    }

    /// How many of them stand where.
    Map<Condition, Integer> counts() {
        return Condition.counts(steps);
    }

    Condition worst() {
        return Condition.worst(steps);
    }

    /// One line: the most urgent of where they stand.
    String line() {
        Condition worst = worst();
        if (steps.size() == 1) {
            return worst.sign() + " " + steps.getFirst().stage().word();
        }
        return worst.sign()
                + " "
                + Words.number(counts().getOrDefault(worst, 0))
                + " of "
                + Words.number(steps.size())
                + " "
                + worst.words();
    }

    /// All of it.
    String whole() {
        return steps.size() == 1
                ? name + ": " + steps.getFirst().stage().word()
                : name
                        + ", "
                        + Words.counted(steps.size(), "step")
                        + ": "
                        + counts().entrySet().stream()
                                .map(it -> Words.number(it.getValue()) + " " + it.getKey().words())
                                .collect(Collectors.joining(", "));
    }
}
