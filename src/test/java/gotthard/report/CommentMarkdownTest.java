package gotthard.report;

import static org.assertj.core.api.Assertions.assertThat;

import gotthard.problem.Code;
import gotthard.problem.Place;
import gotthard.problem.Problem;

import org.junit.jupiter.api.Test;

import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;

/// A comment under a pull request.
final class CommentMarkdownTest {
    private static final int MOST = 65_536;

    private static CheckedDocument document(int number, int problems) {
        String source = "plans/" + "a-long-name-".repeat(6) + number + ".yaml";
        return new CheckedDocument(
                source,
                "plan",
                "said",
                IntStream.range(0, problems)
                        .mapToObj(
                                one ->
                                        Problem.error(
                                                new Code("wrong"),
                                                Place.of(source),
                                                "wrong " + "in many words ".repeat(40) + one))
                        .toList(),
                Duration.ZERO);
    }

    @Test
    void isNeverLongerThanGitHubTakesAndCountsWhatIsLeftOut() {
        List<CheckedDocument> documents =
                IntStream.range(0, 2_000).mapToObj(number -> document(number, 3)).toList();

        String comment = CommentMarkdown.of(documents);

        assertThat(comment.length()).isLessThan(MOST);
        assertThat(comment)
                .startsWith(CommentMarkdown.MARK)
                .contains("6,000 errors in 2,000 documents", "more; gotthard validate tells all");
    }

    @Test
    void showsNothingOfAProblemAsMarkup() {
        var problem =
                Problem.error(new Code("wrong"), Place.of("plans/`a`.yaml"), "</details><b>@all");

        assertThat(
                        CommentMarkdown.of(
                                List.of(
                                        new CheckedDocument(
                                                "p.yaml",
                                                "plan",
                                                "",
                                                List.of(problem),
                                                Duration.ZERO))))
                .contains("\\<b\\>")
                .doesNotContain("<b>")
                .containsOnlyOnce("\n</details>");
    }
}
