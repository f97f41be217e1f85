package gotthard.notice;

import java.util.Locale;

/// What is told.
public enum Occasion {
    /// A step waits for somebody, or the run turns back.
    HELD,
    /// A step, or the run, failed for good.
    FAILED,
    /// A window opens soon, or a day begins, that a step waits for.
    WINDOW,
    /// Traffic or processing has moved to another site.
    CUTOVER,
    /// The run is over.
    DONE;

    /// As endpoints and variables name it.
    String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
