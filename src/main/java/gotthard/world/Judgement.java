package gotthard.world;

import static gotthard.world.Layout.ABSENT;
import static gotthard.world.Layout.FULL;
import static gotthard.world.Layout.NONE;

import gotthard.inventory.SiteName;

import java.util.List;
import java.util.Set;

/// What a packed state breaks of one cell. Sets of invariants are bits. What the state leaves out breaks nothing.
public final class Judgement {
    private static final List<Invariant> NUMBERED = List.of(Invariant.values());
    private static final int LOSS = bit(Invariant.LOSS);
    private static final int TWO_WRITERS = bit(Invariant.TWO_WRITERS);
    private static final int STALE_WRITER = bit(Invariant.STALE_WRITER);
    private static final int UNVERIFIED_WRITER = bit(Invariant.UNVERIFIED_WRITER);
    private static final int NOT_MOVED = bit(Invariant.NOT_MOVED);
    private static final int GOAL = bit(Invariant.GOAL);

    private final Cell cell;
    private final CellVariables of;
    private final Links links;
    private final int sites;
    private final boolean hasData;
    private final boolean hasTraffic;
    private final boolean hasWork;
    private final boolean[] isFirst;
    private final boolean[] isTo;
    private final boolean[] isTarget;
    private final boolean[] isDeleted;

    Judgement(CellShape shape, CellVariables variables, Links links, Set<Variable> kept) {
        cell = shape.cell();
        of = variables;
        this.links = links;
        sites = shape.sites().size();
        hasData = kept.contains(Variable.BASE) && kept.contains(Variable.WRITE);
        hasTraffic = kept.contains(Variable.ROUTED);
        hasWork = kept.contains(Variable.PROCESSING) && kept.contains(Variable.BASE);
        isFirst = among(cell.first(), shape);
        isTo = among(cell.to(), shape);
        isTarget = among(cell.targets(), shape);
        isDeleted = new boolean[sites];
        for (Effect effect : shape.effects()) {
            if (effect instanceof Effect.Delete(_, var at)) {
                isDeleted[shape.site(at)] = true;
            }
        }
    }

    private static boolean[] among(List<SiteName> names, CellShape shape) {
        boolean[] among = new boolean[shape.sites().size()];
        for (SiteName name : names) {
            among[shape.site(name)] = true;
        }
        return among;
    }

    /// The number of an invariant's bit.
    public static int number(Invariant invariant) {
        return NUMBERED.indexOf(invariant);
    }

    public static int bit(Invariant invariant) {
        return 1 << number(invariant);
    }

    /// The invariants of some bits.
    public static List<Invariant> invariants(int bits) {
        return NUMBERED.stream().filter(invariant -> (bits & bit(invariant)) != 0).toList();
    }

    /// What must hold at any moment, but for residency and gaps.
    public int always(long[] state) {
        if (!hasData) {
            return 0;
        }
        boolean isAccepted = links.isAccepted(state);
        int broken = isLost(isAccepted, state) ? LOSS : 0;
        return cell.isMutable() ? broken | writers(isAccepted, state) : broken;
    }

    private boolean isLost(boolean isAccepted, long[] state) {
        boolean isThere = false;
        boolean hasWrite = !isAccepted;
        boolean hasBoth = false;
        for (int site = 0; site < sites; site++) {
            boolean base = Layout.isFull(state, of.base[site]);
            boolean write = Layout.is(state, of.write[site]);
            isThere |= base;
            hasWrite |= write;
            hasBoth |= base && (write || !isAccepted);
        }
        return !isThere || !hasWrite || (cell.isMutable() && !hasBoth);
    }

    private int writers(boolean isAccepted, long[] state) {
        int broken = 0;
        int writers = 0;
        for (int site = 0; site < sites; site++) {
            if (!Layout.is(state, of.open[site])) {
                continue;
            }
            writers++;
            boolean write = Layout.is(state, of.write[site]);
            if (!Layout.isFull(state, of.base[site]) || (isAccepted && !write)) {
                broken |= STALE_WRITER;
            }
            boolean isUnseen =
                    write
                            && !Layout.is(state, of.writeVerified[site])
                            && !Layout.is(state, of.accepted[site]);
            if (!Layout.is(state, of.baseVerified[site]) || isUnseen) {
                broken |= UNVERIFIED_WRITER;
            }
        }
        return writers > 1 ? broken | TWO_WRITERS : broken;
    }

    /// Whether service pauses, as far as the state tells.
    public boolean isGap(long[] state) {
        return (hasTraffic && isUnserved(state)) || (hasWork && isUnprocessed(state));
    }

    private boolean isUnserved(long[] state) {
        boolean isRouted = false;
        for (int site = 0; site < sites; site++) {
            if (Layout.is(state, of.routed[site])) {
                isRouted = true;
                if (!Layout.isFull(state, of.open[site])
                        || !Layout.isFull(state, of.deployed[site])) {
                    return true;
                }
            }
        }
        return !isRouted;
    }

    private boolean isUnprocessed(long[] state) {
        for (int site = 0; site < sites; site++) {
            if (Layout.isFull(state, of.processing[site])
                    && Layout.isFull(state, of.base[site])
                    && Layout.isFull(state, of.deployed[site])) {
                return false;
            }
        }
        return true;
    }

    public boolean isStored(int site, long[] state) {
        return Layout.is(state, of.base[site]) || Layout.is(state, of.write[site]);
    }

    public boolean isOpen(int site, long[] state) {
        return Layout.is(state, of.open[site]);
    }

    public boolean isProcessed(int site, long[] state) {
        return Layout.is(state, of.processing[site]);
    }

    public boolean isStaged(int site, long[] state) {
        return Layout.is(state, of.staged[site]);
    }

    /// Whether it is processed at every place that it goes to, and nowhere else.
    public boolean hasMoved(long[] state) {
        for (int site = 0; site < sites; site++) {
            int level = Layout.get(state, of.processing[site]);
            if (isTo[site] ? level != FULL : level != NONE) {
                return false;
            }
        }
        return true;
    }

    /// Whether it is processed where it was not at first.
    public boolean isProcessedAnew(long[] state) {
        for (int site = 0; site < sites; site++) {
            if (!isFirst[site] && Layout.is(state, of.processing[site])) {
                return true;
            }
        }
        return false;
    }

    /// Whether, after a way back, all is as it was.
    public boolean hasReturned(long[] state) {
        boolean isAccepted = links.isAccepted(state);
        for (int site = 0; site < sites; site++) {
            int level = isFirst[site] ? FULL : NONE;
            boolean isSame =
                    returned(of.base[site], level, state)
                            && returned(of.open[site], level, state)
                            && returned(of.routed[site], level, state)
                            && returned(of.processing[site], level, state)
                            && returned(of.deployed[site], level, state)
                            && returned(of.staged[site], NONE, state);
            boolean write = Layout.is(state, of.write[site]);
            boolean isOwn = !cell.isMutable() && Layout.is(state, of.accepted[site]);
            if (!isSame || (isFirst[site] ? isAccepted && !write : write && !isOwn)) {
                return false;
            }
        }
        return isQuiet(state);
    }

    private static boolean returned(int field, int level, long[] state) {
        return field == ABSENT || Layout.get(state, field) == level;
    }

    private boolean isQuiet(long[] state) {
        for (int edge = 0; edge < links.count(); edge++) {
            if (Layout.is(state, of.run[edge]) || Layout.is(state, of.slot[edge])) {
                return false;
            }
        }
        return true;
    }

    /// Whether a copy may go at a site: some other holds all that it holds.
    public boolean isHeldElsewhere(int at, long[] state) {
        boolean write = Layout.is(state, of.write[at]);
        for (int site = 0; site < sites; site++) {
            if (site != at
                    && Layout.isFull(state, of.base[site])
                    && (!write || Layout.is(state, of.write[site]))) {
                return true;
            }
        }
        return false;
    }

    /// Whether every target holds, verified, what a site holds.
    public boolean isHeldAtTargets(int at, long[] state) {
        boolean write = Layout.is(state, of.write[at]);
        for (int site = 0; site < sites; site++) {
            if (site == at || !isTarget[site]) {
                continue;
            }
            boolean isSeen =
                    Layout.is(state, of.writeVerified[site]) || Layout.is(state, of.accepted[site]);
            boolean hasWrite = !write || (Layout.is(state, of.write[site]) && isSeen);
            if (!Layout.isFull(state, of.base[site])
                    || !Layout.is(state, of.baseVerified[site])
                    || !hasWrite) {
                return false;
            }
        }
        return true;
    }

    /// What is broken once all is done. Delivers what is on its way, so the state is to be thrown away.
    public int atEnd(long[] state) {
        int broken = hasLeft(state) ? 0 : NOT_MOVED;
        if (!hasData) {
            return broken;
        }
        links.deliverAll(state);
        return isComplete(state) ? broken : broken | GOAL;
    }

    private boolean hasLeft(long[] state) {
        for (int site = 0; site < sites; site++) {
            boolean isRouted =
                    cell.moves().contains(Aspect.WRITE) && Layout.is(state, of.routed[site]);
            boolean isProcessed =
                    cell.moves().contains(Aspect.PROCESS) && Layout.is(state, of.processing[site]);
            if (!isTo[site] && (isRouted || isProcessed)) {
                return false;
            }
        }
        return true;
    }

    private boolean isComplete(long[] state) {
        boolean isStore = cell.moves().contains(Aspect.STORE);
        boolean needsBase = isStore || cell.moves().contains(Aspect.BASELINE);
        boolean needsWrite = isStore && links.isAccepted(state);
        for (int site = 0; site < sites; site++) {
            boolean write = Layout.is(state, of.write[site]);
            if (isTarget[site]
                    && ((needsBase && !Layout.isFull(state, of.base[site]))
                            || (needsWrite && !write))) {
                return false;
            }
            if (isDeleted[site] && (write || Layout.is(state, of.base[site]))) {
                return false;
            }
        }
        return true;
    }
}
