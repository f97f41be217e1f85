package gotthard.report;

import gotthard.Golden;
import gotthard.overview.Stories;

import org.junit.jupiter.api.Test;

final class StatusTextTest {
    @Test
    void saysWhatProtectingASiteCost() {
        var lines = StatusText.lines(Stories.spared().overview());

        Golden.assertMatches("report/status-spared.txt", String.join("\n", lines));
    }

    @Test
    void saysWhatTheGateWaitsFor() {
        var lines = StatusText.lines(Stories.waiting().overview());

        Golden.assertMatches("report/status-waiting.txt", String.join("\n", lines));
    }
}
