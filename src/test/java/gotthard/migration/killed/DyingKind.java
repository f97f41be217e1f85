package gotthard.migration.killed;

import gotthard.action.Kind;
import gotthard.action.Kinds;
import gotthard.action.Scope;
import gotthard.action.Work;
import gotthard.problem.Checked;
import gotthard.shape.Shape;

/// A kind of step whose actions may not outlive their process.
record DyingKind<W>(Kind<W> kind, Fate fate) implements Kind<W> {
    static Kinds all(Fate fate) {
        return new Kinds(Kinds.installed().all().stream().map(kind -> of(kind, fate)).toList());
    }

    private static <W> Kind<W> of(Kind<W> kind, Fate fate) {
        return new DyingKind<>(kind, fate);
    }

    @Override
    public String name() {
        return kind.name();
    }

    @Override
    public int version() {
        return kind.version();
    }

    @Override
    public String summary() {
        return kind.summary();
    }

    @Override
    public Shape<W> parameters() {
        return kind.parameters();
    }

    @Override
    public Checked<Work> bind(W with, Scope scope) {
        return kind.bind(with, scope)
                .map(
                        work ->
                                work instanceof Work.Change(var action, _)
                                        ? new Work.Change(new DyingAction(action, fate))
                                        : work);
    }
}
