package gotthard.clearing;

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
import gotthard.action.Notes;
import gotthard.action.Outcome;
import gotthard.action.Prediction;
import gotthard.action.Prompt;
import gotthard.action.Unreachable;
import gotthard.action.Verdict;
import gotthard.inventory.SiteName;
import gotthard.transfer.RelativePath;
import gotthard.world.Effect;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/// Deletes cells at one site, after all of it was found at others.
final class DeleteAction implements Action {
    private static final int EXAMPLES = 3;

    private final SiteName at;
    private final List<Clearing> cells;
    private final Manner manner;

    /// @param cells at least one
    DeleteAction(SiteName at, List<Clearing> cells, Manner manner) {
        this.at = at;
        this.cells = List.copyOf(cells);
        this.manner = manner;
    }

    /// How it is done.
    ///
    /// @param deletesVersions whether also what a bucket keeps beside what is current
    /// @param mayBeEmpty whether it is as well that neither the site nor the others have any of it
    record Manner(boolean deletesVersions, boolean mayBeEmpty) {}

    @Override
    public Declaration declaration() {
        String names =
                cells.stream().map(one -> one.cell().toString()).collect(Collectors.joining(", "));
        var sites = new HashSet<SiteName>(Set.of(at));
        var access = new HashSet<Access>();
        for (Clearing one : cells) {
            access.addAll(one.at().clearing(manner.deletesVersions()));
            access.addAll(one.at().listing());
            for (Spot spot : one.covered()) {
                sites.add(spot.site());
                access.addAll(spot.reading());
            }
            one.others().stream()
                    .filter(other -> other.mayShare(one.at()))
                    .forEach(other -> access.addAll(other.listing()));
        }
        return new Declaration(
                "delete %s at %s".formatted(names, at),
                sites,
                cells.stream().map(one -> (Effect) new Effect.Delete(one.cell(), at)).toList(),
                List.of(
                        "files that are not deleted yet",
                        "the list of what is deleted, in .gotthard-… beside the folder or in the bucket"),
                Declaration.Reversal.IRREVERSIBLE,
                access,
                Declaration.Guard.DETECTED,
                Declaration.Guard.DETECTED);
    }

    @Override
    public ByHand byHand(Prompt prompt) {
        return ByHand.Told.all(
                cells.stream()
                        .map(
                                one ->
                                        new DeletionByHand(one, manner.deletesVersions(), 0, prompt)
                                                .told())
                        .toList());
    }

    @Override
    public Prediction predict(Context context, Forecast earlier)
            throws InterruptedException, Unreachable {
        var changes = new ArrayList<Prediction.Change>();
        for (Clearing one : cells) {
            Ground ground = one.at().open(context);
            if (!ground.isThere()) {
                return new Prediction.Obstacle(Telling.notThere(ground));
            }
            Look look = Look.of(one, ground, context);
            NavigableSet<RelativePath> paths = look.toDelete();
            if (!paths.isEmpty()) {
                changes.add(
                        new Prediction.Change(
                                Prediction.Sign.DELETE,
                                new Locator(
                                        one.at().place().store().endpoint(),
                                        ground.shown().substring(ground.shown().indexOf(':') + 1)),
                                Telling.amount(paths.size(), look.bytes(paths)),
                                details(paths, look)));
            }
        }
        return changes.isEmpty()
                ? new Prediction.Nothing("nothing of it is there")
                : new Prediction.Changes(Prediction.Certainty.SIMULATED, changes);
    }

    private static List<String> details(NavigableSet<RelativePath> paths, Look look) {
        var details = new ArrayList<String>();
        paths.stream().limit(EXAMPLES).map(RelativePath::toString).forEach(details::add);
        details.addAll(look.reasons());
        return details;
    }

    @Override
    public Verdict verify(Context context) throws InterruptedException, Unreachable {
        var differences = new ArrayList<Difference>();
        var lines = new ArrayList<String>();
        long compared = 0;
        long bytes = 0;
        for (Clearing one : cells) {
            var standing = Standing.of(one, context);
            differences.addAll(standing.differences(manner.mayBeEmpty()));
            lines.add(standing.statement());
            compared += standing.covering().files();
            bytes += standing.covering().bytes();
        }
        return differences.isEmpty()
                ? new Verdict.Holds(
                        new Evidence(
                                compared,
                                compared,
                                bytes,
                                String.join("; ", lines),
                                List.of(Telling.BEYOND)))
                : new Verdict.Differs(differences);
    }

    @Override
    public Optional<String> marked(Context context) throws InterruptedException, Unreachable {
        var marked = new ArrayList<String>();
        for (Clearing one : cells) {
            Ground ground = one.at().open(context);
            if (ground.notes().isThere()) {
                Decided decided = Decided.read(ground.notes());
                marked.add(
                        "%s of %s decided to be deleted at %s"
                                .formatted(
                                        Telling.amount(decided.all().size(), decided.bytes()),
                                        one.cell(),
                                        ground.shown()));
            }
        }
        return marked.isEmpty() ? Optional.empty() : Optional.of(String.join("; ", marked));
    }

    /// Nothing that is deleted can be put back.
    @Override
    public Captured capture(Context context) {
        return new Captured.Found(new Before.Absent());
    }

    @Override
    public Outcome apply(Context context, Before before) throws InterruptedException, Unreachable {
        var decisions = new ArrayList<Decision>();
        for (Clearing one : cells) {
            Decision decision = Decision.of(one, context);
            Optional<Failure> refusal = decision.refusal();
            if (refusal.isPresent()) {
                return new Outcome.Failed(refusal.get());
            }
            if (decision.isEmpty() && !isNothingRight(one, context)) {
                return new Outcome.Failed(Telling.nothing(one, decision.ground()));
            }
            decisions.add(decision);
        }
        if (decisions.stream().allMatch(Decision::isEmpty)) {
            return new Outcome.AlreadyDone();
        }
        var told = new ArrayList<String>();
        for (Decision decision : decisions) {
            if (!decision.isEmpty()) {
                Optional<Failure> left =
                        new Execution(decision, manner.deletesVersions(), context).run();
                if (left.isPresent()) {
                    return new Outcome.Failed(left.get());
                }
                told.addAll(Decided.told(decision.ground().notes()));
                told.addAll(decision.ground().unreached(decision.decided().all().keySet()));
            }
        }
        return new Outcome.Changed(Telling.deleted(decisions, told));
    }

    private boolean isNothingRight(Clearing one, Context context)
            throws Unreachable, InterruptedException {
        return Standing.of(one, context).differences(manner.mayBeEmpty()).isEmpty();
    }

    @Override
    public Outcome rollback(Context context, Before before)
            throws InterruptedException, Unreachable {
        return marked(context).isEmpty()
                ? new Outcome.AlreadyDone()
                : new Outcome.Failed(
                        Failure.refused(
                                "what was deleted at %s is not brought back by undoing"
                                        .formatted(at),
                                "where it is needed there again, copy it back from %s"
                                        .formatted(Telling.sites(cells.getFirst()))));
    }

    @Override
    public Verdict restored(Context context, Before before)
            throws InterruptedException, Unreachable {
        Optional<String> marked = marked(context);
        return marked.isEmpty()
                ? new Verdict.Holds(Evidence.of(cells.size(), "nothing was deleted at " + at))
                : Verdict.differs(
                        new Difference(
                                "data at " + at,
                                "as before",
                                marked.get(),
                                Difference.Owner.OURS_OR_ABSENT));
    }

    /// Removes the lists of what was deleted. They hold names of files, which the journal does not.
    @Override
    public Outcome collect(Context context) throws InterruptedException, Unreachable {
        int collected = 0;
        for (Clearing one : cells) {
            Notes notes = one.at().open(context).notes();
            if (notes.isThere()) {
                notes.begin();
                notes.remove();
                collected++;
            }
        }
        return collected == 0
                ? new Outcome.AlreadyDone()
                : new Outcome.Changed(
                        Evidence.of(collected, "the lists of what was deleted removed from " + at));
    }
}
