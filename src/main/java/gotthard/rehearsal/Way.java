package gotthard.rehearsal;

import java.util.Locale;

/// Where a run goes from a fault.
public enum Way {
    /// It is taken up again, and comes to the end of the plan.
    RESUME,
    /// It is undone, by itself or because somebody asks for it.
    ROLLBACK;

    /// As people and programs read it.
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
