package gotthard.cli;

import gotthard.graph.StepId;
import gotthard.inventory.Inventory;
import gotthard.inventory.InventoryDocument;
import gotthard.inventory.Person;
import gotthard.inventory.PersonName;
import gotthard.inventory.RoleName;
import gotthard.journal.Hold;
import gotthard.journal.Journal;
import gotthard.journal.Request;
import gotthard.journal.RunState;
import gotthard.journal.StepState;
import gotthard.problem.Suggestion;

import picocli.CommandLine.Model.CommandSpec;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/// `gotthard approve`.
final class ApproveTask implements Task {
    private static final String AS = "--as";
    private static final String COMMENT = "--comment";
    private static final String APPROVE = "approve";

    @Override
    public void declare(CommandSpec spec) {
        Options.about(
                spec,
                "Approves a step of a run. It is put into the run's inbox: an apply that waits goes on at once, otherwise"
                        + " the next one does. Read first what you decide: gotthard report RUN.",
                "gotthard approve go --as platform-lead-1",
                "gotthard approve europe-files-k3x9q go --as platform-lead-1 --comment \"counts looked at\"");
        Options.words(spec, "1..2", "[RUN] STEP", "The run, by itself the latest, and its step.");
        Options.value(spec, "PERSON", "Who approves, by the name in the inventory.", AS);
        Options.value(spec, "TEXT", "Why, for the report.", COMMENT);
        Options.state(spec);
    }

    @Override
    public Exit run(Call call) throws Trouble, InterruptedException {
        Optional<String> as = call.text(AS);
        if (as.isEmpty()) {
            throw Trouble.badUse(
                    "nobody is named who approves",
                    "add --as PERSON, with a name of the inventory");
        }
        return Journals.read(call, journal -> approve(call, journal, as.get()));
    }

    private static Exit approve(Call call, Journal journal, String as) throws Trouble {
        List<String> words = call.words();
        RunState state =
                Chosen.run(
                        journal,
                        words.size() > 1 ? Optional.of(words.getFirst()) : Optional.empty());
        StepId step = Chosen.step(state, words.getLast());
        boolean isGate =
                state.opening().steps().stream()
                        .anyMatch(
                                listed ->
                                        listed.id().equals(step) && listed.kind().equals(APPROVE));
        if (!isGate) {
            throw Trouble.badUse(
                    "the step " + step + " of the run " + state.id() + " is no approval",
                    "gotthard status " + state.id() + " shows what waits for an approval");
        }
        refuseWhenOver(state, step);
        Person approver = person(state, as);
        refuseWithoutRole(state, step, approver);
        PersonName person = approver.name();
        var request =
                new Request.Approve(
                        step,
                        person,
                        call.surroundings().clock().instant(),
                        call.text(COMMENT).orElse(""));
        long row = journal.ask(state.id(), request);
        call.console()
                .say(
                        Reports.good(
                                call.console(),
                                "%s approves %s of %s".formatted(person, step, state.id())));
        call.console()
                .say(
                        "  → an apply that waits goes on now; otherwise gotthard apply "
                                + state.opening().planSource());
        call.console()
                .json(
                        JsonLine.of("request")
                                .put("run", state.id().value())
                                .put("step", step.value())
                                .put("by", person.value())
                                .put("row", row));
        return Exit.DONE;
    }

    private static void refuseWhenOver(RunState state, StepId step) throws Trouble {
        if (state.step(step).isVerified()) {
            throw Trouble.failed(
                    "the step " + step + " of the run " + state.id() + " has its approvals",
                    "nothing is to be decided there");
        }
        if (state.ending().filter(ending -> !ending.staysOpen()).isPresent()) {
            throw Trouble.failed(
                    "the run " + state.id() + " is over, and nothing in it is to be decided",
                    "gotthard status --all lists the others");
        }
    }

    /// Whether the person has a role that the step waits for; where it does not wait yet, the run itself judges.
    private static void refuseWithoutRole(RunState state, StepId step, Person person)
            throws Trouble {
        if (state.step(step).state() instanceof StepState.Held(var hold)
                && hold instanceof Hold.AwaitsApproval(var missing, _)
                && missing.stream().noneMatch(person.roles()::contains)) {
            throw Trouble.badUse(
                    person.name()
                            + " lacks the role "
                            + String.join(
                                    " or ", missing.stream().map(RoleName::value).sorted().toList())
                            + ", which "
                            + step
                            + " waits for",
                    "have somebody decide who has it");
        }
    }

    private static Person person(RunState state, String name) throws Trouble {
        String source = state.opening().inventorySource();
        String text = state.opening().documents().getOrDefault(source, "");
        var people =
                InventoryDocument.read(source, text)
                        .toOptional()
                        .map(Inventory::people)
                        .orElse(Map.of());
        Person person = people.get(new PersonName(name));
        if (person != null) {
            return person;
        }
        List<String> known = people.keySet().stream().map(PersonName::value).sorted().toList();
        throw Trouble.badUse(
                "the inventory " + source + " has no person \"" + name + "\"",
                Suggestion.didYouMean(name, known).orElse("it has " + String.join(", ", known)));
    }
}
