package gotthard.world;

/// Sites take writes and traffic of another.
final class SwitchAct implements Act {
    private final CellVariables of;
    private final Links links;
    private final int from;
    private final int[] to;
    private final boolean isGradual;
    private final boolean drains;

    SwitchAct(CellVariables of, Links links, CellShape shape, Effect.Switch effect) {
        this.of = of;
        this.links = links;
        from = shape.site(effect.from());
        to = effect.to().stream().mapToInt(shape::site).toArray();
        isGradual = effect.pace() == Effect.Pace.GRADUALLY;
        drains = effect.back() == Effect.Return.DRAINS;
    }

    @Override
    public boolean apply(long[] state) {
        return begins(state) && complete(state);
    }

    private boolean begins(long[] state) {
        for (int target : to) {
            if (Layout.is(state, of.open[target])) {
                return false;
            }
        }
        return Layout.allows(state, of.routed[from], Layout.FULL);
    }

    @Override
    public boolean complete(long[] state) {
        serve(to.length, Layout.FULL, state);
        Layout.set(state, of.routed[from], Layout.NONE);
        return true;
    }

    private void serve(int count, int level, long[] state) {
        for (int index = 0; index < count; index++) {
            Layout.set(state, of.open[to[index]], Layout.FULL);
            Layout.set(state, of.routed[to[index]], level);
        }
    }

    @Override
    public int halves() {
        return to.length + 1;
    }

    @Override
    public boolean half(int way, long[] state) {
        if (!begins(state)) {
            return false;
        }
        if (way == 0) {
            Layout.set(state, of.open[to[0]], Layout.HALF);
        } else {
            serve(way, isGradual ? Layout.HALF : Layout.FULL, state);
        }
        return true;
    }

    @Override
    public boolean undo(long[] state) {
        if (drains) {
            close(state);
            links.deliverAll(state);
            if (links.isAccepted(state) && !Layout.is(state, of.write[from])) {
                return false;
            }
            verify(state);
        }
        routeBack(state);
        return true;
    }

    @Override
    public void forceBack(long[] state) {
        if (drains) {
            close(state);
            links.deliverAll(state);
            verify(state);
        }
        routeBack(state);
    }

    private void close(long[] state) {
        for (int target : to) {
            Layout.set(state, of.open[target], Layout.NONE);
        }
    }

    private void verify(long[] state) {
        if (Layout.isFull(state, of.base[from])) {
            Layout.set(state, of.baseVerified[from], 1);
            Layout.set(state, of.writeVerified[from], Layout.get(state, of.write[from]));
        }
    }

    private void routeBack(long[] state) {
        Layout.set(state, of.routed[from], Layout.FULL);
        for (int target : to) {
            Layout.set(state, of.routed[target], Layout.NONE);
        }
    }

    @Override
    public int undoHalves() {
        return drains ? 1 : 0;
    }

    @Override
    public boolean undoHalf(int way, long[] state) {
        if (isGradual) {
            routeBack(state);
        } else {
            close(state);
        }
        return true;
    }

    @Override
    public boolean matters() {
        return of.open[from] != Layout.ABSENT || of.routed[from] != Layout.ABSENT;
    }
}
