package gotthard.proof.reference;

import gotthard.proof.Happening;

import java.util.Optional;

/// One thing that can happen.
///
/// @param by the sub-step that does it
record Move(Happening what, State after, Optional<SubStep> by) {
    /// Whether it belongs to a world in which nothing goes wrong.
    boolean isFaultless() {
        return switch (what) {
            case Happening.Done _,
                    Happening.Written _,
                    Happening.Delivered _,
                    Happening.DayCame _ ->
                    true;
            case Happening.LeftHalf _,
                    Happening.Completed _,
                    Happening.TakenForDone _,
                    Happening.Undone _,
                    Happening.LeftHalfUndone _,
                    Happening.TurnedBack _,
                    Happening.BegunAgain _ ->
                    false;
        };
    }
}
