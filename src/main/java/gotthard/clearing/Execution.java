package gotthard.clearing;

import gotthard.action.Context;
import gotthard.action.Failure;
import gotthard.action.Progress;
import gotthard.action.Unreachable;
import gotthard.inventory.Selection;
import gotthard.transfer.Amounts;
import gotthard.transfer.Held;
import gotthard.transfer.RelativePath;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.OptionalLong;

/// Deletes what was decided of one cell, and nothing that is no more as it was read.
record Execution(Decision decision, boolean deletesVersions, Context context) {
    private static final int AT_ONCE = 500;
    private static final int NAMED = 10;

    /// Deletes it.
    ///
    /// @return why some of it is left, if so
    Optional<Failure> run() throws Unreachable, InterruptedException {
        Ground ground = decision.ground();
        ground.notes().begin();
        checkPlaces();
        if (!decision.here().isEmpty()) {
            decision.decided().keep(ground.notes());
            Decided.tell(ground.notes(), ground.otherNames(decision.here().keySet()));
            delete();
        }
        if (deletesVersions) {
            deleteVersions();
        }
        ground.tidy(around());
        NavigableSet<RelativePath> left = Look.of(decision.clearing(), ground, context).toDelete();
        return left.isEmpty() ? Optional.empty() : Optional.of(left(left));
    }

    private void deleteVersions() throws Unreachable, InterruptedException {
        Ground ground = decision.ground();
        long versions = ground.deleteVersions(decision.decided().all().keySet());
        if (versions > 0) {
            Decided.tell(
                    ground.notes(),
                    List.of(
                            "%,d older versions and delete markers, which nobody compared, were deleted, too"
                                    .formatted(versions)));
        }
    }

    /// What this key keeps here must not stand at a site that covers it: that would be the same place under another name.
    private void checkPlaces() throws Unreachable, InterruptedException {
        for (Spot spot : decision.clearing().covered()) {
            Ground there = spot.open(context);
            if (spot.isCalledAs(decision.clearing().at()) && there.notes().isThere()) {
                if (decision.here().size() == decision.decided().all().size()) {
                    decision.ground().notes().remove();
                }
                throw new Unreachable(
                        Failure.refused(
                                "%s is the same place as %s, and deleting would delete both"
                                        .formatted(there.shown(), decision.ground().shown()),
                                "correct the stores of %s and %s in the inventory"
                                        .formatted(spot.site(), decision.clearing().at().site())));
            }
        }
    }

    private void delete() throws Unreachable, InterruptedException {
        List<Map.Entry<RelativePath, Held>> all = new ArrayList<>(decision.here().entrySet());
        for (int from = 0; from < all.size(); from += AT_ONCE) {
            int to = Math.min(all.size(), from + AT_ONCE);
            decision.ground().delete(all.subList(from, to));
            context.progress(
                    new Progress(to, OptionalLong.of(all.size()), Progress.Unit.FILES, "deletes"));
        }
    }

    private Optional<Collection<RelativePath>> around() {
        return decision.clearing().at().place().selection().equals(Selection.EVERYTHING)
                ? Optional.empty()
                : Optional.of(decision.decided().all().keySet());
    }

    private Failure left(NavigableSet<RelativePath> left) {
        long all = decision.decided().all().size();
        long deleted = all - left.stream().filter(decision.decided().all()::containsKey).count();
        List<String> names =
                left.stream().limit(NAMED).map(path -> decision.ground().shown(path)).toList();
        return Failure.refused(
                "%s came or changed while others were deleted, and %s: %s%s; %s of %s are deleted"
                        .formatted(
                                Amounts.files(left.size()),
                                left.size() == 1 ? "stays" : "stay",
                                String.join(", ", names),
                                left.size() > names.size()
                                        ? " and %,d more".formatted(left.size() - names.size())
                                        : "",
                                Amounts.files(deleted),
                                decision.clearing().cell()),
                "find out who writes there, and copy what came; then retry: it is compared before it is deleted");
    }
}
