package gotthard.page;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;

import gotthard.overview.BigProgramme;
import gotthard.overview.Overview;
import gotthard.overview.ProgrammeOverview;
import gotthard.report.JsonReport;

import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.select.Elements;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/// The numbers of a page are those of the JSON report, and those are what a replay of the journal finds that knows nothing of either.
final class NumbersTest {
    private static final long SEED = 2019;
    private static final Instant SINCE = BigProgramme.NOW.minus(Duration.ofDays(14));
    private static final List<BigProgramme.Made> RUNS = BigProgramme.of(SEED);

    private static JsonNode json;
    private static Document page;

    @BeforeAll
    static void report() throws IOException {
        ProgrammeOverview programme =
                ProgrammeOverview.of(RUNS.stream().map(BigProgramme.Made::overview).toList())
                        .since(
                                SINCE,
                                RUNS.stream()
                                        .flatMap(
                                                run ->
                                                        Overview.asOf(
                                                                SINCE, run.id(), run.entries())
                                                                .stream())
                                        .toList());
        json = new ObjectMapper().readTree(JsonReport.of(programme));
        page = Jsoup.parse(ReportPage.of(programme));
    }

    @Test
    void areOfEightPlansSixtyCellsAndThreeThousandSteps() {
        int steps = 0;
        for (JsonNode run : json.get("runs")) {
            steps += run.get("steps").size();
        }

        assertThat(json.get("phases")).hasSize(BigProgramme.PLANS);
        assertThat(json.get("cells")).hasSize(BigProgramme.CELLS);
        assertThat(steps).isEqualTo(BigProgramme.STEPS);
    }

    @Test
    void ofCellsInThePageAreThoseInJson() {
        var cells = new ArrayList<List<String>>();
        for (JsonNode cell : json.get("cells")) {
            cells.add(
                    List.of(
                            cell.get("region").asText() + "/" + cell.get("data").asText(),
                            number(cell, "movedPercent"),
                            number(cell, "verifiedPercent"),
                            number(cell, "totalThings"),
                            Integer.toString(cell.get("blockers").size())));
        }

        var shown = new ArrayList<List<String>>();
        for (Element row : page.select("#matrix > tbody > tr")) {
            Elements all = row.children();
            String blocked = all.get(6).text();
            shown.add(
                    List.of(
                            all.get(0).text(),
                            value(all.get(2)),
                            value(all.get(3)),
                            value(all.get(4)),
                            blocked.equals("–") ? "0" : blocked.contains("; and ") ? "2" : "1"));
        }
        assertThat(shown).isEqualTo(cells);
    }

    @Test
    void ofStepsInThePageAreThoseInJson() {
        var steps = new ArrayList<String>();
        for (JsonNode run : json.get("runs")) {
            for (JsonNode step : run.get("steps")) {
                steps.add(
                        String.join(
                                " ",
                                step.get("step").asText(),
                                step.get("state").asText(),
                                step.path("since").asText("–"),
                                step.path("tookMillis").asText("–"),
                                step.get("attempts").asText(),
                                step.path("entry").asText("–")));
            }
        }

        var shown = new ArrayList<String>();
        for (Element row : page.select("#steps ~ details tbody > tr")) {
            Elements all = row.children();
            shown.add(
                    String.join(
                            " ",
                            all.get(0).text(),
                            all.get(2).text(),
                            all.get(3).select("time").isEmpty()
                                    ? all.get(3).text()
                                    : all.get(3).select("time").attr("datetime"),
                            value(all.get(4)),
                            value(all.get(5)),
                            value(all.get(6))));
        }
        assertThat(shown).isEqualTo(steps);
    }

    @Test
    void ofPlansInThePageAreThoseInJson() {
        var rows = page.select("#plans > tbody > tr");
        int i = 0;
        for (JsonNode phase : json.get("phases")) {
            Elements all = rows.get(i++).children();
            JsonNode forecast = phase.get("forecast");
            assertThat(all.get(0).text()).startsWith(phase.get("plan").asText());
            assertThat(all.get(1).text())
                    .contains(phase.get("light").asText(), phase.get("because").asText());
            assertThat(all.get(7).text()).isEqualTo(phase.path("due").asText("none"));
            assertThat(all.get(8).text())
                    .contains(second(forecast.path("earliest")), second(forecast.path("latest")))
                    .contains(second(forecast.path("ended")));
        }
        assertThat(rows).hasSize(i);
    }

    @Test
    void ofTheFirstScreenAreThoseInJson() {
        JsonNode matrix = json.get("matrix");
        long verified = 0;
        for (JsonNode run : json.get("runs")) {
            verified += run.get("counts").path("verified").asLong();
        }

        assertThat(value(page.selectFirst("#steps-verified"))).isEqualTo(Long.toString(verified));
        assertThat(value(page.selectFirst("#cells-verified")))
                .isEqualTo(matrix.get("verified").asText());
        assertThat(value(page.selectFirst("#things")))
                .isEqualTo(matrix.get("comparedThings").asText());
        assertThat(value(page.selectFirst("#bytes")))
                .isEqualTo(matrix.get("comparedBytes").asText());
        assertThat(page.selectFirst("header .light").text()).contains(json.get("light").asText());
    }

    @Test
    void ofIncidentsAndChangesInThePageAreThoseInJson() {
        var entries = new ArrayList<String>();
        for (JsonNode run : json.get("runs")) {
            run.get("incidents").forEach(incident -> entries.add(incident.get("entry").asText()));
        }
        long moved =
                page.select("#moves data").stream()
                        .mapToLong(number -> Long.parseLong(number.attr("value")))
                        .sum();

        assertThat(page.select("#incidents-table > tbody > tr"))
                .extracting(row -> value(row.child(1)))
                .isEqualTo(entries);
        assertThat(moved).isPositive().isEqualTo(json.get("changes").get("steps").size());
        assertThat(page.select("#shares > tbody > tr"))
                .hasSameSizeAs(json.get("changes").get("cells"));
    }

    private static String number(JsonNode node, String key) {
        return node.path(key).asText("unknown");
    }

    /// The plain value of a number in the page, or what stands there instead.
    private static String value(Element cell) {
        Element number = cell.selectFirst("data");
        return number == null ? cell.text() : number.attr("value");
    }

    private static String second(JsonNode moment) {
        return moment.isMissingNode()
                ? ""
                : moment.asText().replace('T', ' ').substring(0, "2019-12-02 09:30:00".length());
    }
}
