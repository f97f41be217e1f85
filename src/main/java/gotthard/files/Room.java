package gotthard.files;

import gotthard.action.Failure;
import gotthard.action.Unreachable;
import gotthard.transfer.Amounts;
import gotthard.transfer.Item;
import gotthard.transfer.Manifest;

import java.util.List;

/// Whether the target has room for what arrives.
record Room(Copying copying) {
    /// @throws Halt when so many bytes don't fit
    void check(long needed) throws Halt, Unreachable, InterruptedException {
        long free = free();
        if (needed > free) {
            throw full(needed - free);
        }
    }

    /// What to tell where the target said that it is full.
    ///
    /// @param said what it said
    /// @param wanted all that was to arrive
    Halt full(Halt said, List<Item> wanted) throws Halt, Unreachable, InterruptedException {
        Manifest arrived = copying.stage().list();
        long left =
                wanted.stream()
                        .filter(item -> arrived.at(item.path()).filter(item::equals).isEmpty())
                        .mapToLong(Arrival::size)
                        .sum();
        long free = free();
        return left > free
                ? full(left - free)
                : new Halt(
                        new Failure(
                                Failure.Kind.TRANSIENT,
                                said.failure().what(),
                                said.failure().next()));
    }

    private Halt full(long missing) {
        return Halt.tryAgain(
                "%s has no space left for %s: %s are missing"
                        .formatted(
                                copying.target().host().name(),
                                copying.target().path(),
                                Amounts.exactBytes(missing)),
                "free at least that much there or enlarge the disk, then retry; what has arrived is kept");
    }

    private long free() throws Halt, Unreachable, InterruptedException {
        String printed = copying.target().run(Scripts.FREE, List.of(), List.of()).output();
        try {
            return Math.multiplyExact(Long.parseLong(printed), 1024L);
        } catch (NumberFormatException | ArithmeticException _) {
            return Long.MAX_VALUE;
        }
    }
}
