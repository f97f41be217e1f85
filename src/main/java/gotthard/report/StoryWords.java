package gotthard.report;

import gotthard.proof.Happening;
import gotthard.proof.Model;
import gotthard.proof.Situation;
import gotthard.proof.Story;
import gotthard.world.CellId;
import gotthard.world.Effect;

import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Set;

/// What happens in a story, as sentences that need no knowledge of the model.
final class StoryWords {
    private final Model model;

    /// Whether cells are named: where a story is about one, it is clear.
    private final boolean namesCells;

    private final EffectWords effects;
    private final UndoWords undoing;

    StoryWords(Model model, Story story) {
        this.model = model;
        this.namesCells = cells(story).size() > 1;
        this.effects = new EffectWords(namesCells);
        this.undoing = new UndoWords(namesCells);
    }

    /// The cells that a story is about.
    static Set<CellId> cells(Story story) {
        Set<CellId> cells = new LinkedHashSet<>();
        story.cell().ifPresent(cells::add);
        for (Story.Turn turn : story.turns()) {
            switch (turn.what()) {
                case Happening.OfStep of -> of.effect().map(Effect::cell).ifPresent(cells::add);
                case Happening.Written(var cell, _) -> cells.add(cell);
                case Happening.Delivered(var cell, _, _) -> cells.add(cell);
                case Happening.TurnedBack _, Happening.BegunAgain _, Happening.DayCame _ -> {}
            }
        }
        return cells;
    }

    /// One thing that happens, as a sentence.
    ///
    /// @param before how the cells stood
    String sentence(Happening what, Situation before) {
        return switch (what) {
            case Happening.Done(var step, var effect) -> done(step, effect, before);
            case Happening.LeftHalf(var step, var effect) ->
                    name(step) + " begins to " + infinitive(effect) + ", and stops halfway.";
            case Happening.Completed(var step, var effect) ->
                    name(step) + " is taken up again, and now it " + verb(effect, before) + ".";
            case Happening.TakenForDone(var step, var effect) ->
                    name(step)
                            + " begins to "
                            + infinitive(effect)
                            + ", stops halfway, and is taken for done, because its verification does not look at everything.";
            case Happening.Undone(var step, var effect) ->
                    name(step)
                            + " is undone"
                            + ": "
                            + effect.map(undoing::undone).orElse("nothing had changed")
                            + ".";
            case Happening.LeftHalfUndone(var step, var effect) ->
                    "The undoing of "
                            + name(step)
                            + " stops halfway"
                            + effect.map(it -> ": " + undoing.halfUndone(it)).orElse("")
                            + ".";
            case Happening.TurnedBack _ ->
                    "Something fails, or somebody asks for it: the run turns back.";
            case Happening.BegunAgain _ -> "Everything is undone, and the plan is applied again.";
            case Happening.Written(var cell, var at) ->
                    "A user writes " + (namesCells ? cell + " at " : "at ") + at + ".";
            case Happening.Delivered(var cell, var from, var to) ->
                    "What the user wrote"
                            + of(Optional.of(cell))
                            + " arrives at "
                            + to
                            + ", by the replication from "
                            + from
                            + ".";
            case Happening.DayCame(var day) -> "Time passes; it is " + day + ".";
        };
    }

    /// A step in quotes.
    String name(int step) {
        return "\"" + model.steps().get(step).name() + "\"";
    }

    private String done(int step, Optional<Effect> effect, Situation before) {
        if (effect.isPresent()) {
            return name(step) + " " + verb(effect, before) + ".";
        }
        return model.steps().get(step).approval().isPresent()
                ? "People approve at " + name(step) + "."
                : name(step) + " is done.";
    }

    private String verb(Optional<Effect> effect, Situation before) {
        return effect.map(it -> effects.verb(it, before)).orElse("ends");
    }

    private String infinitive(Optional<Effect> effect) {
        return effect.map(effects::infinitive).orElse("work");
    }

    private String of(Optional<CellId> cell) {
        return namesCells ? cell.map(it -> " of " + it).orElse("") : "";
    }
}
