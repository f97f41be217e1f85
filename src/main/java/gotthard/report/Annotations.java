package gotthard.report;

import gotthard.problem.Place;
import gotthard.problem.Problem;

import java.util.List;

/// Problems as workflow commands of GitHub Actions ("Workflow commands", its documentation), which show them beside the lines of a
/// pull request.
public final class Annotations {
    private Annotations() {}

    /// A line for each problem, told once even where several documents lead to it.
    public static List<String> of(List<CheckedDocument> documents) {
        return documents.stream()
                .flatMap(one -> one.problems().stream())
                .distinct()
                .map(Annotations::of)
                .toList();
    }

    private static String of(Problem problem) {
        Place place = problem.place();
        var command = new StringBuilder(problem.isError() ? "::error" : "::warning");
        command.append(" file=").append(property(place.source()));
        if (place.hasLine()) {
            command.append(",line=").append(place.line());
        }
        if (place.column() > 0) {
            command.append(",col=").append(place.column());
            command.append(",endColumn=").append(place.column() + place.length());
        }
        return command.append(",title=")
                .append(property(problem.code().value()))
                .append("::")
                .append(
                        data(
                                problem.message()
                                        + problem.advice().map(advice -> "; " + advice).orElse("")))
                .toString();
    }

    private static String data(String text) {
        return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A");
    }

    private static String property(String text) {
        return data(text).replace(":", "%3A").replace(",", "%2C");
    }
}
