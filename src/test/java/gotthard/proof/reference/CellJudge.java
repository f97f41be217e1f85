package gotthard.proof.reference;

import static gotthard.world.Level.FULL;
import static gotthard.world.Level.NONE;

import gotthard.inventory.SiteName;
import gotthard.policy.Use;
import gotthard.proof.Allowance;
import gotthard.proof.Clause;
import gotthard.world.Aspect;
import gotthard.world.Cell;
import gotthard.world.Effect;
import gotthard.world.Level;

import java.time.LocalDate;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;

/// What can be said of one cell by looking at it alone.
final class CellJudge {
    private CellJudge() {}

    static boolean isLost(CellState cell) {
        boolean isAccepted = cell.isAccepted();
        if (cell.ground().cell.isMutable()) {
            return !cell.any(site -> site.base() == FULL && (!isAccepted || site.write()));
        }
        return !cell.any(site -> site.base() == FULL)
                || (isAccepted && !cell.any(SiteState::write));
    }

    static boolean hasTwoWriters(CellState cell) {
        return cell.ground().cell.isMutable() && cell.where(site -> site.open() != NONE).size() > 1;
    }

    static boolean hasStaleWriter(CellState cell) {
        boolean isAccepted = cell.isAccepted();
        return cell.ground().cell.isMutable()
                && cell.any(
                        site ->
                                site.open() != NONE
                                        && (site.base() != FULL || (isAccepted && !site.write())));
    }

    static boolean hasUnverifiedWriter(CellState cell) {
        return cell.ground().cell.isMutable()
                && cell.any(
                        site ->
                                site.open() != NONE
                                        && (!site.baseVerified()
                                                || (site.write()
                                                        && !site.writeVerified()
                                                        && !site.accepted())));
    }

    static boolean breaksResidency(CellState cell, Allowance allowance, LocalDate day) {
        for (SiteName at : cell.ground().sites) {
            for (Use use : uses(cell.at(at))) {
                boolean wasSo = cell.ground().cell.first().contains(at) && use != Use.STAGE;
                if (!wasSo && !allowance.allows(cell.ground().cell.id(), at, use, day)) {
                    return true;
                }
            }
        }
        return false;
    }

    /// Whether a rule of the policy holds. All that it could ask for is answered, also what its footprint does not name.
    static boolean holds(Clause clause, List<CellState> cells) {
        return clause.rule()
                .that()
                .holds(
                        (name, what, at) -> {
                            var id = clause.cell(name);
                            CellState cell =
                                    cells.stream()
                                            .filter(one -> one.ground().cell.id().equals(id))
                                            .findFirst()
                                            .orElseThrow();
                            return cell.ground().sites.contains(at)
                                    ? what.of(cell.at(at).holding())
                                    : NONE;
                        });
    }

    private static Set<Use> uses(SiteState site) {
        var uses = EnumSet.noneOf(Use.class);
        if (site.base() != NONE || site.write()) {
            uses.add(Use.STORE);
        }
        if (site.open() != NONE) {
            uses.add(Use.WRITE);
        }
        if (site.processing() != NONE) {
            uses.add(Use.PROCESS);
        }
        if (site.staged() != NONE) {
            uses.add(Use.STAGE);
        }
        return uses;
    }

    static boolean hasGap(CellState cell) {
        boolean isRouted = cell.any(site -> site.routed() != NONE);
        boolean isServed =
                !cell.any(
                        site ->
                                site.routed() != NONE
                                        && (site.open() != FULL || site.deployed() != FULL));
        boolean isProcessed =
                cell.any(
                        site ->
                                site.processing() == FULL
                                        && site.base() == FULL
                                        && site.deployed() == FULL);
        return !isRouted || !isServed || !isProcessed;
    }

    /// Whether it is processed where it is to be, and nowhere else.
    static boolean hasMovedProcessing(CellState cell) {
        List<SiteName> to = cell.ground().cell.to();
        return to.stream().allMatch(site -> cell.at(site).processing() == FULL)
                && cell.isOnlyAt(to, SiteState::processing);
    }

    /// Whether it is processed where it was not at first.
    static boolean isProcessedElsewhere(CellState cell) {
        return !cell.isOnlyAt(cell.ground().cell.first(), SiteState::processing);
    }

    /// Whether every target has, verified, what is about to be deleted.
    static boolean canSpare(Effect.Delete delete, CellState cell) {
        boolean hasWrite = cell.at(delete.at()).write();
        return cell.ground().cell.targets().stream()
                .filter(site -> !site.equals(delete.at()))
                .map(cell::at)
                .allMatch(
                        site ->
                                site.base() == FULL
                                        && site.baseVerified()
                                        && (!hasWrite
                                                || (site.write()
                                                        && (site.writeVerified()
                                                                || site.accepted()))));
    }

    /// Whether another site has what a copy's undo is about to remove.
    static boolean canSpare(Effect.Copy copy, CellState cell) {
        boolean hasWrite = cell.at(copy.at()).write();
        return cell.ground().sites.stream()
                .filter(site -> !site.equals(copy.at()))
                .map(cell::at)
                .anyMatch(site -> site.base() == FULL && (!hasWrite || site.write()));
    }

    /// Whether it is as it was before anything moved; what was written meanwhile is where it belongs.
    static boolean hasReturned(CellState cell) {
        Cell known = cell.ground().cell;
        boolean isAccepted = cell.isAccepted();
        for (SiteName at : cell.ground().sites) {
            var site = cell.at(at);
            boolean isFirst = known.first().contains(at);
            boolean writeFits =
                    isFirst
                            ? site.write() || !isAccepted
                            : !site.write() || (site.accepted() && !known.isMutable());
            if (!isAsAtFirst(site, isFirst) || !writeFits) {
                return false;
            }
        }
        return cell.edges().stream().noneMatch(Edge.Condition::takesWrites);
    }

    private static boolean isAsAtFirst(SiteState site, boolean isFirst) {
        Level then = isFirst ? FULL : NONE;
        List<Function<SiteState, Level>> same =
                List.of(
                        SiteState::base,
                        SiteState::open,
                        SiteState::routed,
                        SiteState::processing,
                        SiteState::deployed);
        return same.stream().allMatch(what -> what.apply(site) == then) && site.staged() == NONE;
    }

    static boolean hasNotMoved(CellState cell) {
        Cell known = cell.ground().cell;
        boolean isWrittenElsewhere =
                known.moves().contains(Aspect.WRITE)
                        && !cell.isOnlyAt(known.to(), SiteState::routed);
        boolean isProcessedElsewhere =
                known.moves().contains(Aspect.PROCESS)
                        && !cell.isOnlyAt(known.to(), SiteState::processing);
        return isWrittenElsewhere || isProcessedElsewhere;
    }

    static boolean missesItsGoal(CellState atTheEnd) {
        CellState cell = Replications.deliverAll(atTheEnd);
        Set<Aspect> moves = cell.ground().cell.moves();
        var targets = cell.ground().cell.targets().stream().map(cell::at).toList();
        boolean needsBase = moves.contains(Aspect.BASELINE) || moves.contains(Aspect.STORE);
        boolean needsWrite = moves.contains(Aspect.STORE) && cell.isAccepted();
        boolean lacksBase = needsBase && !targets.stream().allMatch(site -> site.base() == FULL);
        boolean lacksWrite = needsWrite && !targets.stream().allMatch(SiteState::write);
        boolean isLeft =
                cell.ground().deleted.stream()
                        .map(cell::at)
                        .anyMatch(site -> site.base() != NONE || site.write());
        return lacksBase || lacksWrite || isLeft;
    }
}
