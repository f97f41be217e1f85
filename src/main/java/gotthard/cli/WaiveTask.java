package gotthard.cli;

import gotthard.graph.Assembled;
import gotthard.inventory.Person;
import gotthard.journal.Waived;
import gotthard.problem.Suggestion;
import gotthard.run.PlanWaiver;

import picocli.CommandLine.Model.CommandSpec;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;

/// `gotthard waive`.
final class WaiveTask implements Task {
    private static final String AS = "--as";
    private static final String REASON = "--reason";
    private static final String UNTIL = "--until";
    private static final String OF = "--of";
    private static final String FILE = "--out";

    @Override
    public void declare(CommandSpec spec) {
        Options.about(
                spec,
                "Answers, with your name and key, for an invariant that a plan can break, or that holds a step of its run: apply"
                        + " --waiver FILE then begins it, or goes on, all the same, and every report shows who answers for what. It counts for the plan and its documents"
                        + " exactly as they are now, and for at most 90 days.",
                "gotthard waive plans/10-europe-files.yaml goal --as data-owner-1 --reason \"uploads pause on that day\""
                        + " --until 2019-12-01 -o goal.waiver");
        Options.words(
                spec,
                "2",
                "PLAN INVARIANT",
                "The plan, and the invariant as gotthard prove calls it.");
        Options.value(spec, "CELL", "Of which cell, where several can break it.", OF);
        Options.value(spec, "PERSON", "Who answers for it, by the name in the inventory.", AS);
        Options.value(spec, "TEXT", "Why.", REASON);
        Options.value(
                spec, "DATE", "Until the end of which day, in UTC; at most 90 days ahead.", UNTIL);
        Options.value(
                spec,
                "FILE",
                "Your private key; $GOTTHARD_KEY or ~/.config/gotthard/key by itself, in a sandbox its own.",
                Keys.KEY);
        Options.value(spec, "FILE", "Where the waiver is written.", "-o", FILE);
        Options.inventory(spec);
        Options.state(spec);
    }

    @Override
    public Exit run(Call call) throws Trouble, InterruptedException {
        String file = call.words().getFirst();
        String word = call.words().get(1);
        Path out = Path.of(needed(call, FILE, "-o FILE"));
        String why = needed(call, REASON, REASON + " TEXT");
        Instant until = Days.end(needed(call, UNTIL, UNTIL + " DATE"), UNTIL);
        try (Reach reach = Reach.of(call)) {
            Assembled assembled = Loading.forUse(call, file, reach);
            Person person = People.named(assembled, needed(call, AS, AS + " PERSON"));
            Waivable meant = meant(call, file, assembled, word);
            var waiver =
                    new PlanWaiver(
                            assembled.plan().name(),
                            assembled.documents(),
                            meant.invariant(),
                            meant.of(),
                            person.name(),
                            until,
                            why);
            Waived signed =
                    waiver.signed(Keys.read(Keys.of(call, assembled.inventory(), person.name())));
            if (PlanWaiver.judge(
                            signed.envelope(),
                            assembled.plan().name(),
                            assembled.documents(),
                            List.of(person),
                            call.surroundings().clock().instant())
                    instanceof PlanWaiver.Judged.Refused(var refusal)) {
                throw Trouble.said(Exit.FAILED, refusal);
            }
            write(out, signed);
            call.console().say(signed.sentence());
            call.console().say("  → gotthard apply " + file + " --waiver " + out);
            call.console()
                    .json(
                            JsonLine.of("waiver")
                                    .put("plan", assembled.plan().name().value())
                                    .put("invariant", signed.invariant().word())
                                    .put("of", signed.of())
                                    .put("by", signed.by().value())
                                    .put("until", until.toString())
                                    .put("file", out.toString()));
        }
        return Exit.DONE;
    }

    /// What is answered for; what can't be broken needs no waiver.
    private static Waivable meant(Call call, String file, Assembled assembled, String word)
            throws Trouble, InterruptedException {
        List<Waivable> all = Waivable.of(call, file, assembled);
        List<Waivable> meant =
                all.stream()
                        .filter(one -> one.invariant().word().equals(word))
                        .filter(one -> call.text(OF).map(one.of()::equals).orElse(true))
                        .toList();
        if (meant.size() == 1) {
            return meant.getFirst();
        }
        if (meant.size() > 1) {
            throw Trouble.badUse(
                    file + " can break " + word + " of several",
                    "say of which with "
                            + OF
                            + ": "
                            + String.join(", ", meant.stream().map(Waivable::of).toList()));
        }
        List<String> known = all.stream().map(one -> one.invariant().word()).distinct().toList();
        throw Trouble.badUse(
                file + " can't break an invariant \"" + word + "\"",
                known.isEmpty()
                        ? "it is proven, and needs no waiver"
                        : Suggestion.didYouMean(word, known)
                                .orElse("it can break " + String.join(", ", known)));
    }

    private static String needed(Call call, String option, String usage) throws Trouble {
        return call.text(option)
                .filter(text -> !text.isBlank())
                .orElseThrow(
                        () ->
                                Trouble.badUse(
                                        "a waiver names who answers for what, why and until when",
                                        "add " + usage));
    }

    private static void write(Path out, Waived waived) throws Trouble {
        try {
            Files.writeString(out, waived.envelope() + "\n");
        } catch (IOException broken) {
            throw Trouble.failed(
                    "the file " + out + " can't be written (" + broken + ")",
                    "name another with -o");
        }
    }
}
