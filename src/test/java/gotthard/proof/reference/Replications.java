package gotthard.proof.reference;

import gotthard.inventory.SiteName;

/// What users and replications do to a cell by themselves.
final class Replications {
    private Replications() {}

    /// A user writes at a site that takes writes.
    static CellState write(CellState cell, SiteName at) {
        CellState state = cell.change(at, SiteState::written);
        for (Edge edge : cell.ground().edgesFrom(at)) {
            if (cell.ground().nature(edge).streams() && cell.on(edge).takesWrites()) {
                state = state.change(edge, on -> on.pending(true));
            }
        }
        return state;
    }

    /// Whether a running replication has something to bring.
    static boolean canDeliver(CellState cell, Edge edge) {
        return cell.on(edge).runs() && isPending(cell, edge);
    }

    static CellState deliver(CellState cell, Edge edge) {
        CellState state = cell.change(edge, on -> on.pending(false));
        return arrive(state, edge.to());
    }

    /// All that runs brings all that it can, until nothing is on its way.
    static CellState deliverAll(CellState cell) {
        CellState state = cell;
        boolean isMoving = true;
        while (isMoving) {
            isMoving = false;
            for (Edge edge : cell.ground().edges) {
                if (canDeliver(state, edge)) {
                    state = deliver(state, edge);
                    isMoving = true;
                }
            }
        }
        return state;
    }

    /// The write reaches a site that may have it already; replications that relay take it up.
    static CellState arrive(CellState cell, SiteName at) {
        if (cell.at(at).write()) {
            return cell;
        }
        CellState state = cell.change(at, site -> site.write(true));
        for (Edge edge : cell.ground().edgesFrom(at)) {
            var nature = cell.ground().nature(edge);
            if (nature.relays() && nature.streams() && cell.on(edge).takesWrites()) {
                state = state.change(edge, on -> on.pending(true));
            }
        }
        return state;
    }

    private static boolean isPending(CellState cell, Edge edge) {
        if (cell.ground().nature(edge).streams()) {
            return cell.on(edge).pending();
        }
        return cell.at(edge.from()).write() && !cell.at(edge.to()).write();
    }
}
