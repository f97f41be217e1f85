package gotthard.transfer.stream;

/// How many bytes may go by now: as many as a rate allows since the last one, but never more than of a tenth of a second at once.
/// More may go than there is as soon as there is anything; what follows waits for it.
final class Bucket {
    private static final double BURST = 0.1;
    private static final double NANOS = 1e9;

    private final double rate;
    private double balance;
    private long since;

    /// @param rate bytes a second, more than none
    /// @param now nanoseconds from any beginning
    Bucket(long rate, long now) {
        this.rate = rate;
        this.since = now;
    }

    /// Takes so many bytes, unless it has to be waited first.
    ///
    /// @return nanoseconds to wait before it is tried again; none when they were taken
    long take(long bytes, long now) {
        balance = Math.min(rate * BURST, balance + rate * (now - since) / NANOS);
        since = now;
        if (balance < 0) {
            return (long) Math.ceil(-balance / rate * NANOS);
        }
        balance -= bytes;
        return 0;
    }
}
