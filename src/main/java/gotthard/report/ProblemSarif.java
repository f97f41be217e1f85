package gotthard.report;

import gotthard.problem.Problem;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Problems of documents as SARIF 2.1.0, for code hosting and editors: each is a result at its place, told once even where several
/// documents lead to it.
public final class ProblemSarif {
    private ProblemSarif() {}

    /// A log of one run, on one line.
    ///
    /// @param version of this program
    public static String of(String version, List<CheckedDocument> documents) {
        List<Problem> problems =
                documents.stream().flatMap(one -> one.problems().stream()).distinct().toList();
        List<Sarif.Rule> rules =
                problems.stream()
                        .map(problem -> problem.code().value())
                        .distinct()
                        .sorted()
                        .map(code -> new Sarif.Rule(code, Optional.empty()))
                        .toList();
        return Sarif.log(version, rules, sarif -> results(sarif, problems));
    }

    private static List<Runnable> results(Sarif sarif, List<Problem> problems) {
        var results = new ArrayList<Runnable>();
        for (Problem problem : problems) {
            results.add(
                    () ->
                            sarif.result(
                                    problem.code().value(),
                                    problem.isError() ? "error" : "warning",
                                    message(problem),
                                    problem.place()));
        }
        return results;
    }

    private static String message(Problem problem) {
        return problem.message()
                + "."
                + problem.advice().map(advice -> " What to do: " + advice + ".").orElse("");
    }
}
