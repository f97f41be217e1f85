package gotthard.clearing;

import gotthard.action.Moving.Bound;
import gotthard.action.Scope;
import gotthard.action.Work;
import gotthard.files.ByMovers;
import gotthard.files.Level;
import gotthard.files.jobs.Clearance.Claim;
import gotthard.files.jobs.MovedCell;
import gotthard.files.jobs.Order;
import gotthard.inventory.SiteName;
import gotthard.problem.Checked;
import gotthard.problem.Code;
import gotthard.problem.Problem;
import gotthard.problem.Problems;
import gotthard.transfer.stream.Target;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Finds what movers are told to delete in volumes.
///
/// @param clearings all of them in volumes at all sites, at least one
record VolumeBinding(DeleteKind.With with, Scope scope, List<Clearing> clearings) {
    private static final Code NOT_ALONE = new Code("delete-not-alone");

    Checked<Work> work() {
        var problems = new Problems();
        var orders = new ArrayList<Order>();
        for (Spot spot : clearings.getFirst().covered()) {
            // What keeps one of them from being made keeps all.
            if (!problems.hasErrors()) {
                problems.take(order(spot.site())).ifPresent(orders::add);
            }
        }
        var claims = new ArrayList<Claim>();
        for (Clearing clearing : clearings) {
            claims.add(new Neighbours(clearing, this::refused).claim(problems));
        }
        return problems.checked(clearings)
                .map(
                        _ ->
                                new Work.Change(
                                        new VolumeDeletion(
                                                clearings, orders, claims, with.mayBeEmpty())));
    }

    private Checked<Order> order(SiteName covering) {
        var cells = new ArrayList<Bound.Cell>();
        for (Clearing clearing : clearings) {
            Optional<Spot> spot =
                    clearing.covered().stream()
                            .filter(one -> one.site().equals(covering))
                            .findFirst();
            cells.add(
                    new Bound.Cell(
                            clearing.cell(), spot.orElseThrow().place(), clearing.at().place()));
        }
        var bound = new Bound(covering, with.at(), cells);
        return new ByMovers("dataset.delete", with.movers(), bound, scope)
                .order(cells, Level.FULL)
                .map(VolumeBinding::whole);
    }

    /// Of the covering site all is asked, whatever its list names. Stages are told apart by cells, which may share a folder.
    private static Order whole(Order order) {
        return new Order(
                order.from(),
                order.to(),
                order.cells().stream()
                        .map(
                                cell ->
                                        new MovedCell(
                                                cell.cell(),
                                                cell.number(),
                                                cell.from(),
                                                cell.to(),
                                                Optional.empty(),
                                                Target.Folder.SHARED))
                        .toList(),
                order.address(),
                order.shards(),
                order.lines(),
                order.proof(),
                order.owners(),
                order.user());
    }

    private Problem refused(String what) {
        return Problem.error(NOT_ALONE, scope.place(), what)
                .withAdvice(
                        "delete both in one step, give each a folder of its own, or correct the inventory");
    }
}
