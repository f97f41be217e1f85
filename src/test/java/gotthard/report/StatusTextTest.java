package gotthard.report;

import gotthard.Golden;
import gotthard.overview.Stories;

import org.junit.jupiter.api.Test;

final class StatusTextTest {
    @Test
    void saysWhatTheGateWaitsFor() {
        var lines = StatusText.lines(Stories.waiting().overview());

        Golden.assertMatches("report/status-waiting.txt", String.join("\n", lines));
    }
}
