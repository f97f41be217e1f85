package gotthard.world;

import java.util.EnumSet;
import java.util.Set;

/// A kind of variable of a cell. A part of the model may leave kinds out: guards on them are dropped, so that it can do more than the
/// whole, never less.
public enum Variable {
    BASE,
    /// Who has and who accepted the write.
    WRITE,
    OPEN,
    ROUTED,
    PROCESSING,
    DEPLOYED,
    STAGED,
    VERIFIED,
    /// Which replications run.
    RUN,
    /// Slots, and what is on its way.
    STREAM;

    public static Set<Variable> all() {
        return EnumSet.allOf(Variable.class);
    }
}
