package gotthard.proof;

/// How far the parts of a slice are, in some longs of a packed state: two bits a part, in two planes. Few parts
/// share one long.
final class Control {
    static final int PENDING = 0;
    static final int HALF = 1;
    static final int DONE = 2;
    static final int HALF_UNDONE = 3;

    private static final int FEW = 32;

    private final int at;
    private final int planes;
    private final boolean isCompact;

    /// Of so many parts, from a given long of the state.
    Control(int count, int at) {
        this.at = at;
        planes = Math.max(1, (count + Long.SIZE - 1) / Long.SIZE);
        isCompact = count <= FEW;
    }

    int words() {
        return isCompact ? 1 : 2 * planes;
    }

    private long high(long[] state, int plane) {
        return isCompact ? state[at] & 0xFFFFFFFFL : state[at + plane];
    }

    private long low(long[] state, int plane) {
        return isCompact ? state[at] >>> FEW : state[at + planes + plane];
    }

    int of(long[] state, int part) {
        int plane = part >>> 6;
        int higher = (int) (high(state, plane) >>> part & 1);
        int lower = (int) (low(state, plane) >>> part & 1);
        return 2 * higher + lower;
    }

    void set(long[] state, int part, int level) {
        int plane = part >>> 6;
        if (isCompact) {
            long bits = (long) (level >>> 1) << part | (long) (level & 1) << (part + FEW);
            state[at] = (state[at] & ~(1L << part | 1L << (part + FEW))) | bits;
            return;
        }
        long bit = 1L << part;
        state[at + plane] =
                (level & DONE) != 0 ? state[at + plane] | bit : state[at + plane] & ~bit;
        int lower = at + planes + plane;
        state[lower] = (level & HALF) != 0 ? state[lower] | bit : state[lower] & ~bit;
    }

    boolean allDone(long[] state, PartSet set) {
        for (int plane = 0; plane < planes; plane++) {
            long done = high(state, plane) & ~low(state, plane);
            if ((set.plane(plane) & ~done) != 0) {
                return false;
            }
        }
        return true;
    }

    boolean allPending(long[] state, PartSet set) {
        for (int plane = 0; plane < planes; plane++) {
            if (((high(state, plane) | low(state, plane)) & set.plane(plane)) != 0) {
                return false;
            }
        }
        return true;
    }

    boolean anyHalf(long[] state, PartSet set) {
        for (int plane = 0; plane < planes; plane++) {
            if ((low(state, plane) & ~high(state, plane) & set.plane(plane)) != 0) {
                return true;
            }
        }
        return false;
    }
}
