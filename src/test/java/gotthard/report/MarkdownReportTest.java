package gotthard.report;

import gotthard.Golden;
import gotthard.overview.Overview;
import gotthard.overview.ProgrammeOverview;
import gotthard.overview.Stories;

import org.junit.jupiter.api.Test;

import java.util.List;

final class MarkdownReportTest {
    @Test
    void saysThatAllIsDone() {
        assertGolden("done.md", Stories.done().overview());
    }

    @Test
    void saysWhoIsWaitedFor() {
        assertGolden("waiting.md", Stories.waiting().overview());
    }

    @Test
    void tellsOfTheFailedVerificationAndTheRollback() {
        assertGolden("rolled-back.md", Stories.rolledBack().overview());
    }

    @Test
    void neverShowsMoreThanAllAndCallsTheUnknownUnknown() {
        assertGolden("underway.md", Stories.underway().overview());
    }

    @Test
    void tellsWhatProtectingASiteCost() {
        assertGolden("spared.md", Stories.spared().overview());
    }

    @Test
    void joinsTwoRunsOfOnePlan() {
        assertGolden("two-runs.md", Stories.done().overview(), Stories.rolledBack().overview());
    }

    private static void assertGolden(String name, Overview... runs) {
        String report = MarkdownReport.of(ProgrammeOverview.of(List.of(runs)));

        Golden.assertMatches("report/" + name, report);
    }
}
