package gotthard.clearing;

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
import gotthard.action.Prompt;
import gotthard.action.Unreachable;
import gotthard.action.Verdict;
import gotthard.files.jobs.Clearance;
import gotthard.files.jobs.Clearance.Claim;
import gotthard.files.jobs.Clearance.Found;
import gotthard.files.jobs.Order;
import gotthard.inventory.SiteName;
import gotthard.world.CellId;
import gotthard.world.Effect;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/// Deletes cells in volumes of one site by movers, after all of it was found at others.
final class VolumeDeletion implements Action {
    private final List<Clearing> cells;
    private final List<Order> orders;
    private final List<Claim> claims;
    private final boolean mayBeEmpty;

    /// @param cells at least one
    /// @param orders one for each covering site, of these cells
    /// @param claims what of each of these cells may go
    /// @param mayBeEmpty whether it is as well that neither the site nor the others have any of it
    VolumeDeletion(
            List<Clearing> cells, List<Order> orders, List<Claim> claims, boolean mayBeEmpty) {
        this.cells = List.copyOf(cells);
        this.orders = List.copyOf(orders);
        this.claims = List.copyOf(claims);
        this.mayBeEmpty = mayBeEmpty;
    }

    @Override
    public Declaration declaration() {
        String names =
                cells.stream().map(one -> one.cell().toString()).collect(Collectors.joining(", "));
        var sites = new LinkedHashSet<SiteName>(Set.of(at()));
        orders.forEach(order -> sites.add(order.from()));
        return new Declaration(
                "delete %s at %s by movers".formatted(names, at()),
                sites,
                cells.stream().map(one -> (Effect) new Effect.Delete(one.cell(), at())).toList(),
                List.of(
                        "Jobs, which may still run, with their Secrets and Services",
                        "files that are not deleted yet",
                        "the list of what is deleted, in .gotthard-… in the folder"),
                Declaration.Reversal.IRREVERSIBLE,
                Clearance.rights(orders),
                Declaration.Guard.DETECTED,
                Declaration.Guard.DETECTED);
    }

    private SiteName at() {
        return orders.getFirst().to();
    }

    private Clearance clearance(Context context) {
        return new Clearance(context, orders, claims);
    }

    @Override
    public ByHand byHand(Prompt prompt) {
        Order first = orders.getFirst();
        int user = first.owners() == Order.Owners.KEPT ? 0 : first.user();
        return ByHand.Told.all(
                cells.stream()
                        .map(one -> new DeletionByHand(one, false, user, prompt).told())
                        .toList());
    }

    /// How much it is, nobody knows before movers look, which a prediction does not make.
    @Override
    public Prediction predict(Context context, Forecast earlier) {
        return new Prediction.Changes(
                Prediction.Certainty.OPAQUE,
                orders.getFirst().cells().stream()
                        .map(
                                cell ->
                                        new Prediction.Change(
                                                Prediction.Sign.DELETE,
                                                new Locator(cell.to().cluster(), cell.to().place()),
                                                "what movers find of %s, and find to lie at %s with the same content"
                                                        .formatted(
                                                                cell.cell(),
                                                                Telling.sites(cells.getFirst())),
                                                List.of()))
                        .toList());
    }

    /// Movers compare at one covering site after the other, and not at all where something is left.
    @Override
    public Verdict verify(Context context) throws InterruptedException, Unreachable {
        List<List<Found>> found = new ArrayList<>();
        var differences = new ArrayList<Difference>();
        for (int i = 0; i < orders.size() && differences.isEmpty(); i++) {
            List<Found> some = clearance(context).look(i);
            found.add(some);
            some.forEach(one -> differences.addAll(MoverWords.differences(one, mayBeEmpty)));
        }
        return differences.isEmpty()
                ? new Verdict.Holds(MoverWords.standing(found))
                : new Verdict.Differs(differences);
    }

    @Override
    public Optional<String> marked(Context context) throws InterruptedException, Unreachable {
        List<String> jobs = clearance(context).atWork();
        return jobs.isEmpty() ? decided(context) : Optional.of(String.join("; ", jobs));
    }

    private Optional<String> decided(Context context) throws InterruptedException, Unreachable {
        List<String> marked =
                clearance(context).decided().stream()
                        .filter(one -> one.all().files() > 0)
                        .map(
                                one ->
                                        "%s of %s decided to be deleted at %s"
                                                .formatted(
                                                        MoverWords.amount(one.all()),
                                                        one.cell(),
                                                        one.moved().to()))
                        .toList();
        return marked.isEmpty() ? Optional.empty() : Optional.of(String.join("; ", marked));
    }

    /// Nothing that is deleted can be put back.
    @Override
    public Captured capture(Context context) {
        return new Captured.Found(new Before.Absent());
    }

    /// Nothing of any cell is deleted before all of each was found at all covering sites.
    @Override
    public Outcome apply(Context context, Before before) throws InterruptedException, Unreachable {
        Clearance clearance = clearance(context);
        boolean _ = clearance.stop();
        String round = Clearance.round();
        var which = new LinkedHashSet<CellId>();
        for (int i = 0; i < orders.size(); i++) {
            for (Found one : clearance.decide(round, i)) {
                Optional<Failure> refusal = MoverWords.refusal(one, mayBeEmpty);
                if (refusal.isPresent()) {
                    return new Outcome.Failed(refusal.get());
                }
                if (one.all().files() > 0) {
                    which.add(one.cell());
                }
            }
        }
        if (which.isEmpty()) {
            return new Outcome.AlreadyDone();
        }
        List<Found> cleared = clearance.clear(round, List.copyOf(which));
        for (Found one : cleared) {
            if (one.failed() > 0) {
                return new Outcome.Failed(MoverWords.left(one));
            }
        }
        return new Outcome.Changed(MoverWords.deleted(cleared, Telling.sites(cells.getFirst())));
    }

    @Override
    public Outcome rollback(Context context, Before before)
            throws InterruptedException, Unreachable {
        boolean wereThere = clearance(context).stop();
        if (decided(context).isPresent()) {
            return new Outcome.Failed(
                    Failure.refused(
                            "what was deleted at %s is not brought back by undoing".formatted(at()),
                            "where it is needed there again, copy it back from %s"
                                    .formatted(Telling.sites(cells.getFirst()))));
        }
        clearance(context).forget();
        return wereThere
                ? new Outcome.Changed(
                        Evidence.of(0, "the movers are removed; they had deleted nothing"))
                : new Outcome.AlreadyDone();
    }

    @Override
    public Verdict restored(Context context, Before before)
            throws InterruptedException, Unreachable {
        Optional<String> marked = marked(context);
        return marked.isEmpty()
                ? new Verdict.Holds(Evidence.of(cells.size(), "nothing was deleted at " + at()))
                : Verdict.differs(
                        new Difference(
                                "data at " + at(),
                                "as before",
                                marked.get(),
                                Difference.Owner.OURS_OR_ABSENT));
    }

    /// Removes the lists of what was deleted. They hold names of files, which the journal does not.
    @Override
    public Outcome collect(Context context) throws InterruptedException, Unreachable {
        boolean wereThere = clearance(context).stop();
        boolean wasDecided = decided(context).isPresent();
        clearance(context).forget();
        return wereThere || wasDecided
                ? new Outcome.Changed(
                        Evidence.of(
                                cells.size(), "the lists of what was deleted removed from " + at()))
                : new Outcome.AlreadyDone();
    }
}
