package gotthard.cli;

import gotthard.graph.Assembled;
import gotthard.graph.StepId;
import gotthard.inventory.Inventory;
import gotthard.inventory.PersonName;
import gotthard.inventory.RoleName;
import gotthard.journal.Hold;
import gotthard.journal.Journal;
import gotthard.journal.Request;
import gotthard.journal.RunState;
import gotthard.journal.StepState;

import picocli.CommandLine.Model.CommandSpec;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// `gotthard approve`.
final class ApproveTask implements Task {
    private static final String AS = "--as";
    private static final String APPROVE = "approve";

    @Override
    public void declare(CommandSpec spec) {
        Options.about(
                spec,
                "Approves a step of a run, signed with your key. It is put into the run's inbox: an apply that waits goes on"
                        + " at once, otherwise the next one does. Read first what you decide: gotthard report RUN. With a"
                        + " key of OpenSSH, in an agent or on a token: print the statement, sign it with ssh-keygen -Y sign -n"
                        + " gotthard, and hand both in.",
                "gotthard approve go --as platform-lead-1",
                "gotthard approve europe-files-k3x9q go --as platform-lead-1 --key ~/keys/gotthard --comment \"counts looked at\"",
                "gotthard approve go --as platform-lead-1 --print-statement go.json",
                "gotthard approve go --as platform-lead-1 --statement go.json --signature go.json.sig");
        Options.words(spec, "1..2", "[RUN] STEP", "The run, by itself the latest, and its step.");
        Options.value(spec, "PERSON", "Who approves, by the name in the inventory.", AS);
        Options.value(spec, "TEXT", "Why, for the report.", Signing.COMMENT);
        Options.value(
                spec,
                "FILE",
                "Your private key; $GOTTHARD_KEY or ~/.config/gotthard/key by itself, in a sandbox its own.",
                Keys.KEY);
        Options.value(
                spec,
                "FILE",
                "Write what is to be signed into a file, and approve nothing yet.",
                Signing.PRINT);
        Options.value(spec, "FILE", "The statement that was signed.", Signing.STATEMENT);
        Options.value(spec, "FILE", "Its signature, of ssh-keygen.", Signing.SIGNATURE);
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

    private static Exit approve(Call call, Journal journal, String as)
            throws Trouble, InterruptedException {
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
        Assembled assembled = recorded(call, state);
        PersonName person = People.named(assembled, as).name();
        var signing = new Signing(call, state, step, assembled, person);
        if (signing.isToPrint()) {
            return signing.print();
        }
        refuseWithoutRole(state, step, person, assembled.inventory(), call);
        Request.Approve request = signing.request();
        Optional<String> refusal = signing.refusal(request);
        if (refusal.isPresent()) {
            throw Trouble.said(Exit.FAILED, refusal.get());
        }
        return asked(call, journal, state, request);
    }

    private static Exit asked(Call call, Journal journal, RunState state, Request.Approve request)
            throws Trouble, InterruptedException {
        Console console = call.console();
        long row = journal.ask(state.id(), request);
        Optional<String> refusal = Answer.to(journal, state, row);
        if (refusal.isPresent()) {
            throw Trouble.said(Exit.FAILED, refusal.get());
        }
        console.say(
                Reports.good(
                        console,
                        "%s approves %s of %s"
                                .formatted(request.by(), request.step(), state.id())));
        console.say(
                "  → an apply that waits goes on now; otherwise gotthard apply "
                        + state.opening().planSource());
        console.json(
                JsonLine.of("request")
                        .put("run", state.id().value())
                        .put("step", request.step().value())
                        .put("by", request.by().value())
                        .put("row", row));
        return Exit.DONE;
    }

    /// The plan that the run recorded, with the keys of a sandbox's people, without starting its sites.
    private static Assembled recorded(Call call, RunState state) throws Trouble {
        try (Reach reach = Reach.of(call)) {
            return Chosen.recorded(
                    state,
                    inventory ->
                            inventory
                                    .sandbox()
                                    .map(reach::folder)
                                    .map(SandboxKeys::new)
                                    .map(keys -> keys.listed(inventory))
                                    .orElse(inventory));
        }
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
    private static void refuseWithoutRole(
            RunState state, StepId step, PersonName person, Inventory inventory, Call call)
            throws Trouble {
        Instant now = call.surroundings().clock().instant();
        Set<RoleName> roles = inventory.rolesOf(person, now, Set.of());
        if (state.step(step).state() instanceof StepState.Held(var hold)
                && hold instanceof Hold.AwaitsApproval(var missing, _)
                && missing.stream().noneMatch(roles::contains)
                && !hasActed(inventory, person)) {
            throw Trouble.badUse(
                    person
                            + " lacks the role "
                            + String.join(
                                    " or ", missing.stream().map(RoleName::value).sorted().toList())
                            + ", which "
                            + step
                            + " waits for",
                    "have somebody decide who has it");
        }
    }

    /// Whether somebody has ever let the person act for them; the run says when that was over.
    private static boolean hasActed(Inventory inventory, PersonName person) {
        return inventory.people().values().stream()
                .flatMap(other -> other.delegations().stream())
                .anyMatch(one -> one.to().equals(person));
    }
}
