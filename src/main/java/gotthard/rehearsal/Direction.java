package gotthard.rehearsal;

import java.util.Locale;

/// Where a run goes when a fault happens.
public enum Direction {
    /// A step is carried out.
    FORWARD,
    /// A step is undone.
    BACK;

    /// As people and programs read it.
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
