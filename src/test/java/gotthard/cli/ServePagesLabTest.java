package gotthard.cli;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.LocatorAssertions;
import com.microsoft.playwright.options.ColorScheme;

import gotthard.Chromium;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;

/// The dashboard in a real Chromium, which `src/lab/lab install` brings, while a run goes on beside it on the sandbox. Its screenshots are
/// left in `target/serve-pages`.
@Tag("lab")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class ServePagesLabTest {
    private static final double PATIENCE_MILLIS = 60_000;
    private static final String SECRET = "a-token-for-this-test-alone";
    private static final String LEAD = "platform-lead-1";

    private final List<String> complaints = new ArrayList<>();
    private Chromium chromium;
    private Workplace place;
    private Served served;
    private Thread coordinator;

    @BeforeAll
    void browser() {
        chromium = Chromium.launch();
    }

    @AfterAll
    void end() {
        chromium.close();
    }

    @BeforeEach
    void serve(@TempDir Path state) {
        place = new Workplace(state);
        complaints.clear();
        coordinator = Thread.ofPlatform().unstarted(() -> place.type("coordinate"));
        Typed apply = place.type("apply", Workplace.plan("mended"), "--detach");
        assertThat(apply.exit()).as(apply.transcript()).isEqualTo(Exit.DONE);
        served = Served.of(state);
    }

    @AfterEach
    void stop() throws InterruptedException {
        served.end();
        coordinator.interrupt();
        coordinator.join();
    }

    @Test
    void followsARunToItsEndWithoutAReload() throws InterruptedException {
        try (BrowserContext context = context(1440, ColorScheme.LIGHT)) {
            Page page = page(context);
            page.navigate(served.url());
            page.locator(".plans a").click();
            assertThat(page.locator("#connection")).hasText("Live");
            assertThat(row(page, "pending")).hasCount(2);
            page.evaluate("() => { globalThis.same = 'yes'; }");
            page.locator("#filter").fill("s");

            coordinator.start();
            assertThat(row(page, "failing")).containsText("first", patience());
            assertThat(page.locator("#said")).containsText("first: failed");
            assertThat(page.locator("#summary .standing")).containsText("red");
            assertThat(page.locator("#filter")).isFocused();
            skip();
            assertThat(row(page, "verified")).containsText("second", patience());
            assertThat(page.locator("#summary .standing")).containsText("Done", patience());

            assertThat(page.locator("#filter")).hasValue("s");
            assertThat(page.locator("#rows > li:visible")).hasCount(2);
            assertThat(page.evaluate("() => globalThis.same")).isEqualTo("yes");
            assertThat(complaints).isEmpty();
        }
    }

    @Test
    void hearsOnThePageOfAllPlansWhatHappensInOneOfThem() throws InterruptedException {
        try (BrowserContext context = context(1440, ColorScheme.LIGHT)) {
            Page page = page(context);
            List<String> asked = new ArrayList<>();
            page.onRequest(request -> asked.add(URI.create(request.url()).getPath()));
            page.navigate(served.url());
            assertThat(page.locator("#connection")).hasText("Live");
            page.evaluate("() => { globalThis.same = 'yes'; }");

            coordinator.start();

            assertThat(page.locator("#summary .standing")).containsText("red", patience());
            assertThat(page.evaluate("() => globalThis.same")).isEqualTo("yes");
            assertThat(asked).containsOnlyOnce("/api/v1/events");
            assertThat(complaints).isEmpty();
        }
    }

    @Test
    void leadsFromAllPlansToWhatFailedInThreeClicks() throws InterruptedException {
        failed();
        try (BrowserContext context = context(1440, ColorScheme.LIGHT)) {
            Page page = page(context);
            page.navigate(served.url());

            page.locator(".plans a").click();
            page.locator("#waits a").click();

            assertThat(page.locator("h1")).hasText("first");
            assertThat(page.locator("#summary .trouble")).containsText("What next");
            assertThat(page.locator(".story > li").last()).containsText("given up");
        }
    }

    @Test
    void saysThatItIsCutOffAndGoesOnWhenTheServerIsBack() throws InterruptedException, IOException {
        Path tokens =
                Files.writeString(
                        place.state().resolve("tokens.yaml"),
                        "tokens: [{name: me, role: operator, sha256: " + digest() + "}]\n");
        served.end();
        served = Served.at(place.state(), 0, "--tokens", tokens.toString());
        URI first = URI.create(served.url());
        try (BrowserContext context = context(1440, ColorScheme.LIGHT)) {
            context.setExtraHTTPHeaders(Map.of("Authorization", "Bearer " + SECRET));
            Page page = page(context);
            page.navigate(first.toString());
            page.locator(".plans a").click();
            assertThat(page.locator("#connection")).hasText("Live");
            page.evaluate("() => { globalThis.same = 'yes'; }");

            served.end();
            assertThat(page.locator("#connection")).containsText("lost");
            served = Served.at(place.state(), first.getPort(), "--tokens", tokens.toString());
            assertThat(page.locator("#connection")).hasText("Live");
            coordinator.start();

            assertThat(row(page, "failing")).containsText("first", patience());
            assertThat(page.evaluate("() => globalThis.same")).isEqualTo("yes");
        }
    }

    private static String digest() {
        try {
            return HexFormat.of()
                    .formatHex(
                            MessageDigest.getInstance("SHA-256")
                                    .digest(SECRET.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    @Test
    void keepsTheRulesOfAccessibilityAndFitsEachScreen() throws InterruptedException, IOException {
        failed();
        String url = served.url();
        for (ColorScheme colours : List.of(ColorScheme.LIGHT, ColorScheme.DARK)) {
            for (int width : List.of(1440, 390)) {
                try (BrowserContext context = context(width, colours)) {
                    Page page = page(context);
                    page.navigate(URI.create(url).resolve("/sign-in").toString());
                    looksWell(page, "sign-in", width, colours);
                    page.navigate(url);
                    looksWell(page, "home", width, colours);
                    page.locator(".plans a").click();
                    looksWell(page, "run", width, colours);
                    page.locator("#waits a").click();
                    looksWell(page, "step", width, colours);
                }
            }
        }
    }

    @Test
    void isFoundByKeys() throws InterruptedException {
        try (BrowserContext context = context(1440, ColorScheme.LIGHT)) {
            Page page = page(context);
            page.navigate(served.url());
            page.locator(".plans a").click();
            assertThat(page.locator("#connection")).hasText("Live");

            page.keyboard().press("/");
            page.keyboard().type("second");

            assertThat(page.locator("#rows > li:visible")).hasCount(1);
            assertThat(page.locator("#found")).hasText("1 of 2 steps");
        }
    }

    private void looksWell(Page page, String name, int width, ColorScheme colours)
            throws IOException {
        page.locator("footer").waitFor();
        page.screenshot(
                new Page.ScreenshotOptions()
                        .setFullPage(true)
                        .setPath(
                                Path.of(
                                        "target",
                                        "serve-pages",
                                        name + "-" + width + "-" + colours + ".png")));
        assertThat(Chromium.violations(page)).as(name + " " + width).isEmpty();
        assertThat(Chromium.excessWidth(page)).as(name + " " + width).isEqualTo(0);
    }

    /// Has the run fail before anybody looks.
    private void failed() {
        coordinator.start();
        Typed failed = place.type("attach", "--wait");
        assertThat(failed.exit()).as(failed.transcript()).isEqualTo(Exit.FAILED);
    }

    private void skip() {
        Typed skip = place.type("skip", "mended", "first", "--by", LEAD, "--reason", "not now");
        assertThat(skip.exit()).as(skip.transcript()).isEqualTo(Exit.DONE);
    }

    private static Locator row(Page page, String condition) {
        return page.locator("#rows > li[data-is=" + condition + "]");
    }

    private static LocatorAssertions.ContainsTextOptions patience() {
        return new LocatorAssertions.ContainsTextOptions().setTimeout(PATIENCE_MILLIS);
    }

    private Page page(BrowserContext context) {
        Page page = context.newPage();
        page.onPageError(complaints::add);
        page.onConsoleMessage(
                message -> {
                    if (message.type().equals("error")) {
                        complaints.add(message.text());
                    }
                });
        return page;
    }

    private BrowserContext context(int width, ColorScheme colours) {
        return chromium.browser().newContext(Chromium.screen(width, colours));
    }
}
