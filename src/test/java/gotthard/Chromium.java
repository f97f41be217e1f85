package gotthard;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.ReducedMotion;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/// A real Chromium, which `src/lab/lab install` brings, and what is asked of every page in it.
public final class Chromium implements AutoCloseable {
    private static final Path INSTALLED = Path.of("/usr/bin/chromium");
    private static final String AXE = "/META-INF/resources/webjars/axe-core/4.6.3/axe.min.js";
    private static final String VIOLATIONS =
            """
            async within => (await axe.run(within.length > 0 ? {include: within.map(it => [it])} : document,
                {runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'best-practice']}))
                .violations.map(it => it.id + ': ' + it.nodes[0].html)
            """;
    private static final String TOO_WIDE =
            "() => document.documentElement.scrollWidth - document.documentElement.clientWidth";

    private final Playwright playwright;
    private final Browser browser;

    private Chromium(Playwright playwright, Browser browser) {
        this.playwright = playwright;
        this.browser = browser;
    }

    public static Chromium launch() {
        assertThat(INSTALLED).as("no Chromium is here: src/lab/lab install").isExecutable();
        Playwright playwright =
                Playwright.create(
                        new Playwright.CreateOptions()
                                .setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
        return new Chromium(
                playwright,
                playwright
                        .chromium()
                        .launch(
                                new BrowserType.LaunchOptions()
                                        .setExecutablePath(INSTALLED)
                                        .setArgs(List.of("--no-sandbox"))));
    }

    public Browser browser() {
        return browser;
    }

    /// A screen as wide as a desk's or a telephone's, on which nothing moves by itself.
    public static Browser.NewContextOptions screen(int width, ColorScheme colours) {
        return new Browser.NewContextOptions()
                .setViewportSize(width, width > 1000 ? 900 : 844)
                .setColorScheme(colours)
                .setReducedMotion(ReducedMotion.REDUCE);
    }

    /// What axe-core finds against the rules of WCAG 2.1 AA and against good practice.
    ///
    /// @param within the parts that are looked at, by selectors; the whole page without any
    public static List<?> violations(Page page, String... within) {
        page.evaluate(axe());
        return (List<?>) page.evaluate(VIOLATIONS, List.of(within));
    }

    /// By how many pixels the page is wider than its screen.
    public static Object excessWidth(Page page) {
        return page.evaluate(TOO_WIDE);
    }

    @Override
    public void close() {
        playwright.close();
    }

    private static String axe() {
        try (InputStream script = Chromium.class.getResourceAsStream(AXE)) {
            assertThat(script).as("axe-core").isNotNull();
            return new String(script.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }
}
