package gotthard.cli;

import gotthard.access.Subject;
import gotthard.action.ByHand;
import gotthard.action.Prompt;
import gotthard.action.Work;
import gotthard.graph.Assembled;
import gotthard.graph.Step;
import gotthard.page.RunbookPage;
import gotthard.report.Runbook;
import gotthard.report.RunbookBlock;
import gotthard.report.RunbookMarkdown;

import picocli.CommandLine.Model.CommandSpec;

import java.util.List;
import java.util.Locale;
import java.util.Optional;

/// `gotthard runbook`.
final class RunbookTask implements Task {
    private static final String FORMAT = "--format";
    private static final String INTO = "--into";
    private static final Subject PERSON = Subject.read("user:gotthard").orElseThrow();

    @Override
    public void declare(CommandSpec spec) {
        Options.about(
                spec,
                "Writes a plan down as a document that people follow by hand if this program is not there: what to have at"
                        + " hand, each step with the commands that do, check and undo it, what it costs to stop there, points of"
                        + " no return, approvals, and a table to sign. It opens no site, and holds no secret: for those it tells"
                        + " the command that fetches them.",
                "gotthard runbook plans/10-europe-files.yaml -i inventories/lab.yaml -o runbook.md",
                "gotthard runbook plans/10-europe-files.yaml --format html -o runbook.html");
        Options.words(spec, "1", "PLAN", "The plan.");
        Options.inventory(spec);
        Options.value(spec, "md|html", "Markdown, or one HTML file to be printed.", FORMAT);
        Options.value(spec, "FILE", "Write it into this file.", "-o", INTO);
    }

    @Override
    public Exit run(Call call) throws Trouble {
        String file = call.words().getFirst();
        boolean isPage = isPage(call.text(FORMAT).orElse("md"));
        Assembled assembled =
                Loading.sound(call, file, Loading.plan(file, call.text(Options.INVENTORY)));
        Optional<String> into = call.text(INTO);
        if (into.isEmpty() && call.console().isJson()) {
            assembled.graph().steps().forEach(step -> tell(call.console(), assembled, step));
            return Exit.DONE;
        }
        List<RunbookBlock> blocks = Runbook.of(assembled, PERSON);
        String text = isPage ? RunbookPage.of(blocks) : RunbookMarkdown.of(blocks);
        if (into.isPresent()) {
            Reports.write(call, into.get(), text);
        } else {
            call.surroundings().out().print(text);
        }
        return Exit.DONE;
    }

    private static boolean isPage(String format) throws Trouble {
        return switch (format.toLowerCase(Locale.ROOT)) {
            case "md" -> false;
            case "html" -> true;
            default ->
                    throw Trouble.badUse(
                            "there is no format \"" + format + "\"",
                            "write " + FORMAT + " md or " + FORMAT + " html");
        };
    }

    private static void tell(Console console, Assembled assembled, Step step) {
        JsonLine line =
                JsonLine.of("instruction")
                        .put("step", step.id().value())
                        .put("kind", step.kind())
                        .put(
                                "needs",
                                step.needs().stream().map(Object::toString).sorted().toList());
        ByHand told =
                step.work() instanceof Work.Change change
                        ? change.action()
                                .byHand(new Prompt(assembled.inventory(), step.id().value()))
                        : new ByHand.Untold();
        if (told instanceof ByHand.Told(var act, var check, var undo)) {
            line.put("act", words(act)).put("check", words(check)).put("undo", words(undo));
        }
        console.json(line);
    }

    /// What is no command stands behind a `#`, as in a script.
    private static List<String> words(List<ByHand.Line> lines) {
        return lines.stream()
                .map(
                        line ->
                                switch (line) {
                                    case ByHand.Line.Typed(var command) -> command;
                                    case ByHand.Line.Said(var said) -> "# " + said;
                                })
                .toList();
    }
}
