package gotthard.web;

import gotthard.graph.StepId;
import gotthard.journal.Damaged;
import gotthard.journal.JournalUnusable;
import gotthard.overview.Overview;
import gotthard.overview.ProgrammeOverview;
import gotthard.overview.Reticence;
import gotthard.overview.StepRow;
import gotthard.overview.StepStory;
import gotthard.page.ReportPage;
import gotthard.report.JsonReport;
import gotthard.web.pages.Pages;

import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;

import org.eclipse.jetty.io.EofException;

import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// What is answered where.
final class Routes {
    private static final String RUN = "run";
    private static final String STEP = "step";

    private final Feeds feeds;
    private final Streams streams;
    private final Gate gate;
    private final Resource look = Resource.of(ReportPage.class, "page.css", "text/css");
    private final Resource style = Resource.of(Pages.class, "app.css", "text/css");
    private final Resource api = Resource.of(Routes.class, "openapi.json", "application/json");

    Routes(Feeds feeds, Streams streams, Gate gate) {
        this.feeds = feeds;
        this.streams = streams;
        this.gate = gate;
    }

    /// What is done with a run that is there.
    private interface OfRun {
        void answer(Context context, Feed feed) throws IOException, InterruptedException;
    }

    void add(RoutesConfig routes) {
        routes.before(gate::check);
        routes.get("/", this::home);
        routes.get("/runs/{run}", context -> ofRun(context, Routes::run));
        routes.get("/runs/{run}/parts", context -> ofRun(context, Routes::parts));
        routes.get("/runs/{run}/steps/{step}", context -> ofRun(context, this::stepPage));
        routes.get("/page.css", look::answer);
        routes.get("/app.css", style::answer);
        for (String script : Pages.SCRIPTS) {
            routes.get("/" + script, Resource.of(Pages.class, script, "text/javascript")::answer);
        }
        routes.get(Gate.SIGN_IN, context -> Gate.page(context, 200, Pages.signIn("")));
        routes.post(Gate.SIGN_IN, gate::signIn);
        routes.get("/api/v1/openapi.json", api::answer);
        routes.get("/api/v1/runs", context -> json(context, Answers.runs(feeds.all())));
        routes.get("/api/v1/events", streams::openAll);
        routes.get("/api/v1/runs/{run}", context -> ofRun(context, Routes::report));
        routes.get("/api/v1/runs/{run}/steps/{step}", context -> ofRun(context, this::step));
        routes.get("/api/v1/runs/{run}/events", context -> ofRun(context, streams::open));
        routes.get("/metrics", this::metrics);
        routes.get("/healthz", context -> context.contentType("text/plain").result("ok\n"));
        routes.get("/readyz", this::ready);
        routes.exception(Damaged.class, (damaged, context) -> damaged(context, damaged));
        routes.exception(JournalUnusable.class, (broken, context) -> unusable(context, broken));
        routes.exception(EofException.class, (_, _) -> {});
        routes.error(404, Routes::unknown);
    }

    private static void json(Context context, String text) {
        context.contentType("application/json").result(text);
    }

    private void ofRun(Context context, OfRun answer) throws IOException, InterruptedException {
        Optional<Feed> feed = feeds.named(context.pathParam(RUN));
        if (feed.isEmpty()) {
            context.status(404);
            return;
        }
        Optional<Damaged> damage = feed.get().damage();
        if (damage.isPresent()) {
            damaged(context, damage.get());
            return;
        }
        answer.answer(context, feed.get());
    }

    private static Overview shown(Context context, Overview overview) {
        return Gate.seesWords(context) ? overview : Reticence.of(overview);
    }

    private void home(Context context) {
        List<Feed> all = feeds.all();
        String place = Streams.place(all);
        List<Overview> overviews =
                all.stream()
                        .filter(feed -> feed.damage().isEmpty())
                        .map(feed -> shown(context, feed.look().overview()))
                        .toList();
        Optional<Damaged> damage =
                all.stream().map(Feed::damage).flatMap(Optional::stream).findFirst();
        if (damage.isPresent()) {
            damaged(context, damage.get());
        } else if (overviews.isEmpty()) {
            Gate.page(
                    context,
                    200,
                    Plain.page(
                            "No run is known here yet",
                            "gotthard apply PLAN begins one; this page shows it when it is asked for again"));
        } else {
            Gate.page(context, 200, Pages.home(ProgrammeOverview.of(overviews), place));
        }
    }

    private static void run(Context context, Feed feed) {
        Feed.Seen seen = feed.look();
        Gate.page(context, 200, Pages.run(shown(context, seen.overview()), seen.seq()));
    }

    private static void parts(Context context, Feed feed) {
        String since = Optional.ofNullable(context.queryParam("since")).orElse("0");
        if (!since.matches("[0-9]{1,18}")) {
            Gate.problem(
                    context,
                    400,
                    Answers.problem("since is no number", "write ?since= with an entry's number"));
            return;
        }
        Feed.Seen seen = feed.look();
        Set<StepId> touched = feed.touched(Long.parseLong(since));
        String parts = Pages.parts(shown(context, seen.overview()), touched);
        context.header("X-Gotthard-Seq", Long.toString(seen.seq()));
        String rest = parts.equals("{}") ? "}" : "," + parts.substring(1);
        json(context, "{\"gotthard\":\"parts/v1\",\"seq\":" + seen.seq() + rest);
    }

    private static void report(Context context, Feed feed) {
        Overview overview = shown(context, feed.look().overview());
        json(context, JsonReport.line(ProgrammeOverview.of(List.of(overview))));
    }

    /// A step, and the run that it is of.
    private record Told(Overview overview, StepRow row, StepStory story) {}

    private Optional<Told> told(Context context, Feed feed) {
        Overview overview = shown(context, feed.look().overview());
        String name = context.pathParam(STEP);
        return overview.steps().stream()
                .filter(row -> row.id().value().equals(name))
                .findFirst()
                .map(row -> new Told(overview, row, story(context, feed, row.id())));
    }

    private StepStory story(Context context, Feed feed, StepId step) {
        StepStory story = StepStory.of(feed.run(), step, feeds.journal().entries(feed.run(), 0));
        return Gate.seesWords(context) ? story : Reticence.of(story);
    }

    private void stepPage(Context context, Feed feed) {
        told(context, feed)
                .ifPresentOrElse(
                        told -> Gate.page(context, 200, Pages.step(told.overview(), told.story())),
                        () -> context.status(404));
    }

    private void step(Context context, Feed feed) {
        told(context, feed)
                .ifPresentOrElse(
                        told -> json(context, Answers.step(told.row(), told.story())),
                        () -> context.status(404));
    }

    private void metrics(Context context) {
        context.contentType(Metrics.TYPE)
                .result(Metrics.of(feeds.all(), streams.open(), feeds.clock().instant()));
    }

    /// Ready is who can read the journal, damaged runs or not.
    private void ready(Context context) {
        feeds.journal().runs();
        context.contentType("text/plain").result("ok\n");
    }

    private static void damaged(Context context, Damaged damaged) {
        told(context, 503, Answers.problem(damaged), String.valueOf(damaged.getMessage()));
    }

    private static void unusable(Context context, JournalUnusable broken) {
        if (context.path().equals("/readyz")) {
            context.status(503).contentType("text/plain").result("the journal can't be read\n");
            return;
        }
        String words = String.valueOf(broken.getMessage());
        told(context, 503, Answers.problem(words, "see gotthard doctor"), words);
    }

    private static void unknown(Context context) {
        String what = "there is nothing at this address";
        String next = "see the list of runs";
        told(context, 404, Answers.problem(what, next), what + "; " + next);
    }

    private static void told(Context context, int status, String json, String words) {
        if (Gate.isForPrograms(context)) {
            Gate.problem(context, status, json);
            return;
        }
        int cut = words.indexOf("; ");
        Gate.page(
                context,
                status,
                cut < 0
                        ? Plain.page(words, "")
                        : Plain.page(words.substring(0, cut), words.substring(cut + 2)));
    }
}
