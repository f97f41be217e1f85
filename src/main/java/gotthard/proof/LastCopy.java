package gotthard.proof;

import gotthard.inventory.SiteName;
import gotthard.world.Effect;
import gotthard.world.Judgement;

/// Judges what takes data away, in the state before it does.
final class LastCopy {
    private final Slice slice;

    LastCopy(Slice slice) {
        this.slice = slice;
    }

    /// A deletion needs that all targets have what is deleted.
    boolean isDeletedBy(int index, long[] state) {
        return slice.effect(index).orElse(null) instanceof Effect.Delete(_, var at)
                && hasWrites(index)
                && !judgement(index).isHeldAtTargets(site(index, at), state);
    }

    /// A copy goes only where some other site has what it has.
    boolean isUndoneWith(int index, long[] state) {
        return slice.effect(index).orElse(null) instanceof Effect.Copy copy
                && hasWrites(index)
                && !judgement(index).isHeldElsewhere(site(index, copy.at()), state);
    }

    private boolean hasWrites(int index) {
        return slice.worlds().get(slice.members().get(index).cell()).hasWrites();
    }

    private Judgement judgement(int index) {
        return slice.worlds().get(slice.members().get(index).cell()).judgement();
    }

    private int site(int index, SiteName name) {
        return slice.worlds().get(slice.members().get(index).cell()).shape().site(name);
    }
}
