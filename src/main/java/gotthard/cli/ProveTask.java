package gotthard.cli;

import gotthard.graph.Assembled;
import gotthard.problem.Checked;
import gotthard.proof.Limits;
import gotthard.proof.Model;
import gotthard.proof.Modelling;
import gotthard.proof.Proof;
import gotthard.proof.Prover;
import gotthard.report.ProofJson;
import gotthard.report.ProofSarif;
import gotthard.report.ProofText;
import gotthard.report.StoryPicture;
import gotthard.shape.Durations;
import gotthard.shape.Parsed;

import picocli.CommandLine.Model.CommandSpec;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// `gotthard prove`.
final class ProveTask implements Task {
    private static final String ALL = "--all";
    private static final String WITHIN = "--within";
    private static final String SARIF = "--sarif";
    private static final String PICTURE = "--picture";
    private static final Duration USUAL_TIME = Duration.ofMinutes(5);

    @Override
    public void declare(CommandSpec spec) {
        Options.about(
                spec,
                "Shows that no order of steps, no failure, crash or way back of a plan, or of all plans of a programme together,"
                        + " loses data, breaks the policy or stops the service; or tells the shortest story in which that"
                        + " happens. It opens no site. Ends with 0 for PROVEN, 4 for REFUTED, 7 for UNDECIDED.",
                "gotthard prove plans/programme.yaml",
                "gotthard prove plans/10-europe-files.yaml -i inventories/lab.yaml --as-of 2019-06-01 --all");
        Options.words(spec, "1..*", "FILE", "Plans or programmes.");
        Options.inventory(spec);
        Options.value(
                spec,
                "DATE",
                "The day on which it begins, for rules of the policy that have a date; today by itself.",
                ValidateTask.AS_OF);
        Options.flag(spec, "Tell every story, not only the shortest.", ALL);
        Options.value(spec, "TIME", "Give up after that; 5m by itself.", WITHIN);
        Options.value(
                spec,
                "FILE",
                "Write what is broken, with its stories, for code hosting: SARIF 2.1.0.",
                SARIF);
        Options.value(spec, "FILE", "Draw the first story, as SVG.", PICTURE);
    }

    @Override
    public Exit run(Call call) throws Trouble {
        LocalDate asOf = ValidateTask.asOf(call);
        Duration within = within(call);
        Exit worst = Exit.DONE;
        var proofs = new ArrayList<ProofSarif.Proven>();
        for (String file : call.words()) {
            Instant end = call.surroundings().clock().instant().plus(within);
            var limits =
                    new Limits(
                            Limits.USUAL.states(),
                            Limits.USUAL.bytes(),
                            () -> call.surroundings().clock().instant().isAfter(end));
            Exit exit = prove(call, file, asOf, limits, proofs);
            worst = exit.code() > worst.code() ? exit : worst;
        }
        write(call, proofs);
        return worst;
    }

    private static Exit prove(
            Call call, String file, LocalDate asOf, Limits limits, List<ProofSarif.Proven> proofs) {
        Checked<List<Assembled>> plans = Loading.plans(file, call.text(Options.INVENTORY));
        Reports.problems(call.console(), plans.problems());
        return switch (plans) {
            case Checked.Invalid<List<Assembled>>(var problems) -> {
                call.console()
                        .say(
                                Reports.bad(
                                        call.console(),
                                        file + ": " + Words.count(problems.size(), "problem")));
                yield Exit.BAD_INPUT;
            }
            case Checked.Valid<List<Assembled>>(var assembled, _) -> {
                Model model = Modelling.of(assembled, asOf);
                Proof proof = Prover.prove(model, limits);
                tell(call, file, model, proof);
                proofs.add(new ProofSarif.Proven(file, model, proof));
                yield exit(proof);
            }
        };
    }

    private static void tell(Call call, String file, Model model, Proof proof) {
        Console console = call.console();
        String about = file + " as of " + model.days().getFirst();
        String effort = ProofText.effort(proof.effort());
        switch (proof) {
            case Proof.Proven _ ->
                    console.result(Reports.good(console, "PROVEN " + about + "; " + effort));
            case Proof.Refuted(var stories, _) ->
                    console.result(
                            Reports.bad(
                                    console,
                                    "REFUTED "
                                            + about
                                            + ": "
                                            + ProofText.headline(stories.getFirst())));
            case Proof.Undecided _ ->
                    console.result(Reports.held(console, "UNDECIDED " + about + "; " + effort));
        }
        List<String> lines = ProofText.lines(model, proof, call.has(ALL));
        if (proof instanceof Proof.Proven) {
            lines.forEach(console::say);
        } else {
            lines.forEach(console::result);
        }
        if (console.isJson()) {
            console.out().println(ProofJson.of(file, model, proof));
        }
    }

    private static void write(Call call, List<ProofSarif.Proven> proofs) throws Trouble {
        Optional<String> sarif = call.text(SARIF);
        if (sarif.isPresent()) {
            Reports.write(call, sarif.get(), ProofSarif.of(Version.text(), proofs) + "\n");
        }
        Optional<String> picture = call.text(PICTURE);
        if (picture.isPresent()) {
            Optional<String> drawn =
                    proofs.stream().flatMap(proven -> drawn(proven).stream()).findFirst();
            if (drawn.isPresent()) {
                Reports.write(call, picture.get(), drawn.get());
            }
        }
    }

    private static Optional<String> drawn(ProofSarif.Proven proven) {
        return proven.proof() instanceof Proof.Refuted(var stories, _)
                ? Optional.of(StoryPicture.of(proven.model(), stories.getFirst()))
                : Optional.empty();
    }

    private static Exit exit(Proof proof) {
        return switch (proof) {
            case Proof.Proven _ -> Exit.DONE;
            case Proof.Refuted _ -> Exit.FORBIDDEN;
            case Proof.Undecided _ -> Exit.UNDECIDED;
        };
    }

    private static Duration within(Call call) throws Trouble {
        Optional<String> time = call.text(WITHIN);
        if (time.isEmpty()) {
            return USUAL_TIME;
        }
        return switch (Durations.parse(time.get())) {
            case Parsed.Good<Duration>(var parsed) -> parsed;
            case Parsed.Bad<Duration>(var why) ->
                    throw Trouble.badUse(
                            WITHIN + ": \"" + time.get() + "\" " + why,
                            "write it like " + WITHIN + " 30s");
        };
    }
}
