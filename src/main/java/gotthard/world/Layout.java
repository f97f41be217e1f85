package gotthard.world;

/// Lays fields of one or two bits side by side into the longs of a packed state. A field is an int that tells where it lies; [#ABSENT] is a
/// field that is left out: it reads as zero and forgets what is written.
public final class Layout {
    /// A field that the state leaves out.
    public static final int ABSENT = 0;

    /// Values of a field that holds a [Level].
    static final int NONE = 0;

    static final int HALF = 1;
    static final int FULL = 2;

    private static final int WORD_SHIFT = 6;
    private static final int WORD_MASK = 0xFFFF;
    private static final int VALUE_SHIFT = 22;

    private int word;
    private int bit;

    /// Begins after words that others use.
    public Layout(int word) {
        this.word = word;
    }

    /// A field of so many bits, 1 to 10, that never crosses two longs.
    public int field(int bits) {
        if (bit + bits > Long.SIZE) {
            word++;
            bit = 0;
        }
        int field = ((1 << bits) - 1) << VALUE_SHIFT | word << WORD_SHIFT | bit;
        bit += bits;
        return field;
    }

    /// How many longs a state takes.
    public int words() {
        return bit == 0 ? word : word + 1;
    }

    /// How many bits a field takes.
    public static int bits(int field) {
        return Integer.bitCount(field >>> VALUE_SHIFT);
    }

    public static int get(long[] state, int field) {
        return (int) (state[field >>> WORD_SHIFT & WORD_MASK] >>> field) & field >>> VALUE_SHIFT;
    }

    public static void set(long[] state, int field, int value) {
        int at = field >>> WORD_SHIFT & WORD_MASK;
        long mask = Integer.toUnsignedLong(field >>> VALUE_SHIFT);
        state[at] = (state[at] & ~(mask << field)) | (value & mask) << field;
    }

    static boolean is(long[] state, int field) {
        return get(state, field) != 0;
    }

    static boolean isFull(long[] state, int field) {
        return get(state, field) == FULL;
    }

    /// A guard; one on a field that is left out is dropped.
    static boolean allows(long[] state, int field, int value) {
        return field == ABSENT || get(state, field) == value;
    }
}
