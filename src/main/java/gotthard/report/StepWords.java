package gotthard.report;

import gotthard.graph.StepId;
import gotthard.overview.StepRow;

import java.util.stream.Collectors;

/// What there is to say of a step beside its numbers: the same in every form of a report.
public final class StepWords {
    private StepWords() {}

    /// What went wrong, what it needs first, or what its verification rests on; a dash where nothing is to be said.
    public static String remark(StepRow row) {
        if (row.failure().isPresent()) {
            return row.failure().get().what();
        }
        if (!row.waitsFor().isEmpty()) {
            return "needs "
                    + row.waitsFor().stream().map(StepId::value).collect(Collectors.joining(", "));
        }
        return row.evidence().map(evidence -> evidence.statement() + counts(row)).orElse("–");
    }

    /// For how long its verification counts, where that has an end.
    static String counts(StepRow row) {
        return row.fresh().map(age -> "; counts for " + Words.duration(age)).orElse("");
    }
}
