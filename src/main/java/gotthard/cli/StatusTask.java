package gotthard.cli;

import gotthard.journal.Ending;
import gotthard.journal.Journal;
import gotthard.journal.Opening;
import gotthard.journal.RunId;
import gotthard.journal.RunState;
import gotthard.journal.StepState;
import gotthard.overview.Overview;
import gotthard.overview.Unproven;
import gotthard.overview.Waiting;
import gotthard.terminal.Amounts;
import gotthard.terminal.Paint;

import picocli.CommandLine.Model.CommandSpec;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/// `gotthard status`.
final class StatusTask implements Task {
    private static final String ALL = "--all";
    private static final int WIDEST_STATE = 11;

    @Override
    public void declare(CommandSpec spec) {
        Options.about(
                spec,
                "Shows where a run stands: each step, how far it is, and what it waits for. It reads the journal and opens"
                        + " no site. Ends with 5 when the run waits for a person.",
                "gotthard status",
                "gotthard status europe-files --output json");
        Options.run(spec);
        Options.state(spec);
        Options.flag(spec, "List all runs, the latest first.", ALL);
    }

    @Override
    public Exit run(Call call) throws Trouble, InterruptedException {
        return Journals.read(
                call,
                journal ->
                        call.has(ALL)
                                ? list(call, journal)
                                : show(
                                        call,
                                        journal,
                                        Chosen.glance(journal, call.words().stream().findFirst())));
    }

    private static Exit list(Call call, Journal journal) {
        for (RunId id : journal.runs()) {
            journal.glance(id).ifPresent(state -> line(call.console(), state));
        }
        return Exit.DONE;
    }

    private static void line(Console console, RunState state) {
        console.result("%s  %s  %s".formatted(state.id(), state.openedAt(), ending(state)));
        console.json(
                JsonLine.of("run")
                        .put("run", state.id().value())
                        .put("plan", state.opening().plan().value())
                        .put("opened", state.openedAt().toString())
                        .put("ending", ending(state)));
    }

    private static Exit show(Call call, Journal journal, RunState state) {
        Instant now = call.surroundings().clock().instant();
        Console console = call.console();
        var progress = journal.progress(state.id());
        line(console, state);
        console.result(state.opening().title());
        int width =
                state.opening().steps().stream()
                        .mapToInt(step -> step.id().value().length())
                        .max()
                        .orElse(0);
        // All rows at once: thousands of them are soon written, and thousands of writes are not.
        List<String> rows = new ArrayList<>();
        Ages ages = Ages.of(state);
        for (Opening.Listed step : state.opening().steps()) {
            StepWords words =
                    StepWords.of(
                            state,
                            step,
                            Optional.ofNullable(progress.get(step.id()))
                                    .filter(_ -> !isGoingBack(state, step)));
            if (words.isBusy()) {
                words =
                        words.and(
                                Optional.ofNullable(progress.get(step.id()))
                                        .map(reached -> Boards.amount(reached).words()));
            }
            words = words.and(ages.words(state.step(step.id()), now));
            if (console.isJson()) {
                console.json(json(state, step, words));
            } else {
                rows.add(row(console, step.id().value(), words, width));
            }
        }
        if (!rows.isEmpty()) {
            console.result(String.join("\n", rows));
        }
        state.operations()
                .answeredFor()
                .forEach(waived -> console.result("  → " + waived.sentence()));
        standing(console, state);
        Overview.unproven(state, now).forEach(step -> unproven(console, state.id(), step));
        SparedSites.tell(console, state, now);
        Overview.waiting(state, now).forEach(waiting -> waits(console, state.id(), waiting, now));
        return exit(state);
    }

    private static JsonLine json(RunState state, Opening.Listed step, StepWords words) {
        return JsonLine.of("step")
                .put("run", state.id().value())
                .put("step", step.id().value())
                .put("kind", step.kind())
                .put("state", words.state())
                .put("says", words.doing());
    }

    /// What operators asked of the run, and by whom.
    private static void standing(Console console, RunState state) {
        state.operations()
                .paused()
                .ifPresent(
                        it -> {
                            console.result(
                                    "  → paused by %s since %s: %s; gotthard resume %s lets it go on"
                                            .formatted(it.by(), it.since(), it.why(), state.id()));
                            console.json(
                                    JsonLine.of("paused")
                                            .put("run", state.id().value())
                                            .put("by", it.by().value())
                                            .put("why", it.why())
                                            .put("since", it.since().toString()));
                        });
        state.operations()
                .cancelled()
                .ifPresent(
                        it ->
                                console.result(
                                        "  → cancelled by %s at %s: %s"
                                                .formatted(it.by(), it.since(), it.why())));
    }

    private static void unproven(Console console, RunId run, Unproven step) {
        console.result(
                "  → %s counts without a verification, %s by %s%s: %s; nothing shows: %s"
                        .formatted(
                                step.step(),
                                step.how(),
                                step.by(),
                                step.until().map(until -> " until " + until).orElse(""),
                                step.why(),
                                step.what()));
        console.json(
                JsonLine.of("unproven")
                        .put("run", run.value())
                        .put("step", step.step().value())
                        .put("how", step.how())
                        .put("by", step.by())
                        .put("why", step.why())
                        .put("what", step.what())
                        .put("until", step.until().map(Object::toString).orElse("")));
    }

    /// What the attempt reached that is undone now says nothing about the undoing.
    private static boolean isGoingBack(RunState state, Opening.Listed step) {
        return state.step(step.id()).state() instanceof StepState.RollingBack;
    }

    private static String row(Console console, String step, StepWords words, int width) {
        Paint paint = words.mark().paint();
        String state = paint.on(padded(words.state(), WIDEST_STATE), console.looks());
        return ("  " + padded(step, width) + "  " + state + "  " + words.doing()).stripTrailing();
    }

    private static String padded(String text, int width) {
        return text + " ".repeat(Math.max(0, width - text.length()));
    }

    private static void waits(Console console, RunId run, Waiting waiting, Instant now) {
        String since =
                waiting.since()
                        .map(at -> " since " + Amounts.time(Duration.between(at, now)))
                        .orElse("");
        console.result("  → " + waiting.step() + " waits" + since + " for " + waiting.releasedBy());
        console.json(
                JsonLine.of("waiting")
                        .put("run", run.value())
                        .put("step", waiting.step().value())
                        .put("for", waiting.what())
                        .put("releasedBy", waiting.releasedBy()));
    }

    private static Exit exit(RunState state) {
        boolean isHeld =
                state.operations().paused().isPresent()
                        || state.opening().steps().stream()
                                .anyMatch(
                                        step ->
                                                state.step(step.id()).state()
                                                        instanceof StepState.Held);
        if (isHeld) {
            return Exit.WAITING;
        }
        return state.ending()
                .map(
                        ending ->
                                switch (ending) {
                                    case DONE, ROLLED_BACK, STOPPED, OVERTAKEN, CANCELLED ->
                                            Exit.DONE;
                                    case WAITING -> Exit.WAITING;
                                    case UNKNOWN -> Exit.UNKNOWN;
                                    case FAILED, ROLLBACK_FAILED -> Exit.FAILED;
                                })
                .orElse(Exit.DONE);
    }

    private static String ending(RunState state) {
        return state.ending()
                .map(Ending::name)
                .map(name -> name.toLowerCase(Locale.ROOT).replace('_', ' '))
                .orElse("underway");
    }
}
