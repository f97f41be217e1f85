package gotthard.proof;

import gotthard.world.CellId;

/// The processing of one cell moves before that of another begins to.
public record Precedence(CellId earlier, CellId later) {}
