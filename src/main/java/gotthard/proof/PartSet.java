package gotthard.proof;

import java.util.Arrays;

/// Some of the parts of a slice, as bits, 64 a long.
final class PartSet {
    private final long[] bits;

    /// None of so many.
    PartSet(int count) {
        bits = new long[Math.max(1, (count + Long.SIZE - 1) / Long.SIZE)];
    }

    /// All of so many.
    static PartSet all(int count) {
        var all = new PartSet(count);
        for (int part = 0; part < count; part++) {
            all.add(part);
        }
        return all;
    }

    void add(int part) {
        bits[part >>> 6] |= 1L << part;
    }

    boolean has(int part) {
        return (bits[part >>> 6] >>> part & 1) != 0;
    }

    /// Parts 64 · `plane` and those after it.
    long plane(int plane) {
        return bits[plane];
    }

    int planes() {
        return bits.length;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof PartSet set && Arrays.equals(bits, set.bits);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(bits);
    }
}
