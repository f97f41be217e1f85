package gotthard.cli;

import gotthard.action.Prediction;
import gotthard.graph.StepId;
import gotthard.graph.Timetable;
import gotthard.policy.Delay;
import gotthard.preview.Outlook;
import gotthard.preview.Predicted;
import gotthard.preview.Preview;
import gotthard.shape.Durations;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.stream.Stream;

/// Says of the steps that have something to do when the calendar lets them start, and of those that are verified again how soon.
record PlanTimes(SequencedMap<StepId, String> words) {
    static PlanTimes of(Timetable timetable, Preview preview, Instant now) {
        var words = new LinkedHashMap<StepId, String>();
        for (Predicted step : preview.steps()) {
            Stream.of(
                            isToAct(step)
                                    ? of(timetable, step.step(), now)
                                    : Optional.<String>empty(),
                            counts(timetable, step.step()))
                    .flatMap(Optional::stream)
                    .reduce((one, other) -> one + "; " + other)
                    .ifPresent(it -> words.put(step.step(), it));
        }
        return new PlanTimes(words);
    }

    private static boolean isToAct(Predicted step) {
        return step.outlook() instanceof Outlook.Acts(_, var prediction)
                && !(prediction instanceof Prediction.Nothing);
    }

    private static Optional<String> counts(Timetable timetable, StepId step) {
        return timetable
                .fresh(step)
                .map(
                        age ->
                                "is verified again before anything begins on it that comes more than "
                                        + Durations.text(age)
                                        + " after its verification");
    }

    private static Optional<String> of(Timetable timetable, StepId step, Instant now) {
        Optional<Delay> delay = timetable.delay(step, now);
        if (delay.isPresent()) {
            return delay.map(
                    it ->
                            switch (it) {
                                case Delay.Shut(var window, var until) ->
                                        "starts in the window "
                                                + window
                                                + ", which opens for it at "
                                                + until;
                                case Delay.Early(var day, var until) ->
                                        "starts not before " + day + ", at " + until;
                                case Delay.Frozen(var freeze, var until) ->
                                        "starts after the freeze " + freeze + ", at " + until;
                            });
        }
        return timetable
                .window(step)
                .map(
                        window ->
                                "starts in the window "
                                        + window.name()
                                        + ", which is open until "
                                        + window.next(now).to());
    }

    void show(Console console) {
        for (Map.Entry<StepId, String> entry : words.entrySet()) {
            console.json(
                    JsonLine.of("time")
                            .put("step", entry.getKey().value())
                            .put("says", entry.getValue()));
            if (console.isMarkdown()) {
                console.out().println("- `" + entry.getKey() + "` " + entry.getValue());
            } else {
                console.result("  " + entry.getKey() + " " + entry.getValue());
            }
        }
    }
}
