package gotthard.cli;

import gotthard.graph.Assembled;
import gotthard.journal.Hold;
import gotthard.journal.RunState;
import gotthard.journal.StepState;
import gotthard.journal.StoredJournal;
import gotthard.world.Invariant;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.SequencedSet;

/// What somebody can answer for: what a plan can break, and what holds a step of its open run.
///
/// @param of a cell, or `the plan`
record Waivable(Invariant invariant, String of) {
    static List<Waivable> of(Call call, String file, Assembled assembled)
            throws Trouble, InterruptedException {
        SequencedSet<Waivable> all = new LinkedHashSet<>();
        Proving.stories(call, file, assembled)
                .forEach(story -> all.add(new Waivable(story.broken(), story.breach().of())));
        if (StoredJournal.isAt(call.state())) {
            List<RunState> open = new ArrayList<>();
            Journals.read(
                    call,
                    journal -> {
                        Chosen.open(journal, assembled.plan().name()).ifPresent(open::add);
                        return Exit.DONE;
                    });
            open.forEach(run -> addHeld(run, all));
        }
        return List.copyOf(all);
    }

    private static void addHeld(RunState run, SequencedSet<Waivable> into) {
        run.opening().steps().stream()
                .map(step -> run.step(step.id()).state())
                .filter(state -> state instanceof StepState.Held(Hold.Breach _))
                .map(state -> ((Hold.Breach) ((StepState.Held) state).hold()).invariant())
                .forEach(sentence -> named(sentence).forEach(into::add));
    }

    /// The invariant that a held step's sentence begins with, and what it is of.
    private static List<Waivable> named(String sentence) {
        List<Waivable> named = new ArrayList<>();
        for (Invariant invariant : Invariant.values()) {
            String before = invariant.word() + " of ";
            int end = sentence.indexOf(": ");
            if (sentence.startsWith(before) && end > before.length()) {
                named.add(new Waivable(invariant, sentence.substring(before.length(), end)));
            }
        }
        return named;
    }
}
