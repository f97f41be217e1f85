package gotthard.web.pages;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Route;
import com.microsoft.playwright.options.ColorScheme;

import gotthard.Chromium;
import gotthard.graph.StepId;
import gotthard.overview.Overview;
import gotthard.overview.Story;
import gotthard.page.ReportPage;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Objects;
import java.util.Set;

/// A run of 3,000 steps in a real Chromium, without a server. Its screenshot is left in `target/serve-pages`.
@Tag("lab")
final class BigRunLabTest {
    private static final StepId NEXT = new StepId("files[host-901]");
    private static final String RUN = "http://dashboard.test/runs/europe-files-k3x9q";

    private static final String EVENT =
            """
            id: 2
            event: entry
            data: {"gotthard":"events/v1","seq":2,"kind":"step.verified/1","step":"files[host-901]","state":"verified"}

            """;

    private final Overview overview = BigRun.story().overview();
    private Chromium chromium;
    private Page page;

    @BeforeEach
    void open() {
        chromium = Chromium.launch();
        BrowserContext context =
                chromium.browser().newContext(Chromium.screen(1440, ColorScheme.DARK));
        page = context.newPage();
        page.route("http://dashboard.test/**", this::answer);
        page.navigate(RUN);
    }

    @AfterEach
    void close() {
        chromium.close();
    }

    private void answer(Route route) {
        String path = URI.create(route.request().url()).getPath();
        switch (path) {
            case "/page.css" -> fulfil(route, "text/css", text(ReportPage.class, "page.css"));
            case "/app.css" -> fulfil(route, "text/css", text(Pages.class, "app.css"));
            default -> {
                if (path.endsWith(".js")) {
                    fulfil(route, "text/javascript", text(Pages.class, path.substring(1)));
                } else if (path.endsWith("/events")) {
                    fulfil(route, "text/event-stream", EVENT);
                } else if (path.endsWith("/parts")) {
                    fulfil(route, "application/json", parts());
                } else {
                    fulfil(route, "text/html", Pages.run(overview, 1));
                }
            }
        }
    }

    private String parts() {
        Overview after =
                BigRun.story()
                        .ends(NEXT.value())
                        .holds(NEXT.value(), Story.files(1204, 1204, 36_104_000))
                        .overview();
        return "{\"gotthard\":\"parts/v1\",\"seq\":2,"
                + Pages.parts(after, Set.of(NEXT)).substring(1);
    }

    private static void fulfil(Route route, String type, String text) {
        route.fulfill(
                new Route.FulfillOptions().setContentType(type + "; charset=utf-8").setBody(text));
    }

    private static String text(Class<?> beside, String name) {
        try (InputStream stream = beside.getResourceAsStream(name)) {
            return new String(
                    Objects.requireNonNull(stream).readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    @Test
    void showsWhatIsUrgentFirstAndFindsOneOfThousands() {
        assertThat(page.locator("#rows > li").first()).containsText(BigRun.FAILED.value());

        page.locator("#filter").fill("host-1234]");

        assertThat(page.locator("#rows > li:visible")).hasCount(2);
        assertThat(page.locator("#found")).hasText("2 of 3,000 steps");
    }

    @Test
    void opensAGroupOnDemandAndKeepsTheRulesOfAccessibility() {
        assertThat(page.locator(".graph a")).hasCount(8);

        page.locator(".graph a.many")
                .filter(new Locator.FilterOptions().setHasText("1,498"))
                .click();

        assertThat(page.locator("#opened .tiles a")).hasCount(1498);
        assertThat(page.locator("#opened .tiles a.failing")).hasCount(1);
        page.screenshot(
                new Page.ScreenshotOptions().setPath(Path.of("target", "serve-pages", "big.png")));
        assertThat(Chromium.violations(page, ".top", "#graph", "#opened", ".looking")).isEmpty();
    }

    @Test
    void takesWhatHappensWithoutLosingWhereSomebodyIs() {
        assertThat(page.locator("#rows > li[data-is=going]")).hasCount(4);
        page.locator("#filter").fill("host-90");
        page.locator("#filter").press("Tab");
        page.keyboard().press("ArrowRight");

        assertThat(page.locator("#count-verified")).hasText("902");
        assertThat(page.locator("#filter")).hasValue("host-90");
        assertThat(page.locator("[name=is][value=failing]")).isFocused();
        assertThat(page.locator("[name=is][value=failing]")).isChecked();
    }
}
