package gotthard.report;

import gotthard.problem.Problem;

import java.time.Duration;
import java.util.List;

/// A document that was checked.
///
/// @param source as the user named it
/// @param kind of document: `plan`
/// @param said what it is, in a few words, where it is valid: `europe-files, 14 steps, …, proven`
/// @param problems all that is wrong in it, and in what it names
/// @param took to check it
public record CheckedDocument(
        String source, String kind, String said, List<Problem> problems, Duration took) {
    /// Copies the list.
    public CheckedDocument {
        problems = List.copyOf(problems);
    }

    List<Problem> errors() {
        return problems.stream().filter(Problem::isError).toList();
    }
}
