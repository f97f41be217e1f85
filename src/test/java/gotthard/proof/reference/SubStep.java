package gotthard.proof.reference;

import gotthard.proof.ModelStep;
import gotthard.world.Effect;

import java.util.Optional;
import java.util.Set;

/// One effect of a step, or a step that has none.
///
/// @param index among all of the model
/// @param step index of its step
/// @param effect as the step declares it
/// @param cell index of the cell that it acts on
/// @param acts false where what it would bring about is so already; nothing changes then, on the way back neither
/// @param needs indexes of those that must be done first
/// @param dependants indexes of those that need it
/// @param alike indexes of others that set the same level together with it
record SubStep(
        int index,
        int step,
        ModelStep of,
        Optional<Effect> effect,
        int cell,
        boolean acts,
        Set<Integer> needs,
        Set<Integer> dependants,
        Set<Integer> alike) {
    /// Whether nothing undoes it.
    boolean isIrreversible() {
        return of.irreversible() || effect.filter(Effect.Delete.class::isInstance).isPresent();
    }

    /// The effect, where it changes something.
    Optional<Effect> acting() {
        return acts ? effect : Optional.empty();
    }
}
