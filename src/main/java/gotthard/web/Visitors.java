package gotthard.web;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.random.RandomGenerator;

/// Who may look: tokens, and the cookies that browsers got for them. A cookie is good for half a day, until the server ends at the latest.
final class Visitors {
    static final Duration LASTS = Duration.ofHours(12);
    private static final int MOST = 1000;
    private static final int BYTES = 32;

    private record Session(Token token, Instant until) {}

    private final List<Token> tokens;
    private final RandomGenerator random;
    private final Clock clock;
    private final Map<String, Session> sessions = new LinkedHashMap<>();

    /// @param random a `SecureRandom`
    Visitors(List<Token> tokens, RandomGenerator random, Clock clock) {
        this.tokens = List.copyOf(tokens);
        this.random = random;
        this.clock = clock;
    }

    /// Whose secret it is. Each token is compared, so that the time tells nothing.
    Optional<Token> bySecret(String secret) {
        Optional<Token> found = Optional.empty();
        for (Token token : tokens) {
            found = token.fits(secret) && found.isEmpty() ? Optional.of(token) : found;
        }
        return found;
    }

    /// Whose cookie it is.
    synchronized Optional<Token> byCookie(String cookie) {
        return Optional.ofNullable(sessions.get(digest(cookie)))
                .filter(session -> session.until().isAfter(clock.instant()))
                .map(Session::token);
    }

    /// A new cookie; the oldest ones go where there are many.
    synchronized String remember(Token token) {
        Instant now = clock.instant();
        sessions.values().removeIf(session -> !session.until().isAfter(now));
        if (sessions.size() >= MOST) {
            sessions.remove(sessions.keySet().iterator().next());
        }
        String cookie = secret(random);
        sessions.put(digest(cookie), new Session(token, now.plus(LASTS)));
        return cookie;
    }

    /// Cookies are looked up by their digests, so that how long that takes tells nothing of them.
    private static String digest(String cookie) {
        return HexFormat.of().formatHex(Token.digest(cookie));
    }

    /// A text that nobody guesses.
    static String secret(RandomGenerator random) {
        byte[] bytes = new byte[BYTES];
        random.nextBytes(bytes);
        return HexFormat.of().formatHex(bytes);
    }
}
