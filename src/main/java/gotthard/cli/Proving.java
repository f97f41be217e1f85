package gotthard.cli;

import gotthard.graph.Assembled;
import gotthard.journal.Waived;
import gotthard.problem.Code;
import gotthard.problem.Place;
import gotthard.problem.Problem;
import gotthard.proof.Limits;
import gotthard.proof.Model;
import gotthard.proof.Modelling;
import gotthard.proof.Proof;
import gotthard.proof.Prover;
import gotthard.proof.Story;
import gotthard.report.ProofText;
import gotthard.run.PlanWaiver;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/// Holds a plan to its proof before it is carried out: what is not proven is refused, unless somebody answers for it.
final class Proving {
    static final String WAIVER = "--waiver";
    private static final Code REFUTED = new Code("refuted");
    private static final Code UNDECIDED = new Code("undecided");

    private Proving() {}

    /// The stories of all that a plan can break, as of today.
    static List<Story> stories(Call call, String file, Assembled assembled) throws Trouble {
        return stories(file, Prover.prove(model(call, assembled), Limits.USUAL));
    }

    private static List<Story> stories(String file, Proof proof) throws Trouble {
        return switch (proof) {
            case Proof.Proven _ -> List.of();
            case Proof.Refuted(var stories, _) -> stories;
            case Proof.Undecided(var what, _) ->
                    throw new Trouble(
                            Exit.UNDECIDED,
                            "it is not decided whether " + file + " is safe: " + what.getFirst(),
                            "make the plan smaller, or split it; gotthard prove "
                                    + file
                                    + " tells more");
        };
    }

    /// Refuses a plan that is not proven as of today, but for what the waivers that are handed in answer for.
    ///
    /// @return what is waived and can really be broken
    static List<Waived> required(Call call, String file, Assembled assembled) throws Trouble {
        List<Waived> waived = waivers(call, assembled);
        Model model = model(call, assembled);
        Proof proof = Prover.prove(model, Limits.USUAL);
        List<Story> stories = stories(file, proof);
        List<Story> open =
                stories.stream()
                        .filter(story -> waived.stream().noneMatch(one -> covers(one, story)))
                        .toList();
        if (open.isEmpty()) {
            List<Waived> needed =
                    waived.stream()
                            .filter(one -> stories.stream().anyMatch(story -> covers(one, story)))
                            .toList();
            needed.forEach(one -> call.console().say("waived: " + one.sentence()));
            return needed;
        }
        ProofText.lines(model, new Proof.Refuted(open, proof.effort()), false)
                .forEach(call.console()::say);
        throw new Trouble(
                Exit.FORBIDDEN,
                file + " is not safe: it can break " + open.getFirst().broken().word(),
                "mend the plan (gotthard prove %s tells the whole story), or have somebody answer for it: gotthard waive %s %s"
                        .formatted(file, file, open.getFirst().broken().word()));
    }

    /// What plans that belong together can break, one problem for each invariant and cell, at the step where it breaks.
    ///
    /// @param file that gotthard prove takes
    static List<Problem> problems(String file, List<Assembled> plans, LocalDate asOf) {
        Model model = Modelling.of(plans, asOf);
        String more = "gotthard prove " + file + " --as-of " + asOf + " tells how";
        return switch (Prover.prove(model, Limits.USUAL)) {
            case Proof.Proven _ -> List.of();
            case Proof.Refuted(var stories, _) ->
                    stories.stream()
                            .map(
                                    story ->
                                            Problem.error(
                                                            REFUTED,
                                                            place(model, story, file),
                                                            ProofText.headline(story))
                                                    .withAdvice(more))
                            .toList();
            case Proof.Undecided(var what, _) ->
                    List.of(
                            Problem.warning(
                                            UNDECIDED,
                                            Place.of(file),
                                            "it is not decided whether it is safe: "
                                                    + what.getFirst())
                                    .withAdvice(more));
        };
    }

    private static Place place(Model model, Story story, String file) {
        return story.culprit()
                .map(step -> model.steps().get(step).place())
                .orElseGet(() -> Place.of(file));
    }

    private static boolean covers(Waived waived, Story story) {
        return waived.invariant() == story.broken() && waived.of().equals(story.breach().of());
    }

    private static Model model(Call call, Assembled assembled) {
        return Modelling.of(List.of(assembled), Days.today(call));
    }

    /// What is waived by the files that are handed in; each must be of exactly this plan.
    static List<Waived> waivers(Call call, Assembled assembled) throws Trouble {
        List<Waived> waived = new ArrayList<>();
        for (String file : call.texts(WAIVER)) {
            switch (PlanWaiver.judge(
                    text(file),
                    assembled.plan().name(),
                    assembled.documents(),
                    assembled.inventory().people().values(),
                    call.surroundings().clock().instant())) {
                case PlanWaiver.Judged.Accepted(var one) -> waived.add(one);
                case PlanWaiver.Judged.Refused(var why) ->
                        throw Trouble.said(Exit.FAILED, file + ": " + why);
            }
        }
        return waived;
    }

    private static String text(String file) throws Trouble {
        try {
            return Files.readString(Path.of(file)).strip();
        } catch (IOException | java.nio.file.InvalidPathException _) {
            throw Trouble.failed(
                    "the waiver " + file + " can't be read",
                    "name a file that gotthard waive wrote");
        }
    }
}
