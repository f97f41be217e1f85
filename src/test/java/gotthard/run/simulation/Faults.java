package gotthard.run.simulation;

import java.util.Random;

/// What goes wrong in one session, by the seed. A calm session is one in which nothing does.
record Faults(Random random, boolean calm) {
    /// How an attempt to change something goes.
    enum Course {
        WELL,
        FAILS_AT_ONCE,
        FAILS_HALF_DONE,
        FAILS_WHEN_DONE,
        UNCLEAR_DONE,
        UNCLEAR_NOT_DONE,
        LIES,
        REFUSED,
        BUG,
        SLOW
    }

    Course change() {
        if (calm || random.nextInt(100) < 70) {
            return Course.WELL;
        }
        var courses = Course.values();
        return courses[random.nextInt(courses.length)];
    }

    boolean unreadable() {
        return !calm && random.nextInt(20) == 0;
    }

    /// In milliseconds.
    long duration(boolean slow) {
        return slow ? 61_000 + random.nextInt(120_000) : 50 + random.nextInt(5_000);
    }

    boolean slowRead() {
        return !calm && random.nextInt(60) == 0;
    }

    boolean chance(int in) {
        return !calm && random.nextInt(in) == 0;
    }
}
