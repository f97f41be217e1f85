package gotthard.bench;

import gotthard.action.Action;
import gotthard.action.Before;
import gotthard.action.Captured;
import gotthard.action.Context;
import gotthard.action.Declaration;
import gotthard.action.Difference;
import gotthard.action.Evidence;
import gotthard.action.Forecast;
import gotthard.action.Kind;
import gotthard.action.Outcome;
import gotthard.action.Prediction;
import gotthard.action.Scope;
import gotthard.action.Verdict;
import gotthard.action.Work;
import gotthard.problem.Checked;
import gotthard.shape.Shape;

import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/// `bench.nothing`, which changes nothing but what its own process remembers: what is left is the cost of the engine for a step. It is
/// no kind of the product, because there no step may claim to be verified that looked at nothing.
public final class NothingKind implements Kind<NothingKind.With> {
    private static final Set<String> DONE = ConcurrentHashMap.newKeySet();

    /// No parameters.
    public record With() {}

    /// Needs nothing; found by `ServiceLoader`.
    public NothingKind() {}

    @Override
    public String name() {
        return "bench.nothing";
    }

    @Override
    public int version() {
        return 1;
    }

    @Override
    public String summary() {
        return "Does nothing.";
    }

    @Override
    public Shape<With> parameters() {
        return Shape.object(_ -> _ -> new With());
    }

    @Override
    public Checked<Work> bind(With with, Scope scope) {
        return Checked.valid(new Work.Change(new Nothing()));
    }

    private record Nothing() implements Action {
        @Override
        public Declaration declaration() {
            return new Declaration(
                    "do nothing",
                    Set.of(),
                    List.of(),
                    List.of(),
                    Declaration.Reversal.RESTORES,
                    Set.of(),
                    Declaration.Guard.ENFORCED,
                    Declaration.Guard.NONE);
        }

        @Override
        public Prediction predict(Context context, Forecast earlier) {
            return new Prediction.Nothing("it does nothing");
        }

        @Override
        public Verdict verify(Context context) {
            return DONE.contains(context.key().hex())
                    ? new Verdict.Holds(Evidence.of(1, "it is remembered"))
                    : Verdict.differs(Difference.missing("the memory of it", "there"));
        }

        @Override
        public Captured capture(Context context) {
            return new Captured.Found(new Before.Absent());
        }

        @Override
        public Outcome apply(Context context, Before before) {
            DONE.add(context.key().hex());
            return new Outcome.Changed(Evidence.of(1, "it is remembered"));
        }

        @Override
        public Outcome rollback(Context context, Before before) {
            DONE.remove(context.key().hex());
            return new Outcome.Changed(Evidence.of(1, "it is forgotten"));
        }

        @Override
        public Verdict restored(Context context, Before before) {
            return new Verdict.Holds(Evidence.of(1, "it is forgotten"));
        }
    }
}
