package gotthard.report;

import gotthard.policy.Rule;
import gotthard.proof.Happening;
import gotthard.proof.Model;
import gotthard.proof.ModelStep;
import gotthard.proof.Precedence;
import gotthard.proof.Proof;
import gotthard.proof.Situation;
import gotthard.proof.Story;
import gotthard.world.CellId;
import gotthard.world.Invariant;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/// A proof as lines for people: what came out, and of a plan that is refuted the shortest story that shows why.
public final class ProofText {
    private static final int NUMBER = 4;
    private static final int MOST_CELLS = 6;

    /// What a proof takes for granted, each as a sentence.
    public static final List<String> ASSUMPTIONS =
            List.of(
                    "Each step does what it declares: nothing, half or all of it, and its verification finds out.",
                    "Steps end in any order that their needs allow; each may fail, die halfway or end unrecorded.",
                    "The run may turn back at any moment, and the way back may fail halfway, too.",
                    "Users write at any moment wherever writes are taken; one write stands for all.",
                    "A replication brings what it was told of, early or late, and loses nothing by itself.",
                    "No site is lost for good.");

    private final Model model;
    private final List<String> lines = new ArrayList<>();

    /// The documents of steps, by the name of the file alone.
    private final Map<String, Set<String>> files = new HashMap<>();

    private ProofText(Model model) {
        this.model = model;
        for (ModelStep step : model.steps()) {
            String source = step.place().source();
            files.computeIfAbsent(
                            source.substring(source.lastIndexOf('/') + 1), _ -> new HashSet<>())
                    .add(source);
        }
    }

    /// Without the first line, which says what came out.
    ///
    /// @param all whether every story is told, not only the shortest
    public static List<String> lines(Model model, Proof proof, boolean all) {
        var text = new ProofText(model);
        switch (proof) {
            case Proof.Proven _ -> text.proven();
            case Proof.Refuted(var stories, _) -> text.refuted(stories, all);
            case Proof.Undecided(var what, _) ->
                    what.forEach(one -> text.lines.add("  not all was seen: " + one));
        }
        return List.copyOf(text.lines);
    }

    /// How much was looked at: `4,926 states in 3 slices`.
    public static String effort(Proof.Effort effort) {
        return Words.counted(effort.states(), "state")
                + " and "
                + Words.counted(effort.transitions(), "transition")
                + " in "
                + Words.counted(effort.slices(), "slice")
                + (effort.distinct() < effort.slices()
                        ? ", " + Words.number(effort.distinct()) + " of them different"
                        : "");
    }

    /// In a few words what came out: `europe/file-metadata: the way back can get stuck`.
    public static String headline(Story story) {
        return story.cell().map(cell -> cell + ": ").orElse("")
                + story.clause()
                        .map(clause -> "the rule " + clause.rule().name() + " can be broken")
                        .orElseGet(() -> InvariantWords.broken(story.broken()));
    }

    private void proven() {
        if (model.cells().isEmpty()) {
            lines.add("  no step of it touches data, traffic or processing");
            return;
        }
        lines.add("  whatever order, failure, crash or way back, as long as:");
        assumptions(model).forEach(one -> lines.add("  - " + one));
        List<Rule> rules = RuleWords.rules(model);
        if (!rules.isEmpty()) {
            lines.add("  and so do the rules of the policy hold:");
            rules.forEach(rule -> lines.add("  - " + RuleWords.footprint(rule)));
        }
    }

    /// What a proof of a model takes for granted.
    static List<String> assumptions(Model model) {
        return Stream.concat(
                        ASSUMPTIONS.stream(), model.unpaired().stream().map(RuleWords::unpaired))
                .toList();
    }

    private void refuted(List<Story> stories, boolean all) {
        List<Story> told = all ? stories : stories.subList(0, 1);
        for (Story story : told) {
            lines.add("");
            tell(story);
        }
        if (told.size() < stories.size()) {
            lines.add("");
            lines.add("Also broken; --all tells these stories:");
            stories.stream()
                    .skip(told.size())
                    .forEach(
                            story ->
                                    lines.add(
                                            "  "
                                                    + headline(story)
                                                    + " (a story of "
                                                    + Words.counted(story.length(), "sentence")
                                                    + ")"));
        }
    }

    private void tell(Story story) {
        lines.add("What must hold: " + rule(story));
        if (!story.turns().isEmpty()) {
            lines.add("How it can come to be broken" + where(story) + ":");
        }
        var words = new StoryWords(model, story);
        if (!story.turns().isEmpty()) {
            situation("At first", told(story), story.first());
            Situation before = story.first();
            int number = 0;
            for (Story.Turn turn : story.turns()) {
                number++;
                turn(number, words.sentence(turn.what(), before), turn.what());
                before = turn.after();
            }
            situation("Then", shown(story), before);
        }
        new BreachWords(model, story)
                .sentences()
                .forEach(one -> lines.add("What is wrong: " + one));
        Mending.of(model, story).ifPresent(advice -> lines.add("What would mend it: " + advice));
    }

    /// What must hold, as a sentence.
    static String rule(Story story) {
        return story.clause()
                .map(RuleWords::rule)
                .orElseGet(() -> InvariantWords.rule(story.broken()));
    }

    private static String where(Story story) {
        return story.cell().map(cell -> " for " + cell).orElse("");
    }

    private void situation(String when, Stream<CellId> shown, Situation situation) {
        List<CellId> cells = shown.filter(situation.cells()::containsKey).toList();
        for (CellId cell : cells) {
            lines.add("");
            lines.add("  " + when + (cells.size() > 1 ? ", " + cell : "") + ":");
            SiteWords.of(cell, situation).forEach(line -> lines.add("    " + line));
        }
        lines.add("");
    }

    private void turn(int number, String sentence, Happening what) {
        String shown =
                " ".repeat(Math.max(0, NUMBER - Integer.toString(number).length()))
                        + number
                        + ". "
                        + sentence;
        lines.add(
                what instanceof Happening.OfStep of
                        ? shown + "  [" + place(of.step()) + "]"
                        : shown);
    }

    /// The cell that the story is about; where it is about an order, also those that come before it.
    private Stream<CellId> shown(Story story) {
        Stream<CellId> earlier =
                story.broken() == Invariant.ORDER
                        ? model.order().stream()
                                .filter(pair -> story.cell().equals(Optional.of(pair.later())))
                                .map(Precedence::earlier)
                                .limit(MOST_CELLS)
                        : Stream.empty();
        return Stream.concat(told(story), earlier).distinct();
    }

    /// The cell that it is about, or the cells of the rule.
    private static Stream<CellId> told(Story story) {
        return story.clause()
                .map(clause -> clause.cells().stream())
                .orElseGet(() -> story.cell().stream());
    }

    /// `10-europe-files.yaml:14`; the folder, too, where two files have one name.
    private String place(int step) {
        var place = model.steps().get(step).place();
        String file = place.source().substring(place.source().lastIndexOf('/') + 1);
        String source = files.getOrDefault(file, Set.of()).size() == 1 ? file : place.source();
        return place.hasLine() ? source + ":" + place.line() : source;
    }
}
