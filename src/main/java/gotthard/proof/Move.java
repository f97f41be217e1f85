package gotthard.proof;

/// One thing that can happen in a slice, as an int: its kind, one of several ways, and the number of a part, a site or a replication.
final class Move {
    static final int DO = 0;
    static final int LEAVE_HALF = 1;
    static final int COMPLETE = 2;
    static final int TAKE_FOR_DONE = 3;
    static final int UNDO = 4;
    static final int LEAVE_HALF_UNDONE = 5;
    static final int TURN_BACK = 6;
    static final int BEGIN_AGAIN = 7;
    static final int WRITE = 8;
    static final int DELIVER = 9;
    static final int NEXT_DAY = 10;

    private Move() {}

    static int of(int kind, int way, int index) {
        return kind | way << 4 | index << 8;
    }

    static int of(int kind) {
        return kind;
    }

    static int kind(int move) {
        return move & 0xF;
    }

    static int way(int move) {
        return move >>> 4 & 0xF;
    }

    static int index(int move) {
        return move >>> 8;
    }
}
