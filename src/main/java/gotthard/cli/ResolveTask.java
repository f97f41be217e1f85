package gotthard.cli;

import gotthard.action.Verdict;
import gotthard.graph.StepId;
import gotthard.inventory.PersonName;
import gotthard.journal.Entry;
import gotthard.journal.Event;
import gotthard.journal.Journal;
import gotthard.journal.Opening;
import gotthard.journal.Operation;
import gotthard.journal.Resolution;
import gotthard.journal.RunState;
import gotthard.run.WaiverStatement;
import gotthard.signing.KeyFile;

import picocli.CommandLine.Model.CommandSpec;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/// `gotthard resolve`.
final class ResolveTask implements Task {
    private static final String CLAIM = "--as";
    private static final String REASON = "--reason";
    private static final String EVIDENCE = "--evidence";
    private static final String WAIVE = "--waive";
    private static final String UNTIL = "--until";
    private static final String KEY = "--key";

    @Override
    public void declare(CommandSpec spec) {
        Options.about(
                spec,
                "Says that a step was put right by hand. That is verified at its sites: what holds counts like a verified"
                        + " step, and the run goes on; what does not is refused, with the differences. What can't be"
                        + " verified counts only by a signed waiver, until its end, and every report shows it.",
                "gotthard resolve europe-files files[zurich-1] --as applied --reason \"copied by courier\"",
                "gotthard resolve europe-files warm-up --as absent --reason \"removed by hand\"",
                "gotthard resolve europe-files warm-up --as applied --reason \"seen on the console\" --waive --until"
                        + " 2019-12-01 --key ~/.config/gotthard/key");
        Options.words(spec, "2", "RUN STEP", "The run or its plan, and its step.");
        Options.value(
                spec,
                "applied|absent",
                "As the step wants it, or as before its first change, so that it is done afresh.",
                CLAIM);
        Options.value(spec, "TEXT", "What was done, for status and reports.", REASON);
        Options.value(
                spec, "FILE", "What shows it; the journal keeps its name and digest.", EVIDENCE);
        Options.flag(
                spec,
                "Answer for the step where it can't be verified, or is not as it wants it.",
                WAIVE);
        Options.value(
                spec,
                "DATE",
                "Until the end of which day, in UTC, the waiver counts; at most 90 days ahead.",
                UNTIL);
        Options.value(spec, "FILE", "The private key that signs the waiver.", KEY);
        Asking.declare(spec);
        Options.state(spec);
    }

    @Override
    public Exit run(Call call) throws Trouble, InterruptedException {
        return Journals.read(call, journal -> resolve(call, journal));
    }

    private static Exit resolve(Call call, Journal journal) throws Trouble, InterruptedException {
        List<String> words = call.words();
        RunState state = Chosen.run(journal, Optional.of(words.getFirst()));
        StepId step = Chosen.step(state, words.get(1));
        PersonName by = Asking.person(call, state);
        String why = call.text(REASON).orElse("");
        var resolve =
                new Operation.Resolve(
                        by, step, claim(call), why, exhibit(call), waiver(call, state, step, by));
        var asking = new Asking(call, journal, state);
        asking.ask(resolve);
        Event answer =
                asking.answer(resolve, entry -> judged(entry, step))
                        .orElseThrow(
                                () ->
                                        new Trouble(
                                                Exit.WAITING,
                                                "it is still being looked at " + step,
                                                "gotthard status "
                                                        + state.id()
                                                        + " shows what comes of it"));
        return told(call, asking, answer, step);
    }

    private static Optional<Event> judged(Entry entry, StepId step) {
        return entry.event() instanceof Event.OfStep event
                        && event.step().equals(step)
                        && (event instanceof Event.StepResolved
                                || event instanceof Event.StepClaimRefused)
                ? Optional.of(event)
                : Optional.empty();
    }

    private static Exit told(Call call, Asking asking, Event answer, StepId step) throws Trouble {
        if (answer instanceof Event.StepClaimRefused(_, _, var found)) {
            refused(call, step, found);
        }
        if (answer instanceof Event.StepResolved(_, var claim, var resolution)) {
            asking.tell(Optional.of(step), sentence(step, claim, resolution));
            call.console().say("  → " + asking.next());
        }
        return Exit.DONE;
    }

    private static String sentence(StepId step, Operation.Claim claim, Resolution resolution) {
        return switch (resolution.basis()) {
            case Resolution.Basis.Verified(var evidence) ->
                    switch (claim) {
                        case APPLIED ->
                                step + " is resolved, and verified: " + evidence.statement();
                        case ABSENT ->
                                step
                                        + " is as before its first change, and will be done afresh: "
                                        + evidence.statement();
                    };
            case Resolution.Basis.Waived(var until, _, _) ->
                    step
                            + " counts without a verification until "
                            + until
                            + ", by the waiver of "
                            + resolution.by();
        };
    }

    private static void refused(Call call, StepId step, Verdict found) throws Trouble {
        switch (found) {
            case Verdict.Differs(var differences) -> {
                for (var difference : differences) {
                    call.console().result("  " + difference);
                    call.console()
                            .json(
                                    JsonLine.of("difference")
                                            .put("step", step.value())
                                            .put("thing", difference.thing())
                                            .put("wanted", difference.wanted())
                                            .put("found", difference.found()));
                }
                throw new Trouble(
                        Exit.UNVERIFIED,
                        "the step " + step + " is not as claimed",
                        "put right what differs and ask again, or let the run do it with gotthard"
                                + " retry");
            }
            case Verdict.Unreadable(var failure) ->
                    throw new Trouble(
                            Exit.UNVERIFIED,
                            "it can't be verified how " + step + " stands: " + failure.what(),
                            (failure.next().isEmpty() ? "" : failure.next() + "; ")
                                    + "ask again, or answer for it with a signed waiver");
            case Verdict.Underway(var progress) ->
                    throw new Trouble(
                            Exit.UNVERIFIED,
                            "an attempt of " + step + " still goes on: " + progress.doing(),
                            "ask again when it has ended");
            case Verdict.Holds _ -> {}
        }
    }

    private static Operation.Claim claim(Call call) throws Trouble {
        String claim = call.text(CLAIM).orElse("");
        return switch (claim.toLowerCase(Locale.ROOT)) {
            case "applied" -> Operation.Claim.APPLIED;
            case "absent" -> Operation.Claim.ABSENT;
            default ->
                    throw Trouble.badUse(
                            claim.isEmpty()
                                    ? "it is not said how the step stands"
                                    : "a step can't be resolved as \"" + claim + "\"",
                            "add " + CLAIM + " applied or " + CLAIM + " absent");
        };
    }

    private static Optional<Operation.Waiver> waiver(
            Call call, RunState state, StepId step, PersonName by) throws Trouble {
        if (!call.has(WAIVE)) {
            return Optional.empty();
        }
        if (!call.has(UNTIL) || !call.has(KEY)) {
            throw Trouble.badUse(
                    "a waiver has an end and a signature",
                    "add " + UNTIL + " DATE and " + KEY + " FILE");
        }
        String inputs =
                state.opening().steps().stream()
                        .filter(listed -> listed.id().equals(step))
                        .map(Opening.Listed::inputs)
                        .findFirst()
                        .orElse("");
        var statement =
                new WaiverStatement(
                        state.id(),
                        step,
                        inputs,
                        by,
                        Days.end(call.text(UNTIL).orElse(""), UNTIL),
                        call.text(REASON).orElse(""));
        return switch (new KeyFile(Path.of(call.text(KEY).orElse(""))).read()) {
            case KeyFile.Result.Done(var key) -> Optional.of(statement.signed(key));
            case KeyFile.Result.Refused(var why, var next) -> throw Trouble.failed(why, next);
        };
    }

    private static String sha256(byte[] content) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(content));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("every Java has SHA-256", impossible);
        }
    }

    private static Optional<Operation.Exhibit> exhibit(Call call) throws Trouble {
        Optional<String> file = call.text(EVIDENCE);
        if (file.isEmpty()) {
            return Optional.empty();
        }
        try {
            byte[] content = Files.readAllBytes(Path.of(file.get()));
            return Optional.of(new Operation.Exhibit(file.get(), sha256(content)));
        } catch (IOException broken) {
            throw Trouble.failed(
                    "the evidence " + file.get() + " can't be read (" + broken + ")",
                    "name another with " + EVIDENCE);
        }
    }
}
