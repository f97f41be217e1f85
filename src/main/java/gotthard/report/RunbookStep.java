package gotthard.report;

import gotthard.action.ByHand;
import gotthard.action.Declaration;
import gotthard.action.Prompt;
import gotthard.action.Work;
import gotthard.graph.Assembled;
import gotthard.graph.Step;
import gotthard.graph.StepId;
import gotthard.graph.Stopping;
import gotthard.inventory.RoleName;
import gotthard.plan.Group;
import gotthard.policy.Window;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/// One step of a runbook.
///
/// @param numbers of all steps, in the order in which they are followed
record RunbookStep(Assembled assembled, Map<StepId, Integer> numbers) {
    private static final int NAMED = 6;

    List<RunbookBlock> blocks(Step step) {
        var blocks = new ArrayList<RunbookBlock>();
        boolean isLast = Stopping.isPointOfNoReturn(step);
        blocks.add(
                new RunbookBlock.Heading(
                        3,
                        numbers.get(step.id())
                                + ". "
                                + step.id()
                                + (isLast ? " — POINT OF NO RETURN" : "")));
        if (isLast) {
            blocks.add(
                    new RunbookBlock.Warning(
                            "POINT OF NO RETURN: nothing brings back what this step does. Stop here unless all before it is done, checked and signed."));
        }
        switch (step.work()) {
            case Work.Approval approval -> approval(step, approval, blocks);
            case Work.Change change -> change(step, change, blocks);
        }
        blocks.add(new RunbookBlock.Paragraph("To stop after it: " + cost(step)));
        return blocks;
    }

    private void change(Step step, Work.Change change, List<RunbookBlock> blocks) {
        Declaration declaration = change.declaration();
        var items = new ArrayList<String>();
        items.add("For: " + declaration.summary() + " (" + step.kind() + ")");
        items.addAll(before(step));
        if (!declaration.leavings().isEmpty()) {
            items.add("Done by halves it may leave: " + String.join("; ", declaration.leavings()));
        }
        blocks.add(new RunbookBlock.Items(items));
        switch (change.action().byHand(new Prompt(assembled.inventory(), step.id().value()))) {
            case ByHand.Told(var act, var check, var undo) -> {
                blocks.add(new RunbookBlock.Doing("Do", act));
                blocks.add(new RunbookBlock.Doing("Check", check));
                blocks.add(new RunbookBlock.Doing("Undo", undo(declaration, undo)));
            }
            case ByHand.Untold() ->
                    blocks.add(
                            new RunbookBlock.Warning(
                                    "The kind %s does not tell how a person does this: the plan's author must say how it is done, checked and undone, and write it here."
                                            .formatted(step.kind())));
        }
    }

    private static List<ByHand.Line> undo(Declaration declaration, List<ByHand.Line> told) {
        return switch (declaration.reversal()) {
            case RESTORES ->
                    told.isEmpty()
                            ? List.of(
                                    ByHand.say(
                                            "Its kind does not tell it: the plan's author must say how it is undone."))
                            : told;
            case NOTHING_TO_UNDO -> List.of(ByHand.say("Nothing: it changes nothing."));
            case IRREVERSIBLE -> List.of(ByHand.say("Nothing brings back what it does."));
        };
    }

    private void approval(Step step, Work.Approval approval, List<RunbookBlock> blocks) {
        var items = new ArrayList<String>();
        items.add("For: an approval; nobody goes on before it is given and signed below");
        items.addAll(before(step));
        approval.oneOfEach().stream()
                .sorted()
                .forEach(role -> items.add("One of the role " + role + people(List.of(role))));
        approval.quorum()
                .ifPresent(
                        quorum ->
                                items.add(
                                        "%d different people of %s%s"
                                                .formatted(
                                                        quorum.people(),
                                                        Sentences.and(
                                                                quorum.of().stream()
                                                                        .sorted()
                                                                        .toList()),
                                                        people(quorum.of()))));
        if (approval.notAuthor()) {
            items.add("Not by who wrote the plan; nobody counts for two");
        }
        items.add("It counts for " + Words.duration(approval.validFor()));
        approval.runbook().ifPresent(page -> items.add("To be read before: " + page));
        blocks.add(new RunbookBlock.Items(items));
        blocks.add(
                new RunbookBlock.Table(
                        "Approved",
                        List.of("Role", "Name", "Date and time", "Signature"),
                        approval.roles().stream()
                                .sorted()
                                .map(role -> List.of(role.value(), "", "", ""))
                                .toList()));
    }

    private String people(Collection<RoleName> roles) {
        List<String> known =
                assembled.inventory().people().values().stream()
                        .filter(person -> person.roles().stream().anyMatch(roles::contains))
                        .map(person -> person.name().toString())
                        .sorted()
                        .toList();
        return known.isEmpty() ? "" : ": " + String.join(", ", known);
    }

    /// What must be true before it begins.
    private List<String> before(Step step) {
        var items = new ArrayList<String>();
        items.add(
                step.needs().isEmpty()
                        ? "Before: nothing has to be done"
                        : "Before: done and checked are "
                                + named(
                                        step.needs().stream().sorted().toList(),
                                        Integer.MAX_VALUE));
        var timetable = assembled.graph().timetable();
        timetable.window(step.id()).ifPresent(window -> items.add("Window: " + words(window)));
        timetable.notBefore(step.id()).ifPresent(day -> items.add("Not before: " + day + " (UTC)"));
        timetable
                .fresh(step.id())
                .ifPresent(
                        age ->
                                items.add(
                                        "Its check counts for "
                                                + Words.duration(age)
                                                + ": check it again where what needs it begins later"));
        pauses().stream()
                .filter(pause -> step.id().isNamed(pause.fromName()))
                .forEach(
                        pause ->
                                items.add(
                                        "The service pauses from here until "
                                                + pause.untilName()
                                                + " has ended"));
        return items;
    }

    private static String words(Window window) {
        String days =
                window.days().stream()
                        .sorted()
                        .map(day -> Words.capital(day.name().toLowerCase(java.util.Locale.ROOT)))
                        .collect(Collectors.joining(", "));
        return "%s, from %s to %s (%s), opening on %s"
                .formatted(window.name(), window.from(), window.to(), window.zone(), days);
    }

    private String cost(Step step) {
        Stopping stopping = Stopping.after(step.id(), assembled.graph(), pauses());
        var sentences = new ArrayList<String>();
        if (stopping.undone().isEmpty() && stopping.stays().isEmpty()) {
            sentences.add("nothing has been changed, so that it costs nothing.");
        }
        if (!stopping.undone().isEmpty()) {
            sentences.add(
                    "%s to be undone, the latest first: %s."
                            .formatted(
                                    stopping.undone().size() == 1
                                            ? "1 step has"
                                            : stopping.undone().size() + " steps have",
                                    named(stopping.undone(), NAMED)));
        }
        if (!stopping.stays().isEmpty()) {
            sentences.add(
                    "What "
                            + named(stopping.stays(), NAMED)
                            + " did stays: only the way forward is whole.");
        }
        for (Group.Pause pause : stopping.pauses()) {
            sentences.add(
                    "The service pauses until %s has ended, or %s is undone."
                            .formatted(pause.untilName(), pause.fromName()));
        }
        return String.join(" ", sentences);
    }

    private List<Group.Pause> pauses() {
        return assembled.plan().group().map(Group::pauses).orElse(List.of());
    }

    private String named(List<StepId> steps, int most) {
        List<String> words =
                new ArrayList<>(
                        steps.stream()
                                .limit(most)
                                .map(id -> numbers.get(id) + " (" + id + ")")
                                .toList());
        if (steps.size() > most) {
            words.add(steps.size() - most + " more");
        }
        return Sentences.and(words);
    }
}
