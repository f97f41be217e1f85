package gotthard.world;

/// The replications of a cell, and how writes travel on them.
final class Links {
    private final CellShape.Edge[] edges;
    private final CellVariables of;

    Links(CellShape shape, CellVariables variables) {
        edges = shape.edges().toArray(CellShape.Edge[]::new);
        of = variables;
    }

    int count() {
        return edges.length;
    }

    int from(int edge) {
        return edges[edge].from();
    }

    int to(int edge) {
        return edges[edge].to();
    }

    /// The write, once, where writes are taken. False where it can't be.
    boolean write(int site, long[] state) {
        if (!Layout.is(state, of.open[site]) || isAccepted(state)) {
            return false;
        }
        Layout.set(state, of.write[site], 1);
        Layout.set(state, of.accepted[site], 1);
        for (int edge = 0; edge < edges.length; edge++) {
            if (edges[edge].from() == site) {
                enter(edge, state);
            }
        }
        return true;
    }

    boolean isAccepted(long[] state) {
        for (int field : of.accepted) {
            if (Layout.is(state, field)) {
                return true;
            }
        }
        return false;
    }

    private void enter(int edge, long[] state) {
        boolean isKept = Layout.is(state, of.run[edge]) || Layout.is(state, of.slot[edge]);
        if (edges[edge].streams() && isKept) {
            Layout.set(state, of.stream[edge], 1);
        }
    }

    /// What is on its way arrives. False where nothing is.
    boolean deliver(int edge, long[] state) {
        if (!Layout.is(state, of.run[edge])) {
            return false;
        }
        if (edges[edge].streams()) {
            if (!Layout.is(state, of.stream[edge])) {
                return false;
            }
            Layout.set(state, of.stream[edge], 0);
            arrive(edges[edge].to(), state);
            return true;
        }
        if (!Layout.is(state, of.write[edges[edge].from()])
                || Layout.is(state, of.write[edges[edge].to()])) {
            return false;
        }
        arrive(edges[edge].to(), state);
        return true;
    }

    /// Until nothing is on its way.
    void deliverAll(long[] state) {
        boolean isMoving = true;
        while (isMoving) {
            isMoving = false;
            for (int edge = 0; edge < edges.length; edge++) {
                isMoving |= deliver(edge, state);
            }
        }
    }

    /// The write comes to a site, and goes on from there by what relays.
    void arrive(int site, long[] state) {
        if (Layout.is(state, of.write[site])) {
            return;
        }
        Layout.set(state, of.write[site], 1);
        for (int edge = 0; edge < edges.length; edge++) {
            if (edges[edge].from() == site && edges[edge].relays()) {
                enter(edge, state);
            }
        }
    }

    boolean streams(int edge) {
        return edges[edge].streams();
    }
}
