package gotthard.report;

import gotthard.inventory.RoleName;
import gotthard.inventory.SiteName;
import gotthard.plan.OnFailure;
import gotthard.proof.Happening;
import gotthard.proof.Model;
import gotthard.proof.ModelStep;
import gotthard.proof.Pause;
import gotthard.proof.Situation;
import gotthard.proof.Story;
import gotthard.world.Cell;
import gotthard.world.CellId;
import gotthard.world.Effect;
import gotthard.world.Holding;
import gotthard.world.Level;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.IntStream;

/// What is wrong at the end of a story, as sentences.
final class BreachWords {
    private final Model model;
    private final Story story;
    private final Situation last;
    private final EndWords ends;

    BreachWords(Model model, Story story) {
        this.model = model;
        this.story = story;
        this.last = story.turns().isEmpty() ? story.first() : story.turns().getLast().after();
        this.ends = new EndWords(model, story, last);
    }

    /// At least one sentence.
    List<String> sentences() {
        List<String> found =
                switch (story.broken()) {
                    case LOSS -> List.of(loss());
                    case TWO_WRITERS ->
                            List.of(
                                    Sentences.and(where(holding -> holding.open() != Level.NONE))
                                            + " both take writes.");
                    case STALE_WRITER -> stale();
                    case UNVERIFIED_WRITER -> unverified();
                    case RESIDENCY -> new ResidencyWords(model, story).sentences();
                    case GAP -> service().gap("");
                    case GAP_HELD -> held();
                    case ORDER -> new OrderWords(model, story, last).sentences();
                    case LAST_COPY -> lastCopy();
                    case RETURN -> ends.changed();
                    case STUCK_BACK -> List.of(ends.stuckBack());
                    case STUCK_FORWARD -> waiting();
                    case NOT_MOVED -> ends.notMoved();
                    case GOAL -> ends.goal();
                    case UNSIGNED -> List.of(unsigned());
                    case RULE ->
                            story.clause()
                                    .map(clause -> RuleWords.broken(clause, last))
                                    .orElse(List.of());
                };
        return found.isEmpty() ? List.of("This does not hold here.") : found;
    }

    private Map<SiteName, Holding> holdings() {
        return story.cell().map(cell -> last.cells().getOrDefault(cell, Map.of())).orElse(Map.of());
    }

    private ServiceWords service() {
        return new ServiceWords(holdings());
    }

    private List<SiteName> where(Predicate<Holding> asked) {
        return service().where(asked);
    }

    private boolean isWritten() {
        return SiteWords.isWritten(holdings());
    }

    private String loss() {
        if (where(holding -> holding.base() == Level.FULL).isEmpty()) {
            return "No site has all the data any more.";
        }
        return isWritten() && where(Holding::write).isEmpty()
                ? "What the user wrote is nowhere any more."
                : "No site has both the data and what the user wrote.";
    }

    private List<String> stale() {
        var found = new ArrayList<String>();
        holdings()
                .forEach(
                        (site, holding) -> {
                            boolean lacksWrite = isWritten() && !holding.write();
                            if (holding.open() != Level.NONE
                                    && (holding.base() != Level.FULL || lacksWrite)) {
                                found.add(
                                        site + " takes writes, and lacks " + lacks(holding) + ".");
                            }
                        });
        return found;
    }

    private String lacks(Holding holding) {
        if (holding.base() == Level.NONE) {
            return "the data";
        }
        return holding.base() == Level.HALF
                ? "a part of the data"
                : "what the user wrote" + SiteWords.acceptedAt(holdings());
    }

    private List<String> unverified() {
        var found = new ArrayList<String>();
        holdings()
                .forEach(
                        (site, holding) -> {
                            if (holding.open() == Level.NONE) {
                                return;
                            }
                            if (!holding.baseVerified()) {
                                found.add(
                                        site + " takes writes, and its data were never verified.");
                            } else if (holding.write()
                                    && !holding.writeVerified()
                                    && !holding.accepted()) {
                                found.add(
                                        site
                                                + " takes writes, and was last verified before what the user wrote arrived there.");
                            }
                        });
        return found;
    }

    private Cell cell(CellId id) {
        return model.cells().stream()
                .filter(cell -> cell.id().equals(id))
                .findFirst()
                .orElseThrow();
    }

    private List<String> held() {
        var found = new ArrayList<>(service().gap(""));
        for (ModelStep step : next()) {
            if (step.approval().isPresent() && isForAPause(step)) {
                found.add("Meanwhile \"" + step.name() + "\" waits for people.");
            } else if (step.onFailure() == OnFailure.FREEZE) {
                found.add(
                        "Where \""
                                + step.name()
                                + "\" fails, it stays like that until a person has acted (onFailure: freeze).");
            }
        }
        return found;
    }

    /// Whether a pause ends only after it.
    private boolean isForAPause(ModelStep step) {
        int index = model.steps().indexOf(step);
        var steps = new CellSteps(model, story.cell());
        return model.pauses().stream()
                .map(Pause::until)
                .anyMatch(until -> until == index || steps.ancestors(until).contains(index));
    }

    private List<String> waiting() {
        var found = new ArrayList<String>();
        for (ModelStep step : next()) {
            boolean compares = step.effects().stream().anyMatch(Effect.Verify.class::isInstance);
            found.add(
                    compares
                            ? "\""
                                    + step.name()
                                    + "\" finds that something is missing, and nothing brings it; so the plan does not go on."
                            : "\""
                                    + step.name()
                                    + "\" can't be done as things stand, and nothing changes that.");
        }
        return found;
    }

    /// The steps that all has been done for.
    private List<ModelStep> next() {
        Set<Integer> done = done();
        return IntStream.range(0, model.steps().size())
                .filter(index -> !done.contains(index))
                .mapToObj(index -> model.steps().get(index))
                .filter(step -> done.containsAll(step.needs()))
                .toList();
    }

    private Set<Integer> done() {
        var done = new HashSet<Integer>();
        for (Story.Turn turn : story.turns()) {
            switch (turn.what()) {
                case Happening.Done(var step, _) -> done.add(step);
                case Happening.Completed(var step, _) -> done.add(step);
                case Happening.TakenForDone(var step, _) -> done.add(step);
                case Happening.LeftHalf(var step, _) -> done.remove(step);
                case Happening.Undone(var step, _) -> done.remove(step);
                case Happening.LeftHalfUndone(var step, _) -> done.remove(step);
                case Happening.TurnedBack _,
                        Happening.BegunAgain _,
                        Happening.Written _,
                        Happening.Delivered _,
                        Happening.DayCame _ -> {}
            }
        }
        return done;
    }

    /// Judged by what was there before the last thing happened.
    private List<String> lastCopy() {
        int turns = story.turns().size();
        Situation before = turns < 2 ? story.first() : story.turns().get(turns - 2).after();
        CellId id = story.cell().orElseThrow();
        var found = new ArrayList<String>();
        boolean deletes =
                story.turns().getLast().what() instanceof Happening.OfStep of
                        && of.effect().filter(Effect.Delete.class::isInstance).isPresent();
        if (!deletes) {
            return List.of(
                    "The way back removes data at "
                            + removedAt()
                            + " that no other site has in full.");
        }
        Map<SiteName, Holding> all = before.cells().getOrDefault(id, Map.of());
        for (SiteName target : cell(id).targets()) {
            Holding there = all.get(target);
            if (there == null || there.base() != Level.FULL) {
                found.add(target + " did not have all the data by then.");
            } else if (!there.baseVerified()) {
                found.add("The data at " + target + " were not verified by then.");
            } else if (SiteWords.isWritten(all) && !there.write()) {
                found.add(target + " did not have what the user wrote by then.");
            } else if (there.write() && !there.writeVerified() && !there.accepted()) {
                found.add(target + " was last verified before what the user wrote arrived there.");
            }
        }
        return found;
    }

    private String unsigned() {
        List<String> roles = model.signers().stream().map(RoleName::value).sorted().toList();
        return story.culprit()
                .map(
                        step ->
                                "\""
                                        + model.steps().get(step).name()
                                        + "\" can't be undone, and the steps that it needs do not ask for approvals by "
                                        + Sentences.and(roles)
                                        + ".")
                .orElse(
                        "A step can't be undone, and the steps that it needs do not ask for approvals by "
                                + Sentences.and(roles)
                                + ".");
    }

    private String removedAt() {
        return story.turns().getLast().what() instanceof Happening.OfStep of
                ? of.effect().map(Effect::shows).map(Sentences::and).orElse("a site")
                : "a site";
    }
}
