package gotthard.report;

import gotthard.Golden;
import gotthard.overview.ProgrammeOverview;
import gotthard.overview.Stories;

import org.junit.jupiter.api.Test;

import java.util.List;

final class JsonReportTest {
    @Test
    void tellsOfTwoRunsOfOnePlan() {
        var programme =
                ProgrammeOverview.of(
                        List.of(Stories.done().overview(), Stories.rolledBack().overview()));

        String report = JsonReport.of(programme);

        Golden.assertMatches("report/two-runs.json", report);
    }

    @Test
    void tellsWhatProtectingASiteCost() {
        String report = JsonReport.of(ProgrammeOverview.of(List.of(Stories.spared().overview())));

        Golden.assertMatches("report/spared.json", report);
    }

    @Test
    void leavesOutWhatIsNotKnown() {
        String report = JsonReport.of(ProgrammeOverview.of(List.of(Stories.underway().overview())));

        Golden.assertMatches("report/underway.json", report);
    }
}
