package gotthard.report;

import gotthard.graph.StepId;
import gotthard.overview.Ahead;
import gotthard.overview.BackUntil;
import gotthard.overview.CellSummary;
import gotthard.overview.Changes;
import gotthard.overview.Forecast;
import gotthard.overview.Light;
import gotthard.overview.Origin;
import gotthard.overview.Phase;
import gotthard.overview.ProgrammeOverview;
import gotthard.overview.RunSummary;
import gotthard.plan.PlanName;
import gotthard.world.CellId;

import java.time.LocalDate;
import java.util.Optional;

/// The parts of a JSON report that speak of plans and cells as a whole.
final class JsonProgramme {
    private final JsonWriting json;

    JsonProgramme(JsonWriting json) {
        this.json = json;
    }

    void add(ProgrammeOverview programme) {
        json.text("programme", programme.title());
        json.text("light", programme.light().word());
        json.objects("phases", programme.phases(), this::phase);
        json.objects("ahead", programme.ahead(), this::ahead);
        json.objects("cells", programme.cells(), this::cell);
        programme.changes().ifPresent(changes -> json.object("changes", () -> changes(changes)));
    }

    private void phase(Phase phase) {
        RunSummary run = phase.overview().run();
        json.text("plan", run.plan().value());
        json.text("run", run.id().value());
        json.text("light", phase.rule().light().word());
        json.text("rule", phase.rule().name());
        json.text("because", phase.rule().words());
        json.text("owner", run.terms().owner());
        json.text("due", run.terms().due().map(LocalDate::toString));
        json.object("forecast", () -> forecast(phase.forecast()));
    }

    private void ahead(Ahead plan) {
        json.text("plan", plan.plan().value());
        json.text("title", plan.title());
        json.text("owner", plan.owner());
        json.text("light", plan.light().map(Light::word));
        json.text("due", plan.due().map(LocalDate::toString));
        json.texts("after", plan.after().stream().map(PlanName::value).toList());
        json.number("steps", plan.steps());
        json.texts("moving", plan.moving().stream().map(CellId::toString).toList());
    }

    private void forecast(Forecast forecast) {
        switch (forecast) {
            case Forecast.Ended(var at) -> json.text("ended", at.toString());
            case Forecast.Between(var earliest, var latest, var basis) -> {
                json.text("earliest", earliest.toString());
                json.text("latest", latest.toString());
                basis(basis);
            }
            case Forecast.Following(var least, var most, var basis) -> {
                json.millis("leastMillisOnceItGoesOn", Optional.of(least));
                json.millis("mostMillisOnceItGoesOn", Optional.of(most));
                basis(basis);
            }
            case Forecast.None(var reason, var steps) -> {
                json.text("noneBecause", reason.name());
                json.texts("unknownSteps", steps.stream().map(StepId::value).toList());
            }
        }
    }

    private void basis(Forecast.Basis basis) {
        json.number("remainingSteps", basis.remaining());
        json.number("pastSteps", basis.past());
        json.number("measuredSteps", basis.measured());
    }

    private void cell(CellSummary cell) {
        json.text("region", cell.cell().region().value());
        json.text("data", cell.cell().data().value());
        json.text("mark", cell.mark().word());
        json.number("movedPercent", cell.moved());
        json.number("verifiedPercent", cell.verified());
        cell.total()
                .ifPresent(
                        total -> {
                            json.number("totalThings", total.now());
                            json.number("grownThings", total.grown());
                        });
        json.objects(
                "lags",
                cell.lags(),
                lag -> {
                    json.text("now", CellWords.lag(lag));
                    json.number("bytes", lag.now().bytes());
                    json.millis("ageMillis", Optional.of(lag.now().age()));
                    origin(lag.origin());
                });
        json.objects(
                "blockers",
                cell.blockers(),
                waiting -> {
                    json.text("what", waiting.what());
                    json.text("owner", waiting.owner());
                    json.moment("since", waiting.since());
                    origin(waiting.origin());
                });
        json.object("wayBack", () -> backUntil(cell.backUntil()));
        json.objects("from", cell.origins(), this::origin);
    }

    private void backUntil(BackUntil until) {
        switch (until) {
            case BackUntil.Nothing _ -> json.text("is", "NOTHING");
            case BackUntil.NoEnd _ -> json.text("is", "OPEN");
            case BackUntil.Before(var step, var earliest) -> {
                json.text("is", "OPEN_UNTIL_STEP");
                json.moment("atLeastUntil", earliest);
                origin(step);
            }
            case BackUntil.Over(var since, var step) -> {
                json.text("is", "CLOSED");
                json.text("since", since.toString());
                step.ifPresent(this::origin);
            }
        }
    }

    private void changes(Changes changes) {
        json.text("since", changes.since().toString());
        json.texts("opened", changes.opened().stream().map(run -> run.value()).toList());
        json.objects(
                "steps",
                changes.steps(),
                step -> {
                    origin(step.origin());
                    json.text("from", step.from().word());
                    json.text("to", step.to().word());
                });
        json.objects(
                "cells",
                changes.cells(),
                cell -> {
                    json.text("region", cell.cell().region().value());
                    json.text("data", cell.cell().data().value());
                    json.number("movedPercentBefore", cell.movedBefore());
                    json.number("movedPercent", cell.moved());
                    json.number("verifiedPercentBefore", cell.verifiedBefore());
                    json.number("verifiedPercent", cell.verified());
                });
    }

    private void origin(Origin origin) {
        json.text("run", origin.run().value());
        json.text("step", origin.step().value());
        if (origin.entry().isPresent()) {
            json.number("entry", origin.entry().getAsLong());
        }
    }
}
