package gotthard.page;

import static org.assertj.core.api.Assertions.assertThat;

import gotthard.Golden;
import gotthard.action.Difference;
import gotthard.overview.BigProgramme;
import gotthard.overview.Overview;
import gotthard.overview.ProgrammeOverview;
import gotthard.overview.Stories;
import gotthard.overview.Story;

import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.Test;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.stream.Collectors;

final class ReportPageTest {
    private static final int MOST_BYTES = 2_000_000;
    private static final String HOSTILE =
            "\"><script>alert(1)</script><img src=x onerror=alert(2)>&amp;'\u202e\u0000";

    @Test
    void looksLikeThis() {
        String page = page(Stories.waiting().overview());

        Golden.assertMatches("report/waiting.html", page);
    }

    @Test
    void ofABigProgrammeIsSmallEnoughToMail() {
        String page = ReportPage.of(BigProgramme.overview(7));

        assertThat(page.getBytes(StandardCharsets.UTF_8)).hasSizeLessThan(MOST_BYTES);
    }

    @Test
    void needsNothingFromOutsideAndRunsNothing() {
        Document page = Jsoup.parse(ReportPage.of(BigProgramme.overview(7)));

        assertThat(page.select("script, link, img, iframe, object, embed, form, [src], [style]"))
                .isEmpty();
        assertThat(page.select("a[href]"))
                .extracting(link -> link.attr("href"))
                .allMatch(link -> link.startsWith("#"));
        assertThat(page.select("style").html()).doesNotContain("url(", "@import");
    }

    @Test
    void linksToWhatIsThere() {
        Document page = Jsoup.parse(ReportPage.of(BigProgramme.overview(7)));

        var there = page.select("[id]").stream().map(Element::id).toList();
        assertThat(there).doesNotHaveDuplicates();
        assertThat(page.select("a[href]"))
                .extracting(link -> link.attr("href").substring(1))
                .isSubsetOf(there);
    }

    @Test
    void namesTheColumnsAndRowsOfEachTable() {
        Document page = Jsoup.parse(ReportPage.of(BigProgramme.overview(7)));

        assertThat(page.select("table"))
                .isNotEmpty()
                .allSatisfy(
                        table -> {
                            assertThat(table.select("> caption").text()).isNotBlank();
                            assertThat(table.select("> thead > tr > th[scope=col]"))
                                    .hasSameSizeAs(table.select("> tbody > tr").first().children());
                            assertThat(table.select("> tbody > tr > th[scope=row]"))
                                    .hasSameSizeAs(table.select("> tbody > tr"));
                        });
    }

    @Test
    void letsNoNameFromOutsideBecomeAnElement() {
        Story story =
                Story.begins("europe-files-k3x9q", Instant.parse("2019-11-04T08:00:00Z"))
                        .intends("files[zurich-1]", 1)
                        .fails("files[zurich-1]", HOSTILE, HOSTILE)
                        .givesUp("files[zurich-1]")
                        .differs(
                                "files[zurich-2]",
                                new Difference(
                                        HOSTILE, HOSTILE, "", Difference.Owner.OURS_OR_ABSENT));
        Document quiet = Jsoup.parse(page(Stories.waiting().overview()));

        Document page = Jsoup.parse(page(story.overview()));

        assertThat(page.select("script, img, [onerror]")).isEmpty();
        assertThat(page.select("#waits-table").text())
                .contains("\"><script>alert(1)</script><img src=x onerror=alert(2)>&amp;'\ufffd");
        assertThat(elements(page)).isSubsetOf(elements(quiet));
    }

    private static List<String> elements(Document page) {
        return page.getAllElements().stream()
                .map(Element::normalName)
                .distinct()
                .collect(Collectors.toList());
    }

    private static String page(Overview overview) {
        return ReportPage.of(ProgrammeOverview.of(List.of(overview)));
    }
}
