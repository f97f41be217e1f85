package gotthard.proof;

import gotthard.world.Invariant;

/// Brings a replay from where a slice breaks an invariant to where the whole model does: what the slice did not have ends, or waits.
final class Closing {
    private final Replay replay;
    private final Slice whole;

    Closing(Replay replay, Slice whole) {
        this.replay = replay;
        this.whole = whole;
    }

    boolean finish(int cell, Invariant invariant) {
        switch (invariant) {
            case GAP -> closePauses();
            case GAP_HELD -> {
                return isHeld(cell);
            }
            case RETURN, STUCK_BACK -> replay.takeBackAll();
            case GOAL, NOT_MOVED, STUCK_FORWARD -> end();
            case LOSS,
                    TWO_WRITERS,
                    STALE_WRITER,
                    UNVERIFIED_WRITER,
                    RESIDENCY,
                    ORDER,
                    LAST_COPY,
                    UNSIGNED,
                    RULE -> {}
        }
        return replay.breaks(cell, invariant);
    }

    private void closePauses() {
        for (Pause pause : whole.parts().model().pauses()) {
            if (whole.isBack(replay.state())) {
                whole.parts().ofStep(pause.from()).reversed().forEach(replay::takeBack);
            } else if (isBegun(pause.from())) {
                whole.parts().ofStep(pause.until()).forEach(replay::carryOut);
            }
        }
    }

    private boolean isBegun(int step) {
        for (int part : whole.parts().ofStep(step)) {
            if (whole.control().of(replay.state(), part) != Control.PENDING) {
                return true;
            }
        }
        return false;
    }

    /// Some pause, and somebody to wait for.
    private boolean isHeld(int cell) {
        int mark = replay.mark();
        for (Pause pause : whole.parts().model().pauses()) {
            for (int step : whole.parts().waiting()) {
                if (!whole.parts().holdsUp(step, pause)) {
                    continue;
                }
                if (!isBegun(pause.from())) {
                    replay.carryOut(whole.parts().ofStep(pause.from()).getFirst());
                }
                for (int before = 0; before < step; before++) {
                    if (whole.parts().isStepBefore(before, step)) {
                        whole.parts().ofStep(before).forEach(replay::carryOut);
                    }
                }
                if (replay.breaks(cell, Invariant.GAP_HELD)) {
                    return true;
                }
                replay.returnTo(mark);
            }
        }
        return false;
    }

    private void end() {
        boolean isMoving = true;
        while (isMoving) {
            int before = replay.moves().size();
            for (int part = 0; part < whole.members().size(); part++) {
                replay.carryOut(part);
            }
            for (int cell = 0; cell < whole.worlds().size(); cell++) {
                replay.deliver(cell);
            }
            isMoving = replay.moves().size() > before;
        }
        while (replay.go(Move.of(Move.NEXT_DAY))) {
            // until the last day
        }
    }
}
