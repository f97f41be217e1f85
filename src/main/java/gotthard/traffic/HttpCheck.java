package gotthard.traffic;

import gotthard.action.Access;
import gotthard.action.Action;
import gotthard.action.Before;
import gotthard.action.ByHand;
import gotthard.action.Captured;
import gotthard.action.Context;
import gotthard.action.Declaration;
import gotthard.action.Difference;
import gotthard.action.Evidence;
import gotthard.action.Failure;
import gotthard.action.Forecast;
import gotthard.action.Locator;
import gotthard.action.Outcome;
import gotthard.action.Prediction;
import gotthard.action.Progress;
import gotthard.action.Prompt;
import gotthard.action.Unreachable;
import gotthard.action.Verdict;
import gotthard.inventory.EndpointName;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;

/// Asks an endpoint until it answers as wanted. Changes nothing, so that there is nothing to undo.
final class HttpCheck implements Action {
    private static final Duration BETWEEN = Duration.ofMillis(500);

    private final EndpointName where;
    private final Wanted wanted;

    HttpCheck(EndpointName where, Wanted wanted) {
        this.where = where;
        this.wanted = wanted;
    }

    /// The answer that is wanted.
    ///
    /// @param within how long [#apply] waits for it
    record Wanted(String path, int status, Optional<String> contains, Duration within) {
        String patience() {
            return within.toMillis() < 1000 ? within.toMillis() + " ms" : within.toSeconds() + " s";
        }

        String words() {
            return "status " + status + contains.map(text -> " and \"" + text + "\"").orElse("");
        }
    }

    @Override
    public Declaration declaration() {
        return new Declaration(
                "check that " + where + wanted.path() + " answers with " + wanted.words(),
                Set.of(where.site()),
                List.of(),
                List.of(),
                Declaration.Reversal.NOTHING_TO_UNDO,
                Set.of(
                        new Access.Http(
                                where,
                                wanted.path(),
                                Set.of(Access.Phase.APPLY, Access.Phase.VERIFY))),
                Declaration.Guard.NONE,
                Declaration.Guard.NONE);
    }

    @Override
    public ByHand byHand(Prompt prompt) {
        String url = Prompt.word(prompt.url(where, wanted.path()));
        var check = new ArrayList<ByHand.Line>();
        check.add(ByHand.type("curl -sS -o /dev/null -w '%{http_code}\\n' " + url));
        check.add(
                ByHand.say(
                        "It prints %d, within %s.".formatted(wanted.status(), wanted.patience())));
        wanted.contains()
                .ifPresent(
                        text ->
                                check.add(
                                        ByHand.type(
                                                "curl -sS "
                                                        + url
                                                        + " | grep -F -e "
                                                        + Prompt.word(text))));
        return new ByHand.Told(
                List.of(ByHand.say("Nothing is changed: only look.")), check, List.of());
    }

    @Override
    public Prediction predict(Context context, Forecast earlier) throws InterruptedException {
        return switch (verify(context)) {
            case Verdict.Holds(var evidence) -> new Prediction.Nothing(evidence.statement());
            case Verdict.Differs(var differences) -> willCheck(differences.getFirst().found());
            case Verdict.Underway(var progress) -> willCheck(progress.doing());
            case Verdict.Unreadable(var failure) -> willCheck(failure.what());
        };
    }

    /// Earlier steps may well be what makes it answer.
    private Prediction willCheck(String now) {
        var change =
                new Prediction.Change(
                        Prediction.Sign.RUN,
                        new Locator(where, wanted.path()),
                        "wait up to "
                                + wanted.patience()
                                + " for "
                                + wanted.words()
                                + " (now: "
                                + now
                                + ")",
                        List.of());
        return new Prediction.Changes(Prediction.Certainty.OPAQUE, List.of(change));
    }

    @Override
    public Verdict verify(Context context) throws InterruptedException {
        try {
            return judge(context.open(new WebConnector(), where).get(wanted.path()));
        } catch (Unreachable silent) {
            return Verdict.differs(difference(silent.failure().what()));
        }
    }

    private Verdict judge(Answer answer) {
        var differences = new ArrayList<Difference>();
        if (answer.status() != wanted.status()) {
            differences.add(difference("status " + answer.status()));
        }
        wanted.contains()
                .filter(text -> !answer.text().contains(text))
                .ifPresent(
                        text ->
                                differences.add(
                                        difference(
                                                "status "
                                                        + answer.status()
                                                        + " without \""
                                                        + text
                                                        + "\"")));
        if (!differences.isEmpty()) {
            return new Verdict.Differs(differences);
        }
        return new Verdict.Holds(
                Evidence.of(
                        wanted.contains().isPresent() ? 2 : 1,
                        where + wanted.path() + " answers with " + wanted.words()));
    }

    private Difference difference(String found) {
        return new Difference(
                where + wanted.path(), wanted.words(), found, Difference.Owner.OURS_OR_ABSENT);
    }

    @Override
    public Captured capture(Context context) {
        return new Captured.Found(new Before.Absent());
    }

    @Override
    public Outcome apply(Context context, Before before) throws InterruptedException {
        Instant patience = context.now().plus(wanted.within());
        long asked = 0;
        while (true) {
            Verdict verdict = verify(context);
            if (verdict instanceof Verdict.Holds) {
                return new Outcome.AlreadyDone();
            }
            asked++;
            context.progress(
                    new Progress(
                            asked,
                            OptionalLong.empty(),
                            Progress.Unit.CHECKS,
                            "waits for " + wanted.words()));
            Duration left = Duration.between(context.now(), patience);
            if (!left.isPositive()) {
                return new Outcome.Failed(failure(verdict));
            }
            context.pause(left.compareTo(BETWEEN) < 0 ? left : BETWEEN);
        }
    }

    private Failure failure(Verdict verdict) {
        String found =
                verdict instanceof Verdict.Differs(var differences)
                        ? differences.getFirst().found()
                        : "nothing";
        return Failure.transientFailure(
                where
                        + wanted.path()
                        + " did not answer with "
                        + wanted.words()
                        + " within "
                        + wanted.patience()
                        + "; last found: "
                        + found,
                "look at what serves it, or give it more time by \"within\"");
    }

    @Override
    public Outcome rollback(Context context, Before before) {
        return new Outcome.AlreadyDone();
    }

    @Override
    public Verdict restored(Context context, Before before) {
        return new Verdict.Holds(Evidence.of(0, "it changed nothing"));
    }
}
