package gotthard.run;

import gotthard.action.Blob;
import gotthard.action.Captured;
import gotthard.action.Difference;
import gotthard.action.Evidence;
import gotthard.action.Failure;
import gotthard.action.Outcome;
import gotthard.action.Prediction;
import gotthard.action.Progress;
import gotthard.action.Verdict;
import gotthard.secret.KnownSecrets;

/// What actions report, without the secrets that this process has met: an answer of a site or a command may repeat them. It stands
/// before the journal, so that none gets into it. What was captured stays as it is, since rollback must find it so.
final class Unspoken {
    private Unspoken() {}

    static Signal.Report of(Signal.Report report) {
        if (KnownSecrets.isEmpty()) {
            return report;
        }
        return switch (report) {
            case Signal.Looked(var step, var verdict, var captured, var prediction) ->
                    new Signal.Looked(
                            step,
                            of(verdict),
                            captured.map(Unspoken::of),
                            prediction.map(Unspoken::of));
            case Signal.Ended(var step, var outcome) -> new Signal.Ended(step, of(outcome));
            case Signal.Checked(var step, var verdict) -> new Signal.Checked(step, of(verdict));
            case Signal.Undone(var step, var outcome) -> new Signal.Undone(step, of(outcome));
            case Signal.Collected(var step, var outcome) -> new Signal.Collected(step, of(outcome));
            case Signal.RestoredChecked(var step, var verdict) ->
                    new Signal.RestoredChecked(step, of(verdict));
        };
    }

    static Progress of(Progress progress) {
        return KnownSecrets.isEmpty()
                ? progress
                : new Progress(
                        progress.done(),
                        progress.total(),
                        progress.unit(),
                        masked(progress.doing()),
                        progress.behind());
    }

    static Blob of(Blob content) {
        return KnownSecrets.isEmpty() || !KnownSecrets.isIn(content.text())
                ? content
                : Blob.of(masked(content.text()));
    }

    private static Verdict of(Verdict verdict) {
        return switch (verdict) {
            case Verdict.Holds(var evidence) -> new Verdict.Holds(of(evidence));
            case Verdict.Differs(var differences) ->
                    new Verdict.Differs(differences.stream().map(Unspoken::of).toList());
            case Verdict.Underway(var progress) -> new Verdict.Underway(of(progress));
            case Verdict.Unreadable(var failure) -> new Verdict.Unreadable(of(failure));
        };
    }

    private static Outcome of(Outcome outcome) {
        return switch (outcome) {
            case Outcome.Changed(var evidence) -> new Outcome.Changed(of(evidence));
            case Outcome.AlreadyDone _ -> outcome;
            case Outcome.Failed(var failure) -> new Outcome.Failed(of(failure));
            case Outcome.Unclear(var failure) -> new Outcome.Unclear(of(failure));
        };
    }

    private static Captured of(Captured captured) {
        return switch (captured) {
            case Captured.Found _ -> captured;
            case Captured.Recovered(var before, var marks) ->
                    new Captured.Recovered(before, masked(marks));
            case Captured.Failed(var failure) -> new Captured.Failed(of(failure));
        };
    }

    private static Prediction of(Prediction prediction) {
        return switch (prediction) {
            case Prediction.Nothing(var why) -> new Prediction.Nothing(masked(why));
            case Prediction.Obstacle(var failure) -> new Prediction.Obstacle(of(failure));
            case Prediction.Changes _ -> prediction;
        };
    }

    private static Failure of(Failure failure) {
        return new Failure(failure.kind(), masked(failure.what()), masked(failure.next()));
    }

    private static Difference of(Difference difference) {
        return new Difference(
                masked(difference.thing()),
                masked(difference.wanted()),
                masked(difference.found()),
                difference.owner());
    }

    private static Evidence of(Evidence evidence) {
        return new Evidence(
                evidence.compared(),
                evidence.of(),
                evidence.bytes(),
                masked(evidence.statement()),
                evidence.details().stream().map(Unspoken::masked).toList(),
                evidence.behind());
    }

    private static String masked(String text) {
        return KnownSecrets.masked(text);
    }
}
