package gotthard.web;

import java.net.Inet6Address;
import java.net.InetAddress;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/// Tokens that were wrong, by the address that they came from. Who has sent too many is not listened to for a while, whatever they send.
/// Where a proxy stands before the dashboard, its address is that of all who come through it; who has a cookie already goes on.
final class Attempts {
    /// So many are answered as usual.
    static final int ALLOWED = 20;

    /// As long they are counted, and as long nothing more is taken after the last of them.
    static final Duration LASTS = Duration.ofMinutes(1);

    /// How many addresses are kept; the oldest ones go.
    static final int MOST = 1000;

    private static final int NETWORK = 8;

    private final Clock clock;
    private final Map<String, Wrong> wrong = new LinkedHashMap<>();

    Attempts(Clock clock) {
        this.clock = clock;
    }

    private record Wrong(int times, Instant until) {
        private Wrong again(Instant now) {
            return new Wrong(times + 1, times + 1 == ALLOWED ? now.plus(LASTS) : until);
        }
    }

    /// How long nothing is taken from an address, if so.
    synchronized Optional<Duration> refused(String address) {
        Instant now = clock.instant();
        return Optional.ofNullable(wrong.get(network(address)))
                .filter(found -> found.times() >= ALLOWED && found.until().isAfter(now))
                .map(found -> Duration.between(now, found.until()));
    }

    /// One more was wrong.
    synchronized void count(String address) {
        Instant now = clock.instant();
        String network = network(address);
        Wrong found =
                Optional.ofNullable(wrong.remove(network))
                        .filter(before -> before.until().isAfter(now))
                        .map(before -> before.again(now))
                        .orElseGet(() -> new Wrong(1, now.plus(LASTS)));
        wrong.values().removeIf(old -> !old.until().isAfter(now));
        if (wrong.size() >= MOST) {
            wrong.remove(wrong.keySet().iterator().next());
        }
        wrong.put(network, found);
    }

    /// How many addresses are kept.
    synchronized int size() {
        return wrong.size();
    }

    /// Of IPv6 the first 64 bits, which one machine has to itself.
    private static String network(String address) {
        if (!address.contains(":")) {
            return address;
        }
        try {
            InetAddress read = InetAddress.ofLiteral(address.replaceAll("^\\[|\\]$", ""));
            return read instanceof Inet6Address six
                    ? HexFormat.of().formatHex(Arrays.copyOf(six.getAddress(), NETWORK))
                    : read.getHostAddress();
        } catch (IllegalArgumentException unreadable) {
            return address;
        }
    }
}
