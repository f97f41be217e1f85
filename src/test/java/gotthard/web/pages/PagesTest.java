package gotthard.web.pages;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;

import gotthard.action.Difference;
import gotthard.action.Progress;
import gotthard.graph.StepId;
import gotthard.journal.Opening;
import gotthard.overview.BigProgramme;
import gotthard.overview.Overview;
import gotthard.overview.ProgrammeOverview;
import gotthard.overview.StepStory;
import gotthard.overview.Stories;
import gotthard.overview.Story;

import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import java.util.Set;
import java.util.TreeSet;

final class PagesTest {
    private static final Instant START = Instant.parse("2019-11-04T08:00:00Z");
    private static final int MOST_BYTES = 2_000_000;
    private static final String HOSTILE =
            "\"><script>alert(1)</script><img src=x onerror=alert(2)>'\u202e\u0000";

    /// One step failed for good, another runs, others have not begun.
    private static Story failed() {
        return Story.begins("europe-files-k3x9q", START)
                .found("ready", "12 findings, all good")
                .intends("files[zurich-2]", 1)
                .shows(
                        "files[zurich-2]",
                        new Progress(17, OptionalLong.empty(), Progress.Unit.FILES, "copies files"))
                .intends("files[zurich-1]", 1)
                .fails("files[zurich-1]", "zurich-1/files-1 is full", "free 2 GB there")
                .givesUp("files[zurich-1]");
    }

    private static Document run(Overview overview) {
        return Jsoup.parse(Pages.run(overview, 9));
    }

    private static Document step(Story story, String step) {
        Overview overview = story.overview();
        return Jsoup.parse(
                Pages.step(
                        overview,
                        StepStory.of(overview.run().id(), new StepId(step), story.entries())));
    }

    private static List<Document> all() {
        var pages = new ArrayList<Document>();
        pages.add(Jsoup.parse(Pages.home(BigProgramme.overview(7), "")));
        BigProgramme.of(7).forEach(run -> pages.add(run(run.overview())));
        pages.add(run(Stories.rolledBack().overview()));
        pages.add(step(failed(), "files[zurich-1]"));
        pages.add(Jsoup.parse(Pages.signIn("")));
        return pages;
    }

    @Test
    void fitAPolicyThatAllowsOnlyOwnFiles() {
        assertThat(all())
                .allSatisfy(
                        page -> {
                            assertThat(page.select("script"))
                                    .extracting(it -> it.attr("src") + it.data())
                                    .containsExactly("/app.js");
                            assertThat(page.select("style, [style], [onclick], iframe, object"))
                                    .isEmpty();
                        });
    }

    @Test
    void callNoTwoElementsAlikeAndLinkOnlyToWhatIsThere() {
        assertThat(all())
                .allSatisfy(
                        page -> {
                            List<String> there =
                                    page.select("[id]").stream().map(Element::id).toList();
                            assertThat(there).doesNotHaveDuplicates();
                            assertThat(page.select("a[href^=#]"))
                                    .extracting(link -> link.attr("href").substring(1))
                                    .isSubsetOf(there);
                        });
    }

    @Test
    void stayShortOfThreeThousandSteps() {
        String page = Pages.run(BigRun.story().overview(), 1);

        assertThat(Jsoup.parse(page).select("#rows > li")).hasSize(BigRun.STEPS);
        assertThat(page.getBytes(StandardCharsets.UTF_8)).hasSizeLessThan(MOST_BYTES);
    }

    @Nested
    final class OfARun {
        @Test
        void namesUrgentStepsFirst() {
            Document page = run(failed().overview());

            assertThat(page.select("#rows > li"))
                    .extracting(row -> row.attr("data-is") + " " + row.select("a").text())
                    .containsExactly(
                            "failing files[zurich-1]",
                            "going files[zurich-2]",
                            "pending workload[zurich-1]",
                            "pending go",
                            "pending switch",
                            "verified ready");
        }

        @Test
        void countsWhatItsChoicesShow() {
            Document page = run(BigProgramme.of(7).getFirst().overview());

            for (Element choice : page.select(".choice:not(.all)")) {
                String key = choice.select("input").val();
                assertThat(choice.select("b").text())
                        .as(key)
                        .isEqualTo(
                                Integer.toString(
                                        page.select("#rows > li[data-is=" + key + "]").size()));
            }
        }

        @Test
        void saysThatATotalIsUnknownAndDrawsNoShareOfIt() {
            Element row = run(failed().overview()).select("#rows > li[data-is=going]").first();

            assertThat(row.select(".note").text())
                    .isEqualTo("17 files of an unknown total, copies files");
            assertThat(row.select("svg")).isEmpty();
        }

        @Test
        void tellsTheCommandThatReleasesWhatWaits() {
            Document page = run(Stories.waiting().overview());

            assertThat(page.select("#waits .command").eachText())
                    .containsExactly("gotthard approve europe-files-k3x9q go --as PERSON");
        }

        @Test
        void quotesForTheShellWhatItMayNotRead() {
            Document page = run(failed().overview());

            assertThat(page.select("#waits .command").eachText())
                    .containsExactly(
                            "gotthard retry europe-files-k3x9q 'files[zurich-1]'",
                            "gotthard rollback europe-files-k3x9q --step 'files[zurich-1]'");
        }

        @Test
        void isTheSameEachTime() {
            BigProgramme.Made made = BigProgramme.of(7).get(5);

            assertThat(Pages.run(made.overview(), 3))
                    .isEqualTo(Pages.run(BigProgramme.of(7).get(5).overview(), 3));
        }

        @Test
        void letsNoNameFromOutsideBecomeAnElement() {
            Story story = hostile();
            Document quiet = run(failed().overview());

            Document page = run(story.overview());

            assertThat(page.select("img, [onerror]")).isEmpty();
            assertThat(page.select("script")).hasSize(1);
            assertThat(elements(page)).isSubsetOf(elements(quiet));
            assertThat(page.select("#rows").text()).contains("<script>alert(1)</script>");
        }
    }

    @Nested
    final class Parts {
        @Test
        void areWhatThePageHasByThoseNames() throws IOException {
            Overview overview = failed().overview();
            Document page = run(overview);

            JsonNode parts =
                    new ObjectMapper()
                            .readTree(Pages.parts(overview, Set.of(new StepId("files[zurich-1]"))));

            parts.properties()
                    .forEach(
                            part ->
                                    assertThat(
                                                    Jsoup.parseBodyFragment(
                                                                    part.getValue().asText())
                                                            .body()
                                                            .child(0)
                                                            .outerHtml())
                                            .isEqualTo(
                                                    page.getElementById(part.getKey())
                                                            .outerHtml()));
            assertThat(parts.properties())
                    .extracting(part -> part.getKey())
                    .contains("summary", "waits", "graph", "count-failing");
        }

        @Test
        void haveTheRowsOfTouchedStepsAndNoOthers() throws IOException {
            JsonNode parts =
                    new ObjectMapper()
                            .readTree(
                                    Pages.parts(
                                            failed().overview(),
                                            Set.of(
                                                    new StepId("files[zurich-1]"),
                                                    new StepId("unheard-of"))));

            assertThat(parts.properties())
                    .extracting(part -> part.getKey())
                    .filteredOn(id -> id.matches("s\\d+"))
                    .containsExactly("s3");
        }
    }

    @Nested
    final class OfAStep {
        @Test
        void tellsWhatFailedAndWhatNextInFull() {
            Document page = step(failed(), "files[zurich-1]");

            assertThat(page.select("#summary").text())
                    .contains("zurich-1/files-1 is full", "What next: free 2 GB there");
            assertThat(page.select(".story > li"))
                    .extracting(moment -> moment.select(".moment strong").text())
                    .containsExactly("step intended", "step ended", "step given up");
        }

        @Test
        void linksWhatItNeedsAndWhatNeedsIt() {
            Document page = step(failed(), "files[zurich-1]");

            assertThat(page.select("#around .names a").eachAttr("href"))
                    .containsExactly(
                            "/runs/europe-files-k3x9q/steps/ready",
                            "/runs/europe-files-k3x9q/steps/go");
        }

        @Test
        void letsNoOutputBecomeAnElement() {
            Document page = step(hostile(), HOSTILE);

            assertThat(page.select("img, [onerror]")).isEmpty();
            assertThat(page.select("script")).hasSize(1);
            assertThat(page.select(".story").text()).contains("<script>alert(1)</script>");
        }
    }

    @Nested
    final class OfAllPlans {
        @Test
        void namesTheWorstFirst() {
            Document page = Jsoup.parse(Pages.home(BigProgramme.overview(7), ""));

            assertThat(page.select(".plans .light").eachText())
                    .isSortedAccordingTo(
                            (one, other) -> rank(one) == rank(other) ? 0 : rank(one) - rank(other));
        }

        @Test
        void leadsToWhatFailedAtOnce() {
            Document page =
                    Jsoup.parse(Pages.home(ProgrammeOverview.of(List.of(failed().overview())), ""));

            assertThat(page.select("#waits a").eachAttr("href"))
                    .contains("/runs/europe-files-k3x9q/steps/files%5Bzurich-1%5D");
        }

        private static int rank(String light) {
            return List.of("■ red", "▲ amber", "● green").indexOf(light);
        }
    }

    private static Story hostile() {
        Opening opening =
                Story.opening(
                        "",
                        List.of(
                                new Opening.Listed(
                                        new StepId(HOSTILE),
                                        HOSTILE,
                                        1,
                                        HOSTILE,
                                        Set.of(new StepId("ready")),
                                        Set.of(),
                                        List.of(),
                                        "00")));
        return Story.begins("europe-files-k3x9q", START, opening)
                .intends(HOSTILE, 1)
                .fails(HOSTILE, HOSTILE, HOSTILE)
                .differs(
                        HOSTILE,
                        new Difference(HOSTILE, HOSTILE, "", Difference.Owner.OURS_OR_ABSENT))
                .givesUp(HOSTILE);
    }

    private static Set<String> elements(Document page) {
        var names = new TreeSet<String>();
        page.getAllElements().forEach(element -> names.add(element.normalName()));
        return names;
    }
}
