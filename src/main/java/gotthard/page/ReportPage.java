package gotthard.page;

import gotthard.overview.Overview;
import gotthard.overview.ProgrammeOverview;
import gotthard.report.Headline;
import gotthard.report.Words;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;

/// A report as one HTML file (HTML 5, UTF-8): everything is in it, and nothing in it runs or is fetched. Times are in UTC.
///
/// Numbers stand in `data` with their plain value, moments in `time`, and each links to the row that it comes from; the row of a step
/// names the entry of the journal.
public final class ReportPage {
    private static final String NOTHING_ELSE = "default-src 'none'; style-src 'unsafe-inline'";

    private ReportPage() {}

    /// The same numbers as the other forms of the report.
    public static String of(ProgrammeOverview programme) {
        Html html = Html.page();
        head(html, Headline.title(programme));
        html.open("body");
        body(html, programme);
        return html.closeLine().closeLine().document();
    }

    /// What stands above the body of a page.
    static void head(Html html, String title) {
        html.open("html", "lang", "en").open("head");
        html.empty("meta", "charset", "utf-8");
        html.empty("meta", "name", "viewport", "content", "width=device-width, initial-scale=1");
        html.empty("meta", "name", "color-scheme", "content", "light dark");
        html.empty("meta", "http-equiv", "Content-Security-Policy", "content", NOTHING_ELSE);
        html.element("title", title);
        html.style(style());
        html.closeLine();
    }

    private static void body(Html html, ProgrammeOverview programme) {
        var anchors = new Anchors(programme);
        var page = new Page(html, anchors);
        html.element("a", "To the report", "class", "skip", "href", "#report");
        html.open("header");
        html.element("h1", Headline.title(programme));
        new Glance(page, programme).standing();
        html.closeLine();
        html.open("main", "id", "report", "tabindex", "-1");
        new Glance(page, programme).answers();
        contents(page, programme);
        new PhaseSection(page).write(programme);
        new CellSection(page).write(programme);
        new HappeningSection(page).write(programme);
        new ChangeSection(page).write(programme);
        new StepSection(page, anchors).write(programme.runs());
        RuleSection.write(page);
        html.closeLine();
        foot(page, programme);
    }

    private static void contents(Page page, ProgrammeOverview programme) {
        page.html().open("nav", "aria-label", "Contents").open("ul");
        entry(page, "phases", "Plans");
        if (!programme.cells().isEmpty()) {
            entry(page, "cells", "Cells");
            entry(page, "sites", "Sites");
        }
        entry(page, "waits", "What waits");
        entry(page, "waivers", "Waivers");
        entry(page, "incidents", "Incidents");
        entry(page, "changes", "Changes");
        entry(page, "steps", "Steps");
        entry(page, "rules", "How to read it");
        page.html().close().closeLine();
    }

    private static void entry(Page page, String anchor, String words) {
        page.html().open("li");
        page.write(Page.link(anchor, Page.text(words)));
        page.html().close();
    }

    private static void foot(Page page, ProgrammeOverview programme) {
        page.html().open("footer").open("p").text("As of ");
        page.time(programme.at());
        page.html().text(" UTC, replayed from the journal of ");
        List<Overview> runs = programme.runs();
        page.html()
                .text(Words.counted(runs.size(), "run"))
                .text(". All times are in UTC.")
                .close()
                .closeLine();
    }

    private static String style() {
        try (InputStream css = ReportPage.class.getResourceAsStream("page.css")) {
            return new String(Objects.requireNonNull(css).readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }
}
