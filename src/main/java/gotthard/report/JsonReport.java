package gotthard.report;

import gotthard.graph.StepId;
import gotthard.overview.Incident;
import gotthard.overview.Matrix;
import gotthard.overview.Overview;
import gotthard.overview.Part;
import gotthard.overview.ProgrammeOverview;
import gotthard.overview.RunSummary;
import gotthard.overview.SiteRest;
import gotthard.overview.StepRow;
import gotthard.overview.Unproven;
import gotthard.overview.Waiting;

import java.util.Optional;

/// A report for programs: `"report": "gotthard/report/v1"`. Keys keep their order and meaning within a version; what is not known is left out.
/// Times are ISO 8601 in UTC, durations milliseconds, shares whole per cent rounded down, amounts bytes.
public final class JsonReport {
    private final JsonWriting json;

    private JsonReport(JsonWriting json) {
        this.json = json;
    }

    /// The same numbers as [MarkdownReport].
    public static String of(ProgrammeOverview programme) {
        return JsonWriting.object(true, json -> new JsonReport(json).report(programme)) + "\n";
    }

    /// The same on one line, without a line break.
    public static String line(ProgrammeOverview programme) {
        return JsonWriting.object(false, json -> new JsonReport(json).report(programme));
    }

    private void report(ProgrammeOverview programme) {
        json.text("report", "gotthard/report/v1");
        json.text("at", programme.at().toString());
        new JsonProgramme(json).add(programme);
        matrix(programme.matrix());
        json.objects("runs", programme.runs(), this::run);
    }

    private void matrix(Matrix matrix) {
        json.object(
                "matrix",
                () -> {
                    json.number("moving", matrix.moving());
                    json.number("verified", matrix.verified());
                    json.number("comparedThings", matrix.compared().things());
                    json.number("comparedBytes", matrix.compared().bytes());
                    json.texts("sites", matrix.sites().stream().map(site -> site.value()).toList());
                    json.objects("cells", matrix.rows(), row -> cell(matrix, row));
                });
    }

    private void cell(Matrix matrix, Matrix.Row row) {
        json.text("region", row.cell().region().value());
        json.text("data", row.cell().data().value());
        json.objects(
                "at",
                matrix.sites(),
                site -> {
                    json.text("site", site.value());
                    part("stored", row.at(site).stored());
                    part("processed", row.at(site).processed());
                });
    }

    private void part(String key, Part part) {
        json.object(
                key,
                () -> {
                    json.text("mark", part.mark().word());
                    json.truth("inFull", part.isInFull());
                    json.number("movedPercent", part.moved());
                    json.number("verifiedPercent", part.verified());
                    part.total().ifPresent(total -> json.number("totalThings", total.now()));
                    part.compared()
                            .ifPresent(
                                    amount -> {
                                        json.number("comparedThings", amount.things());
                                        json.number("comparedBytes", amount.bytes());
                                    });
                });
    }

    private void run(Overview overview) {
        RunSummary run = overview.run();
        json.text("run", run.id().value());
        json.text("plan", run.plan().value());
        json.text("title", run.title());
        json.text("standing", Headline.standing(overview));
        json.text("direction", run.direction().name());
        json.text("ending", run.ending().map(Enum::name));
        json.text("startedBy", run.startedBy());
        json.text("toolVersion", run.toolVersion());
        json.text("started", run.started().toString());
        json.moment("ended", run.ended());
        json.millis("elapsedMillis", Optional.of(run.elapsed()));
        json.object(
                "counts",
                () -> run.counts().forEach((stage, count) -> json.number(stage.word(), count)));
        json.objects("steps", overview.steps(), this::step);
        json.objects("incidents", overview.incidents(), this::incident);
        json.objects("rests", overview.rests(), this::rest);
        json.objects("waiting", overview.waiting(), this::waiting);
        json.objects("unproven", overview.unproven(), this::unproven);
        overview.operations()
                .paused()
                .ifPresent(
                        standing ->
                                json.object(
                                        "paused",
                                        () -> {
                                            json.text("by", standing.by().value());
                                            json.text("why", standing.why());
                                            json.text("since", standing.since().toString());
                                        }));
        json.text("wayBack", overview.wayBack().kind().name());
        json.texts(
                "rollbackWouldUndo",
                overview.wayBack().steps().stream().map(StepId::value).toList());
    }

    private void step(StepRow row) {
        json.text("step", row.id().value());
        json.text("kind", row.kind());
        json.text("summary", row.summary());
        json.text("state", row.stage().word());
        row.entry().ifPresent(entry -> json.number("entry", entry));
        json.moment("since", row.since());
        json.moment("started", row.started());
        json.millis("tookMillis", row.duration());
        json.number("attempts", row.attempts());
        json.number("undoAttempts", row.undoAttempts());
        json.number("generation", row.generation());
        json.texts("waitsFor", row.waitsFor().stream().map(StepId::value).toList());
        row.evidence()
                .ifPresent(
                        evidence ->
                                json.object(
                                        "evidence",
                                        () -> {
                                            json.number("compared", evidence.compared());
                                            json.number("of", evidence.of());
                                            json.number("bytes", evidence.bytes());
                                            json.text("statement", evidence.statement());
                                        }));
        json.millis("restedMillis", row.rested());
        json.millis("countsForMillis", row.fresh());
        row.failure()
                .ifPresent(
                        failure ->
                                json.object(
                                        "failure",
                                        () -> {
                                            json.text("what", failure.what());
                                            json.text("next", failure.next());
                                        }));
    }

    private void incident(Incident incident) {
        json.text("at", incident.at().toString());
        json.number("entry", incident.entry());
        json.text("kind", incident.kind().word());
        json.text("step", incident.step().map(StepId::value));
        json.text("what", incident.what());
        json.text("next", incident.next());
    }

    private void rest(SiteRest rest) {
        json.text("site", rest.site().value());
        json.number("times", rest.times().size());
        json.millis("wholeMillis", Optional.of(rest.whole()));
        json.objects("each", rest.times(), this::time);
    }

    private void time(SiteRest.Time time) {
        json.text("since", time.since().toString());
        json.millis("lastedMillis", Optional.of(time.lasted()));
        json.truth("isOver", time.isOver());
        json.text("signal", time.signal());
        json.text("value", time.value());
        json.text("wanted", time.wanted());
    }

    private void unproven(Unproven step) {
        json.text("step", step.step().value());
        json.text("how", step.how());
        json.text("what", step.what());
        json.text("by", step.by());
        json.text("why", step.why());
        json.text("since", step.since().toString());
        json.text("found", step.found());
        json.moment("until", step.until());
        json.texts("reliedOnBy", step.reliedOnBy().stream().map(StepId::value).toList());
    }

    private void waiting(Waiting waiting) {
        json.text("step", waiting.step().value());
        json.moment("since", waiting.since());
        json.text("owner", waiting.owner());
        json.text("what", waiting.what());
        json.text("releasedBy", waiting.releasedBy());
    }
}
