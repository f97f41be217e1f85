package gotthard.web;

import gotthard.action.Progress;
import gotthard.graph.StepId;
import gotthard.journal.Damaged;
import gotthard.journal.RunId;
import gotthard.overview.Moment;
import gotthard.overview.Overview;
import gotthard.overview.StepRow;
import gotthard.overview.StepStory;
import gotthard.report.Headline;
import gotthard.report.JsonWriting;

import java.util.List;
import java.util.Optional;

/// What programs get beside the report. Each answer names its version; keys keep their meaning within one, and may be added.
final class Answers {
    private static final String VERSION = "gotthard";

    private Answers() {}

    /// What is wrong, and what to do.
    static String problem(String what, String next) {
        return JsonWriting.object(
                false,
                json -> {
                    json.text(VERSION, "problem/v1");
                    json.text("what", what);
                    json.text("next", next);
                });
    }

    /// Words that say what, then after a semicolon what to do.
    static String problem(Damaged damaged) {
        String words = String.valueOf(damaged.getMessage());
        int cut = words.indexOf("; ");
        return problem(words.substring(0, cut), words.substring(cut + 2));
    }

    /// All runs, the latest first.
    static String runs(List<Feed> feeds) {
        return JsonWriting.object(
                false,
                json -> {
                    json.text(VERSION, "runs/v1");
                    json.objects("runs", feeds, feed -> run(json, feed));
                });
    }

    private static void run(JsonWriting json, Feed feed) {
        json.text("run", feed.run().value());
        Optional<Damaged> damage = feed.damage();
        if (damage.isPresent()) {
            json.text("damaged", String.valueOf(damage.get().getMessage()));
            return;
        }
        Feed.Seen seen = feed.look();
        Overview overview = seen.overview();
        json.number("seq", seen.seq());
        json.text("plan", overview.run().plan().value());
        json.text("title", overview.run().title());
        json.text("standing", Headline.standing(overview));
        json.text("direction", overview.run().direction().name());
        json.text("ending", overview.run().ending().map(Enum::name));
        json.moment("started", Optional.of(overview.run().started()));
        json.moment("ended", overview.run().ended());
        json.moment("last", Optional.of(overview.run().last()));
        json.object(
                "counts",
                () ->
                        overview.run()
                                .counts()
                                .forEach((stage, count) -> json.number(stage.word(), count)));
        json.number("waiting", overview.waiting().size());
    }

    /// One step, and what happened to it.
    static String step(StepRow row, StepStory story) {
        return JsonWriting.object(
                false,
                json -> {
                    json.text(VERSION, "step/v1");
                    json.text("run", story.run().value());
                    json.text("step", story.step().value());
                    json.text("kind", row.kind());
                    json.text("summary", row.summary());
                    json.text("state", row.stage().word());
                    json.objects("moments", story.moments(), moment -> moment(json, moment));
                });
    }

    /// One entry, on one line.
    static String event(RunId run, Moment moment) {
        return JsonWriting.object(
                false,
                json -> {
                    json.text(VERSION, "events/v1");
                    json.text("run", run.value());
                    moment(json, moment);
                });
    }

    private static void moment(JsonWriting json, Moment moment) {
        json.number("seq", moment.seq());
        json.text("at", moment.at().toString());
        json.text("step", moment.step().map(StepId::value));
        json.text("kind", moment.kind());
        json.text("state", moment.stage().map(stage -> stage.word()));
        moment.attempt().ifPresent(attempt -> json.number("attempt", attempt));
        said(json, "says", moment.says());
        said(json, "next", moment.next());
        if (!moment.details().isEmpty()) {
            json.texts("details", moment.details());
        }
    }

    private static void said(JsonWriting json, String key, String words) {
        if (!words.isEmpty()) {
            json.text(key, words);
        }
    }

    /// How far a step is, on one line.
    static String progress(RunId run, StepId step, Progress progress, boolean saysWords) {
        return JsonWriting.object(
                false,
                json -> {
                    json.text(VERSION, "events/v1");
                    json.text("run", run.value());
                    json.text("step", step.value());
                    json.number("done", progress.done());
                    progress.total().ifPresent(total -> json.number("total", total));
                    json.text("unit", progress.unit().name());
                    if (saysWords) {
                        said(json, "says", progress.doing());
                    }
                });
    }
}
