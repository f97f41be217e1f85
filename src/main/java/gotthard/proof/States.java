package gotthard.proof;

import java.util.Arrays;

/// Packed states told apart by an open-addressed table, each with the state and the move that it was first reached by. No object is made for
/// a state.
final class States {
    private static final int FIRST_CAPACITY = 256;

    private final int words;
    private long[] states;
    private int[] parents;
    private int[] moves;
    private int[] table;
    private int count;

    States(int words) {
        this.words = words;
        states = new long[FIRST_CAPACITY * words];
        parents = new int[FIRST_CAPACITY];
        moves = new int[FIRST_CAPACITY];
        table = new int[2 * FIRST_CAPACITY];
    }

    int count() {
        return count;
    }

    /// How many bytes it takes, and needs when it next grows.
    long bytes() {
        return 3 * (states.length * 8L + parents.length * 8L + table.length * 4L);
    }

    void load(int id, long[] into) {
        System.arraycopy(states, id * words, into, 0, words);
    }

    int parent(int id) {
        return parents[id];
    }

    int move(int id) {
        return moves[id];
    }

    /// Whether the state is new; then it has the number `count() - 1`.
    boolean add(long[] state, int parent, int move) {
        int mask = table.length - 1;
        int slot = (int) hash(state) & mask;
        while (table[slot] != 0) {
            if (is(table[slot] - 1, state)) {
                return false;
            }
            slot = slot + 1 & mask;
        }
        if (count == parents.length) {
            grow();
            return add(state, parent, move);
        }
        System.arraycopy(state, 0, states, count * words, words);
        parents[count] = parent;
        moves[count] = move;
        count++;
        table[slot] = count;
        return true;
    }

    private boolean is(int id, long[] state) {
        int at = id * words;
        for (int word = 0; word < words; word++) {
            if (states[at + word] != state[word]) {
                return false;
            }
        }
        return true;
    }

    /// Finalizer of SplitMix64, word by word.
    private static long hash(long[] state) {
        long hash = 0;
        for (long word : state) {
            hash = (hash ^ word) * 0xbf58476d1ce4e5b9L;
            hash = (hash ^ hash >>> 27) * 0x94d049bb133111ebL;
            hash ^= hash >>> 31;
        }
        return hash;
    }

    private void grow() {
        int capacity = 2 * parents.length;
        states = Arrays.copyOf(states, Math.multiplyExact(capacity, words));
        parents = Arrays.copyOf(parents, capacity);
        moves = Arrays.copyOf(moves, capacity);
        table = new int[2 * capacity];
        long[] state = new long[words];
        for (int id = 0; id < count; id++) {
            load(id, state);
            int slot = (int) hash(state) & table.length - 1;
            while (table[slot] != 0) {
                slot = slot + 1 & table.length - 1;
            }
            table[slot] = id + 1;
        }
    }
}
