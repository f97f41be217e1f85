package gotthard.cli;

import gotthard.action.Action;
import gotthard.action.Before;
import gotthard.action.Captured;
import gotthard.action.Context;
import gotthard.action.Declaration;
import gotthard.action.Forecast;
import gotthard.action.Outcome;
import gotthard.action.Prediction;
import gotthard.action.Unreachable;
import gotthard.action.Verdict;
import gotthard.inventory.SiteName;
import gotthard.world.Effect;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Objects;
import java.util.Optional;

/// An action that does something else than it says.
///
/// @param elsewhere a file of which it does not speak
record LyingAction(Action action, Lie lie, Path elsewhere) implements Action {
    @Override
    public Declaration declaration() {
        Declaration said = action.declaration();
        if (lie != Lie.DECLARES_MORE) {
            return said;
        }
        var effects = new ArrayList<>(said.effects());
        effects.add(
                new Effect.Processing(said.effects().getFirst().cell(), new SiteName("zurich-1")));
        return new Declaration(
                said.summary(),
                said.sites(),
                effects,
                said.leavings(),
                said.reversal(),
                said.access(),
                said.marking(),
                said.fencing());
    }

    @Override
    public Outcome apply(Context context, Before before) throws InterruptedException, Unreachable {
        boolean isDone = false;
        try {
            Outcome outcome = action.apply(context, before);
            isDone = outcome instanceof Outcome.Changed;
            return outcome;
        } finally {
            if (lie == Lie.HALF_LEAVES_MORE && !isDone) {
                leave();
            }
        }
    }

    @Override
    public Outcome rollback(Context context, Before before)
            throws InterruptedException, Unreachable {
        Outcome outcome = action.rollback(context, before);
        if (lie == Lie.UNDO_LEAVES) {
            leave();
        }
        return outcome;
    }

    private void leave() {
        try {
            Files.createDirectories(Objects.requireNonNull(elsewhere.getParent()));
            Files.writeString(elsewhere, "left behind\n");
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    @Override
    public Prediction predict(Context context, Forecast earlier)
            throws InterruptedException, Unreachable {
        return action.predict(context, earlier);
    }

    @Override
    public Verdict verify(Context context) throws InterruptedException, Unreachable {
        return action.verify(context);
    }

    @Override
    public Optional<String> marked(Context context) throws InterruptedException, Unreachable {
        return action.marked(context);
    }

    @Override
    public Captured capture(Context context) throws InterruptedException, Unreachable {
        return action.capture(context);
    }

    @Override
    public Verdict restored(Context context, Before before)
            throws InterruptedException, Unreachable {
        return action.restored(context, before);
    }
}
