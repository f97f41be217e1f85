package gotthard.proof.reference;

import static gotthard.proof.reference.ModelBuilder.EUROPE;
import static gotthard.proof.reference.ModelBuilder.MOSCOW;

import static org.assertj.core.api.Assertions.assertThat;

import gotthard.proof.Happening;
import gotthard.proof.Model;
import gotthard.proof.Story;
import gotthard.world.Effect;
import gotthard.world.Invariant;

import org.junit.jupiter.api.Test;

import java.util.List;
import java.util.Optional;
import java.util.Set;

/// A story that is told wrongly is seen.
final class ReplayTest {
    private final Model model = stopped();
    private final State first = State.first(Script.of(model));
    private final State after = new Moves(Script.of(model)).of(first).getFirst().after();
    private final Happening stop =
            new Happening.Done(0, model.steps().getFirst().effects().stream().findFirst());

    private static Model stopped() {
        var plan = new ModelBuilder().appendOnly(EUROPE);
        plan.step(Set.of(), new Effect.StopProcessing(EUROPE, MOSCOW));
        return plan.model();
    }

    private Story story(Invariant broken, Story.Turn... turns) {
        return new Story(
                broken, Optional.of(EUROPE), first.situation(), List.of(turns), Optional.empty());
    }

    private Optional<String> wrong(Story story) {
        return new Replay(model).wrong(story);
    }

    @Test
    void nothingIsWrongWithWhatCanHappen() {
        assertThat(wrong(story(Invariant.GAP, new Story.Turn(stop, after.situation())))).isEmpty();
    }

    @Test
    void breaksAnotherInvariant() {
        assertThat(wrong(story(Invariant.LOSS, new Story.Turn(stop, after.situation()))))
                .hasValueSatisfying(why -> assertThat(why).contains("is not broken at the end"));
    }

    @Test
    void endsTooLate() {
        var written = new Happening.Written(EUROPE, MOSCOW);
        var later =
                new Moves(Script.of(model))
                        .of(after).stream()
                                .filter(move -> move.what().equals(written))
                                .findFirst()
                                .orElseThrow()
                                .after();

        var story =
                story(
                        Invariant.GAP,
                        new Story.Turn(stop, after.situation()),
                        new Story.Turn(written, later.situation()));

        // Still broken then: it can happen, and only its length tells that it is not a shortest
        // one.
        assertThat(wrong(story)).isEmpty();
    }

    @Test
    void tellsAnotherOutcome() {
        assertThat(wrong(story(Invariant.GAP, new Story.Turn(stop, first.situation()))))
                .hasValueSatisfying(why -> assertThat(why).contains("not with this outcome"));
    }

    @Test
    void tellsWhatCannotHappen() {
        var undone = new Happening.Undone(0, Optional.empty());

        assertThat(wrong(story(Invariant.GAP, new Story.Turn(undone, first.situation()))))
                .hasValueSatisfying(why -> assertThat(why).contains("cannot happen"));
    }

    @Test
    void beginsElsewhere() {
        var story =
                new Story(
                        Invariant.GAP,
                        Optional.of(EUROPE),
                        after.situation(),
                        List.of(),
                        Optional.empty());

        assertThat(wrong(story)).hasValueSatisfying(why -> assertThat(why).contains("begins with"));
    }
}
