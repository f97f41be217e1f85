package gotthard.cli;

import gotthard.graph.StepId;
import gotthard.rehearsal.Difference;
import gotthard.rehearsal.Direction;
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
                        () -> tables(plan));
        plan.tried().forEach(this::addDifferences);
        plan.unseen().forEach(what -> lines.add("  not looked at: " + what));
        lines.add("");
    }

    private void tables(Rehearsed plan) {
        for (Direction direction : Direction.values()) {
            List<Tried> tried =
                    plan.tried().stream().filter(one -> one.direction() == direction).toList();
            if (!tried.isEmpty()) {
                table(head(plan, direction), tried);
            }
        }
    }

    private static String head(Rehearsed plan, Direction direction) {
        return switch (direction) {
            case FORWARD -> plan.plan().value();
            case BACK -> plan.plan() + ", undone";
        };
    }

    private void table(String name, List<Tried> tried) {
        List<Fault> faults =
                Stream.of(Fault.values())
                        .filter(fault -> tried.stream().anyMatch(one -> one.fault() == fault))
                        .toList();
        List<StepId> steps = tried.stream().map(Tried::step).distinct().toList();
        int width =
                Stream.concat(Stream.of(name), steps.stream().map(StepId::value))
                        .mapToInt(String::length)
                        .max()
                        .orElse(0);
        var head = new StringBuilder(padded(name, width));
        faults.forEach(fault -> head.append("  ").append(fault.word()));
        lines.add(head.toString());
        for (StepId step : steps) {
            var line = new StringBuilder(padded(step.value(), width));
            for (Fault fault : faults) {
                List<Tried.Outcome> outcomes =
                        tried.stream()
                                .filter(one -> one.step().equals(step) && one.fault() == fault)
                                .map(Tried::outcome)
                                .toList();
                line.append("  ").append(padded(cell(outcomes), fault.word().length()));
            }
            lines.add(line.toString().stripTrailing());
        }
    }

    private static String cell(List<Tried.Outcome> outcomes) {
        if (outcomes.stream().anyMatch(Tried.Outcome.Differed.class::isInstance)) {
            return "DIFFERS";
        }
        return outcomes.stream().anyMatch(Tried.Outcome.Held.class::isInstance) ? "held" : "–";
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
                                    .formatted(tried.step(), happened(tried), tried.way().word())));
            for (Difference difference : differences) {
                lines.add("    " + difference);
            }
            lines.add("    → the sites are in " + kept);
        }
    }

    private static String happened(Tried tried) {
        return switch (tried.direction()) {
            case FORWARD -> tried.fault().word();
            case BACK -> tried.fault().word() + " while it was undone";
        };
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
