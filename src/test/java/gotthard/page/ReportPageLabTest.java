package gotthard.page;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.Media;

import gotthard.Chromium;
import gotthard.overview.BigProgramme;
import gotthard.overview.Overview;
import gotthard.overview.ProgrammeOverview;
import gotthard.overview.Stories;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/// In a real Chromium, which `src/lab/lab install` brings. Its screenshots and its PDF are left in `target/report-page`.
@Tag("lab")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class ReportPageLabTest {
    private static final int PAGES_OF_60_CELLS = 20;

    private Chromium chromium;
    private URI big;
    private URI small;

    @BeforeAll
    void start(@TempDir Path folder) throws IOException {
        chromium = Chromium.launch();
        big = Files.writeString(folder.resolve("big.html"), ReportPage.of(big())).toUri();
        small =
                Files.writeString(
                                folder.resolve("small.html"),
                                ReportPage.of(
                                        ProgrammeOverview.of(
                                                List.of(Stories.waiting().overview()))))
                        .toUri();
    }

    @AfterAll
    void stop() {
        chromium.close();
    }

    private static ProgrammeOverview big() {
        Instant since = BigProgramme.NOW.minus(Duration.ofDays(14));
        List<BigProgramme.Made> runs = BigProgramme.of(7);
        return ProgrammeOverview.of(runs.stream().map(BigProgramme.Made::overview).toList())
                .since(
                        since,
                        runs.stream()
                                .flatMap(
                                        run ->
                                                Overview.asOf(since, run.id(), run.entries())
                                                        .stream())
                                .toList());
    }

    @ParameterizedTest
    @CsvSource({"1440,LIGHT", "1440,DARK", "390,LIGHT", "390,DARK"})
    void keepsTheRulesOfAccessibility(int width, ColorScheme colours) throws IOException {
        try (BrowserContext context = context(width, colours, true)) {
            var page = context.newPage();
            page.navigate(small.toString());
            page.locator("summary").first().click();

            assertThat(Chromium.violations(page)).isEmpty();
        }
    }

    @Test
    void keepsThemAlsoOfABigProgramme() throws IOException {
        try (BrowserContext context = context(1440, ColorScheme.DARK, true)) {
            var page = context.newPage();
            page.navigate(big.toString());

            assertThat(Chromium.violations(page)).isEmpty();
        }
    }

    @ParameterizedTest
    @CsvSource({"1440,LIGHT", "1440,DARK", "390,LIGHT", "390,DARK"})
    void needsNoScriptAndFitsTheScreen(int width, ColorScheme colours) {
        for (URI report : List.of(big, small)) {
            var asked = new ArrayList<String>();
            try (BrowserContext context = context(width, colours, false)) {
                var page = context.newPage();
                page.onRequest(request -> asked.add(request.url()));
                page.navigate(report.toString());

                page.screenshot(
                        new com.microsoft.playwright.Page.ScreenshotOptions()
                                .setPath(shot(report, width, colours)));
                assertThat(asked).containsExactly(report.toString());
                assertThat(Chromium.excessWidth(page)).isEqualTo(0);
            }
        }
    }

    @Test
    void answersAllFourQuestionsOnTheFirstScreen() {
        try (BrowserContext context = context(1440, ColorScheme.LIGHT, false)) {
            var page = context.newPage();
            page.navigate(big.toString());

            var box = page.locator(".answers").boundingBox();

            assertThat(box.y + box.height).isLessThan(900);
        }
    }

    @Test
    void opensTheEvidenceOfANumberByKeys() {
        try (BrowserContext context = context(1440, ColorScheme.LIGHT, false)) {
            var page = context.newPage();
            page.navigate(small.toString());
            page.locator("#waits-table a").focus();

            page.keyboard().press("Enter");

            assertThat(page.locator("#run-1").getAttribute("open")).isNotNull();
            assertThat(page.locator("tr:target").textContent()).startsWith("go");
        }
    }

    @Test
    void printsOnSheetsOfA4() throws IOException {
        try (BrowserContext context = context(1440, ColorScheme.DARK, false)) {
            var page = context.newPage();
            page.navigate(big.toString());
            page.emulateMedia(
                    new com.microsoft.playwright.Page.EmulateMediaOptions().setMedia(Media.PRINT));

            byte[] pdf =
                    page.pdf(
                            new com.microsoft.playwright.Page.PdfOptions()
                                    .setPreferCSSPageSize(true)
                                    .setPath(folder().resolve("big.pdf")));

            String text = new String(pdf, StandardCharsets.ISO_8859_1);
            assertThat(text).containsPattern("/MediaBox ?\\[0 0 84[12][.0-9]* 59[45][.0-9]*\\]");
            assertThat(text.split("/Type ?/Page\\b", -1)).hasSizeBetween(5, PAGES_OF_60_CELLS);
        }
    }

    private BrowserContext context(int width, ColorScheme colours, boolean forTools) {
        return chromium.browser()
                .newContext(
                        Chromium.screen(width, colours)
                                .setJavaScriptEnabled(forTools)
                                .setBypassCSP(forTools));
    }

    private static Path shot(URI report, int width, ColorScheme colours) {
        String name = Path.of(report).getFileName().toString().replace(".html", "");
        return folder().resolve(name + "-" + width + "-" + colours + ".png");
    }

    private static Path folder() {
        return Path.of("target", "report-page");
    }
}
