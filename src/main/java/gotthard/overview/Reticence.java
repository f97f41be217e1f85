package gotthard.overview;

import gotthard.action.Evidence;
import gotthard.action.Failure;
import gotthard.action.Progress;
import gotthard.journal.Hold;

import java.util.List;

/// Leaves numbers, steps and states of a run, and takes the words: what failed and how, what was found, what to type. For who may see how far
/// it is, and not what is in it.
public final class Reticence {
    /// What stands in place of words.
    public static final String UNSAID = "said to operators only";

    private Reticence() {}

    /// The same run without words.
    public static Overview of(Overview told) {
        return new Overview(
                told.at(),
                told.run(),
                told.steps().stream().map(Reticence::of).toList(),
                told.matrix(),
                told.incidents().stream().map(Reticence::of).toList(),
                told.rests(),
                told.waiting().stream().map(Reticence::of).toList(),
                told.unproven().stream().map(Reticence::of).toList(),
                told.operations().unsaid(UNSAID),
                told.wayBack());
    }

    /// The same story without words.
    public static StepStory of(StepStory told) {
        return new StepStory(
                told.run(), told.step(), told.moments().stream().map(Reticence::of).toList());
    }

    /// The same moment without words.
    public static Moment of(Moment told) {
        return new Moment(
                told.seq(),
                told.at(),
                told.kind(),
                told.step(),
                told.stage(),
                told.attempt(),
                "",
                "",
                List.of());
    }

    private static StepRow of(StepRow row) {
        return new StepRow(
                row.run(),
                row.id(),
                row.entry(),
                row.kind(),
                row.summary(),
                row.sites(),
                row.effects(),
                row.stage(),
                row.since(),
                row.started(),
                row.attempted(),
                row.duration(),
                row.attempts(),
                row.undoAttempts(),
                row.generation(),
                row.needs(),
                row.waitsFor(),
                row.notBefore(),
                row.hold().map(_ -> new Hold.Breach(UNSAID)),
                row.evidence().map(Reticence::of),
                row.total(),
                row.rested(),
                row.fresh(),
                row.failure().map(failure -> new Failure(failure.kind(), UNSAID, "")),
                row.progress().map(Reticence::of),
                List.of());
    }

    private static Evidence of(Evidence told) {
        return new Evidence(
                told.compared(), told.of(), told.bytes(), UNSAID, List.of(), told.behind());
    }

    private static Progress of(Progress told) {
        return new Progress(told.done(), told.total(), told.unit(), "", told.behind());
    }

    private static Incident of(Incident told) {
        return new Incident(told.entry(), told.at(), told.kind(), told.step(), UNSAID, "");
    }

    private static Waiting of(Waiting told) {
        return new Waiting(told.origin(), told.since(), told.owner(), UNSAID, UNSAID);
    }

    private static Unproven of(Unproven told) {
        return new Unproven(
                told.step(),
                told.how(),
                told.what(),
                told.by(),
                UNSAID,
                told.since(),
                told.found().map(_ -> UNSAID),
                told.until(),
                told.reliedOnBy());
    }
}
