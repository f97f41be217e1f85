package gotthard.overview;

import gotthard.action.Progress;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// How far a target is behind its source, as the step that follows it has told last.
///
/// @param now `12.0 MB, 40s`
/// @param origin the step that told it
public record Lag(String now, Origin origin) {
    private static final Pattern TOLD = Pattern.compile("; lag ([^;:]+)");
    private static final String UNTOLD = "unknown";

    /// What runs tells it in its progress, what is verified in its evidence; nothing where neither does.
    static Optional<Lag> of(StepRow row) {
        return row.progress()
                .map(Progress::doing)
                .or(() -> row.evidence().map(evidence -> evidence.statement()))
                .map(TOLD::matcher)
                .filter(Matcher::find)
                .map(found -> found.group(1).strip())
                .filter(now -> !now.equals(UNTOLD))
                .map(now -> new Lag(now, row.origin()));
    }
}
