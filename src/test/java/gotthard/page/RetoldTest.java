package gotthard.page;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;

import gotthard.overview.AnyProgramme;
import gotthard.overview.BigProgramme;
import gotthard.overview.ProgrammeOverview;
import gotthard.report.JsonReport;

import org.junit.jupiter.api.Named;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import java.io.IOException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/// The numbers of the JSON report are what the entries and documents of the runs say to one who knows nothing of how reports are made: of a large
/// programme, and of some in which anything happens.
final class RetoldTest {
    private static final int SOME = Integer.getInteger("gotthard.retold", 60);

    /// A programme, as reports have it and as it is told anew.
    record Both(JsonNode json, RetoldProgramme retold) {
        static Both of(List<BigProgramme.Made> runs) {
            try {
                return new Both(
                        new ObjectMapper()
                                .readTree(
                                        JsonReport.of(
                                                ProgrammeOverview.of(
                                                        runs.stream()
                                                                .map(BigProgramme.Made::overview)
                                                                .toList()))),
                        new RetoldProgramme(runs, BigProgramme.NOW));
            } catch (IOException e) {
                throw new java.io.UncheckedIOException(e);
            }
        }
    }

    private static final List<Named<Both>> PROGRAMMES =
            Stream.concat(
                            Stream.of(Named.of("the large one", Both.of(BigProgramme.of(2019)))),
                            IntStream.range(0, SOME)
                                    .mapToObj(
                                            seed ->
                                                    Named.of(
                                                            "seed " + seed,
                                                            Both.of(AnyProgramme.of(seed)))))
                    .toList();

    static List<Named<Both>> programmes() {
        return PROGRAMMES;
    }

    /// So that nothing is held that does not happen.
    @Test
    void areOfAllThatReportsTell() {
        var rules = new TreeSet<String>();
        var forecasts = new TreeSet<String>();
        var ways = new TreeSet<String>();
        for (Named<Both> programme : PROGRAMMES) {
            JsonNode json = programme.getPayload().json();
            json.get("phases").forEach(phase -> rules.add(phase.get("rule").asText()));
            json.get("phases").forEach(phase -> forecasts.add(kind(phase.get("forecast"))));
            json.get("cells").forEach(cell -> ways.add(way(cell.get("wayBack"))));
        }

        assertThat(rules)
                .contains("ROLLBACK_FAILED", "FAILED", "UNKNOWN", "CHANGED", "OVERDUE", "LATE")
                .contains("WAITS", "BACK", "UNPROVEN", "DONE", "STOPPED", "NOT_KNOWN", "ON_TIME")
                .contains("UNDERWAY");
        assertThat(forecasts)
                .contains("GOES_BACK", "LONGER_THAN_ANY", "NO_PAST", "NO_TOTAL")
                .contains("earliest", "ended", "leastMillisOnceItGoesOn");
        assertThat(ways)
                .contains("CLOSED", "NOTHING", "OPEN", "OPEN_UNTIL_STEP", "OPEN_UNTIL_STEP dated");
    }

    private static String kind(JsonNode forecast) {
        return forecast.path("noneBecause").asText(forecast.fieldNames().next());
    }

    private static String way(JsonNode back) {
        return back.get("is").asText() + (back.has("atLeastUntil") ? " dated" : "");
    }

    @ParameterizedTest
    @MethodSource("programmes")
    void ofSteps(Both both) {
        var steps = new TreeMap<String, String>();
        for (JsonNode run : both.json().get("runs")) {
            for (JsonNode step : run.get("steps")) {
                steps.put(
                        run.get("run").asText() + " " + step.get("step").asText(),
                        words(
                                step,
                                "state",
                                "since",
                                "started",
                                "tookMillis",
                                "entry",
                                "attempts",
                                "undoAttempts",
                                "generation"));
            }
        }

        assertThat(steps).isEqualTo(both.retold().steps());
    }

    @ParameterizedTest
    @MethodSource("programmes")
    void ofTheEndsOfRuns(Both both) {
        var ends = new TreeMap<String, String>();
        for (JsonNode run : both.json().get("runs")) {
            ends.put(
                    run.get("run").asText(),
                    run.path("ending").asText("null") + " " + words(run, "ended"));
        }

        assertThat(ends).isEqualTo(both.retold().ends());
    }

    @ParameterizedTest
    @MethodSource("programmes")
    void ofCells(Both both) {
        var cells = new TreeMap<String, String>();
        for (JsonNode cell : both.json().get("cells")) {
            cells.put(
                    name(cell),
                    words(cell, "movedPercent", "verifiedPercent", "totalThings", "grownThings"));
        }

        assertThat(cells).isEqualTo(both.retold().cells());
    }

    @ParameterizedTest
    @MethodSource("programmes")
    void ofTheWhole(Both both) {
        JsonNode matrix = both.json().get("matrix");

        assertThat(words(matrix, "moving", "verified", "comparedThings", "comparedBytes"))
                .isEqualTo(
                        both.retold().moving()
                                + " "
                                + both.retold().verified()
                                + " "
                                + both.retold().compared());
    }

    @ParameterizedTest
    @MethodSource("programmes")
    void ofWhatKeepsCellsFromGoingOn(Both both) {
        var blockers = new TreeMap<String, Object>();
        for (JsonNode cell : both.json().get("cells")) {
            var all = new TreeSet<String>();
            cell.get("blockers")
                    .forEach(blocker -> all.add(words(blocker, "run", "step", "since", "owner")));
            blockers.put(name(cell), all);
        }

        assertThat(blockers).isEqualTo(both.retold().blockers());
    }

    @ParameterizedTest
    @MethodSource("programmes")
    void ofHowFarCellsAreBehind(Both both) {
        var lags = new TreeMap<String, List<String>>();
        for (JsonNode cell : both.json().get("cells")) {
            lags.put(
                    name(cell),
                    StreamSupport.stream(cell.get("lags").spliterator(), false)
                            .map(lag -> words(lag, "run", "step", "bytes", "ageMillis"))
                            .sorted()
                            .toList());
        }

        assertThat(lags).isEqualTo(both.retold().lags());
    }

    @ParameterizedTest
    @MethodSource("programmes")
    void ofWaysBack(Both both) {
        var ways = new TreeMap<String, String>();
        for (JsonNode cell : both.json().get("cells")) {
            ways.put(name(cell), words(cell.get("wayBack"), "is", "atLeastUntil"));
        }

        assertThat(ways).isEqualTo(both.retold().waysBack());
    }

    @ParameterizedTest
    @MethodSource("programmes")
    void ofForecasts(Both both) {
        Map<String, RetoldForecast> told = both.retold().forecasts();

        assertThat(both.json().get("phases")).hasSize(told.size());
        for (JsonNode phase : both.json().get("phases")) {
            forecast(
                    phase.get("plan").asText(),
                    phase.get("forecast"),
                    told.get(phase.get("plan").asText()));
        }
    }

    private static void forecast(String plan, JsonNode forecast, RetoldForecast told) {
        if (told.isDone()) {
            assertThat(words(forecast, "ended")).as(plan).isEqualTo(RetoldStep.text(told.ended()));
            return;
        }
        if (!told.isKnown()) {
            assertThat(words(forecast, "noneBecause"))
                    .as(plan)
                    .isEqualTo(told.none().split(" ", 2)[0]);
            assertThat(forecast.get("unknownSteps"))
                    .as(plan)
                    .extracting(JsonNode::asText)
                    .hasToString(told.none().split(" ", 2)[1]);
            return;
        }
        assertThat(words(forecast, "remainingSteps", "pastSteps", "measuredSteps"))
                .as(plan)
                .isEqualTo(told.basis());
        assertThat(length(forecast, told.waits() ? "leastMillisOnceItGoesOn" : "earliest"))
                .as(plan)
                .isCloseTo(told.least(), within(2L));
        assertThat(length(forecast, told.waits() ? "mostMillisOnceItGoesOn" : "latest"))
                .as(plan)
                .isCloseTo(told.most(), within(2L));
    }

    private static long length(JsonNode forecast, String key) {
        assertThat(forecast.has(key)).as(key).isTrue();
        JsonNode value = forecast.get(key);
        return value.isNumber()
                ? value.asLong()
                : Instant.parse(value.asText()).toEpochMilli() - BigProgramme.NOW.toEpochMilli();
    }

    @ParameterizedTest
    @MethodSource("programmes")
    void ofLights(Both both) {
        var lights = new TreeMap<String, String>();
        for (JsonNode phase : both.json().get("phases")) {
            lights.put(phase.get("plan").asText(), words(phase, "light", "rule"));
        }

        assertThat(lights).isEqualTo(both.retold().lights());
    }

    private static String name(JsonNode cell) {
        return cell.get("region").asText() + "/" + cell.get("data").asText();
    }

    private static String words(JsonNode node, String... keys) {
        return String.join(
                " ", Stream.of(keys).map(key -> node.path(key).asText("unknown")).toList());
    }
}
