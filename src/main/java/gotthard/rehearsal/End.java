package gotthard.rehearsal;

import gotthard.journal.Ending;
import gotthard.proof.Situation;

import java.io.IOException;
import java.util.List;
import java.util.Optional;

/// What there is when a run has ended.
record End(Prepared prepared, Stage.View view) {
    private static final Comparison AT_THE_END = new Comparison(Difference.Moment.AT_THE_END);

    /// A run ends as it is wanted to.
    static List<Difference> of(Optional<Ending> ending, Ending wanted) {
        return ending.equals(Optional.of(wanted))
                ? List.of()
                : List.of(
                        new Difference(
                                Difference.Moment.AT_THE_END,
                                "the run",
                                ending.map(Object::toString).orElse("a dead coordinator"),
                                "it was to end as " + wanted));
    }

    /// Each cell stands as the model says.
    List<Difference> cells(List<Situation> said) throws IOException {
        return said.isEmpty()
                ? List.of()
                : AT_THE_END.cells(said, prepared.eyes().look(prepared.spots(), view));
    }

    /// All is as after a run that nothing disturbed.
    List<Difference> asUndisturbed() throws IOException {
        return AT_THE_END.things(
                prepared.end(), view.all(prepared.alike()), "after an undisturbed run");
    }

    /// All is as before the plan.
    List<Difference> asBefore() throws IOException {
        return AT_THE_END.things(prepared.before(), view.all(prepared.alike()), "before the plan");
    }
}
