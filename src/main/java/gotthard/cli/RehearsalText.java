package gotthard.cli;

import gotthard.graph.StepId;
import gotthard.rehearsal.Difference;
import gotthard.rehearsal.Fault;
import gotthard.rehearsal.Rehearsed;
import gotthard.rehearsal.Tried;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/// What came of a rehearsal, for people: for each plan its steps and faults, and what was not as the model says.
final class RehearsalText {
    private final Console console;
    private final List<String> lines = new ArrayList<>();

    private RehearsalText(Console console) {
        this.console = console;
    }

    static List<String> lines(Console console, List<Rehearsed> all) {
        var text = new RehearsalText(console);
        all.forEach(text::add);
        text.sum(all);
        return text.lines;
    }

    private void add(Rehearsed plan) {
        plan.broken()
                .ifPresentOrElse(
                        why -> lines.add(Reports.bad(console, plan.plan() + ": " + why)),
                        () -> table(plan));
        plan.tried().forEach(this::addDifferences);
        plan.unseen().forEach(what -> lines.add("  not looked at: " + what));
        lines.add("");
    }

    private void table(Rehearsed plan) {
        List<Fault> faults =
                Stream.of(Fault.values())
                        .filter(
                                fault ->
                                        plan.tried().stream().anyMatch(one -> one.fault() == fault))
                        .toList();
        int width = plan.steps().stream().mapToInt(step -> step.value().length()).max().orElse(0);
        width = Math.max(width, plan.plan().value().length());
        var head = new StringBuilder(padded(plan.plan().value(), width));
        faults.forEach(fault -> head.append("  ").append(fault.word()));
        lines.add(head.toString());
        for (StepId step : plan.steps()) {
            var line = new StringBuilder(padded(step.value(), width));
            for (Fault fault : faults) {
                line.append("  ").append(padded(cell(plan, step, fault), fault.word().length()));
            }
            lines.add(line.toString().stripTrailing());
        }
    }

    private static String cell(Rehearsed plan, StepId step, Fault fault) {
        List<Tried> tried =
                plan.tried().stream()
                        .filter(one -> one.step().equals(step) && one.fault() == fault)
                        .toList();
        if (tried.stream().anyMatch(one -> one.outcome() instanceof Tried.Outcome.Differed)) {
            return "DIFFERS";
        }
        return tried.stream().anyMatch(one -> one.outcome() instanceof Tried.Outcome.Held)
                ? "held"
                : "–";
    }

    private static String padded(String text, int width) {
        return text + " ".repeat(Math.max(0, width - text.length()));
    }

    private void addDifferences(Tried tried) {
        if (tried.outcome() instanceof Tried.Outcome.Differed(var differences, var kept)) {
            lines.add(
                    Reports.bad(
                            console,
                            "%s, %s, then %s:"
                                    .formatted(
                                            tried.step(),
                                            tried.fault().word(),
                                            tried.way().word())));
            for (Difference difference : differences) {
                lines.add("    " + difference);
            }
            lines.add("    → the sites are in " + kept);
        }
    }

    private void sum(List<Rehearsed> all) {
        int faults = all.stream().mapToInt(plan -> plan.happened().size()).sum();
        int held = all.stream().mapToInt(plan -> plan.held().size()).sum();
        int steps = all.stream().mapToInt(plan -> plan.steps().size()).sum();
        int impossible = all.stream().mapToInt(plan -> plan.tried().size()).sum() - faults;
        if (impossible > 0) {
            lines.add(
                    "–: the step is one single act and has no half; "
                            + Words.count(impossible, "fault")
                            + " did not happen");
        }
        String sum =
                "%s at %s of %s: the sandbox agreed with the model in %d"
                        .formatted(
                                Words.count(faults, "fault"),
                                Words.count(steps, "step"),
                                Words.count(all.size(), "plan"),
                                held);
        boolean holds = all.stream().allMatch(Rehearsed::holds);
        lines.add(holds ? Reports.good(console, sum) : Reports.bad(console, sum));
    }
}
