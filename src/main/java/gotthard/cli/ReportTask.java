package gotthard.cli;

import gotthard.journal.Entry;
import gotthard.journal.Journal;
import gotthard.journal.RunId;
import gotthard.journal.RunState;
import gotthard.overview.Overview;
import gotthard.overview.ProgrammeOverview;
import gotthard.page.ReportPage;
import gotthard.report.JsonReport;
import gotthard.report.MarkdownReport;

import picocli.CommandLine.Model.CommandSpec;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;

/// `gotthard report`.
final class ReportTask implements Task {
    private static final String INTO = "--into";
    private static final String FORMAT = "--format";
    private static final String SINCE = "--since";
    private static final String ALL = "--all";

    /// How a report is written.
    private enum Form {
        HTML,
        MARKDOWN,
        JSON,
        JSON_LINE
    }

    @Override
    public void declare(CommandSpec spec) {
        Options.about(
                spec,
                "Reports one or more runs: what is stored and processed where, how much of it is verified, each step with"
                        + " its times, what went wrong, and what waits for whom. Every number is replayed from the journal.",
                "gotthard report",
                "gotthard report foundation europe-files -o report.md",
                "gotthard report plans/programme.yaml --format html -o report.html",
                "gotthard report --all --format html --since 2019-11-04 -o report.html",
                "gotthard report europe-files --format json");
        Options.words(
                spec,
                "0..*",
                "RUN",
                "Runs or their plans, or the file of a programme: all runs of its plans, and the plans that have not"
                        + " begun. Without one, the latest run.");
        Options.flag(spec, "Report every run there is.", ALL);
        Options.value(
                spec,
                "html|md|json",
                "One HTML file or Markdown for people, or JSON for programs.",
                FORMAT);
        Options.value(
                spec,
                "MOMENT",
                "Tell what has changed since a day, a moment or for so long: 2019-11-04, 2019-11-04T08:00:00Z, 7d.",
                SINCE);
        Options.value(spec, "FILE", "Write it into this file.", "-o", INTO);
        Options.state(spec);
    }

    @Override
    public Exit run(Call call) throws Trouble, InterruptedException {
        return Journals.read(call, journal -> report(call, journal));
    }

    private static Exit report(Call call, Journal journal) throws Trouble {
        Form form = form(call);
        Phases phases = phases(call);
        String text = text(call, journal, states(call, journal, phases), phases, form);
        Optional<String> file = call.text(INTO);
        if (file.isEmpty()) {
            call.surroundings().out().print(text);
            return Exit.DONE;
        }
        write(Path.of(file.get()), text);
        call.console().say(file.get());
        call.console().json(JsonLine.of("file").put("file", file.get()));
        return Exit.DONE;
    }

    private static Phases phases(Call call) throws Trouble {
        List<String> files = call.words().stream().filter(Phases::isFile).toList();
        if (files.size() > 1) {
            throw Trouble.badUse(
                    "two programmes are named: " + String.join(" and ", files),
                    "report one at a time");
        }
        return files.isEmpty() ? Phases.NONE : Phases.read(call, files.getFirst());
    }

    private static List<RunState> states(Call call, Journal journal, Phases phases) throws Trouble {
        var states = new LinkedHashMap<RunId, RunState>();
        phases.runs(journal).forEach(state -> states.put(state.id(), state));
        if (call.has(ALL)) {
            journal.runs().forEach(run -> journal.state(run).ifPresent(it -> states.put(run, it)));
        } else {
            for (String word : call.words()) {
                if (!Phases.isFile(word)) {
                    RunState state = Chosen.run(journal, Optional.of(word));
                    states.put(state.id(), state);
                }
            }
        }
        if (states.isEmpty() && !phases.plans().isEmpty()) {
            throw Trouble.failed(
                    "no plan of the programme has begun in this state",
                    "start one with gotthard apply PLAN, or name the state with --state");
        }
        if (states.isEmpty()) {
            RunState latest = Chosen.run(journal, Optional.empty());
            states.put(latest.id(), latest);
        }
        return List.copyOf(states.values());
    }

    /// A report for programs goes on one line where lines are wanted, and is laid out where it is a file.
    private static Form form(Call call) throws Trouble {
        boolean isLine = call.console().isJson() && call.text(INTO).isEmpty();
        String format =
                call.text(FORMAT).orElse(isLine ? "json" : "md").toLowerCase(java.util.Locale.ROOT);
        return switch (format) {
            case "json" -> isLine ? Form.JSON_LINE : Form.JSON;
            case "md" -> Form.MARKDOWN;
            case "html" -> Form.HTML;
            default ->
                    throw Trouble.badUse(
                            "there is no format \"" + format + "\"",
                            "write " + FORMAT + " html, " + FORMAT + " md or " + FORMAT + " json");
        };
    }

    private static String text(
            Call call, Journal journal, List<RunState> states, Phases phases, Form form)
            throws Trouble {
        Instant now = call.surroundings().clock().instant();
        Optional<Instant> since = Since.of(call.text(SINCE), SINCE, now);
        var overviews = new ArrayList<Overview>();
        var before = new ArrayList<Overview>();
        for (RunState state : states) {
            List<Entry> entries = journal.entries(state.id(), 0);
            overviews.add(
                    phases.dated(Overview.of(state, entries, journal.progress(state.id()), now)));
            since.flatMap(moment -> Overview.asOf(moment, state.id(), entries))
                    .map(phases::dated)
                    .ifPresent(before::add);
        }
        ProgrammeOverview all = phases.join(overviews, now);
        ProgrammeOverview programme = since.map(moment -> all.since(moment, before)).orElse(all);
        return switch (form) {
            case HTML -> ReportPage.of(programme);
            case MARKDOWN -> MarkdownReport.of(programme);
            case JSON -> JsonReport.of(programme);
            case JSON_LINE -> JsonReport.line(programme) + "\n";
        };
    }

    private static void write(Path file, String text) throws Trouble {
        try {
            Files.writeString(file, text);
        } catch (IOException broken) {
            throw Trouble.failed(
                    "the file " + file + " can't be written (" + broken + ")",
                    "name another with " + INTO);
        }
    }
}
