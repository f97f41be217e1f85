package gotthard.objects;

import java.util.concurrent.Semaphore;

/// What all copies of this process together may keep of objects at a time: a quarter of the heap.
final class Memory {
    private static final int UNIT = 1 << 20;
    private static final int ALL = (int) Math.max(16, Runtime.getRuntime().maxMemory() / 4 / UNIT);
    private static final Semaphore FREE = new Semaphore(ALL);

    private Memory() {}

    /// What is done with a piece of an object.
    @FunctionalInterface
    interface Task<T> {
        T call() throws gotthard.action.Unreachable, InterruptedException;
    }

    /// Does something that keeps so many bytes, when there is room. It must not ask for more meanwhile.
    static <T> T holding(long bytes, Task<T> task)
            throws gotthard.action.Unreachable, InterruptedException {
        int units = (int) Math.min(ALL, bytes / UNIT + 1);
        FREE.acquire(units);
        try {
            return task.call();
        } finally {
            FREE.release(units);
        }
    }
}
