package gotthard.report;

import gotthard.Golden;
import gotthard.preview.Previews;

import org.junit.jupiter.api.Test;

final class PreviewLooksTest {
    @Test
    void showsEachStepAndTheTotals() throws Exception {
        var lines = PreviewText.lines(Previews.all(4));

        Golden.assertMatches("report/preview.txt", String.join("\n", lines));
    }

    @Test
    void fitsIntoAComment() throws Exception {
        Golden.assertMatches("report/preview.md", PreviewMarkdown.of(Previews.all(4)));
    }

    @Test
    void tellsProgramsTheSame() throws Exception {
        Golden.assertMatches("report/preview.json", PreviewJson.of(Previews.all(4)));
    }
}
