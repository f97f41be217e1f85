package gotthard.web;

import gotthard.web.pages.Pages;

import io.javalin.http.Context;
import io.javalin.http.HandlerType;

import java.time.Duration;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// Stands before every route: who calls, by which name, and whether they may.
final class Gate {
    static final String COOKIE = "gotthard";
    static final String SIGN_IN = "/sign-in";

    private static final String NOTHING_ELSE =
            "default-src 'none'; script-src 'self'; style-src 'self'; connect-src 'self'; img-src 'self' data:;"
                    + " base-uri 'none'; form-action 'self'; frame-ancestors 'none'";
    private static final Set<String> LOOPBACK = Set.of("127.0.0.1", "localhost", "[::1]");
    private static final Set<String> OPEN =
            Stream.concat(
                            Stream.of(SIGN_IN, "/page.css", "/app.css", "/healthz", "/readyz"),
                            Pages.SCRIPTS.stream().map(script -> "/" + script))
                    .collect(Collectors.toUnmodifiableSet());
    private static final String TOKEN = "token";
    private static final String UNKNOWN = "This token is not known here.";

    private final Visitors visitors;
    private final Attempts attempts;
    private final Set<String> names;
    private final boolean isBehindTls;

    Gate(Visitors visitors, Attempts attempts, Settings settings) {
        this.visitors = visitors;
        this.attempts = attempts;
        names = names(settings);
        isBehindTls = settings.isBehindTls();
    }

    private static Set<String> names(Settings settings) {
        String host = written(settings.host());
        return Stream.of(
                        settings.names().stream().map(name -> name.toLowerCase(Locale.ROOT)),
                        Stream.of(host),
                        LOOPBACK.contains(host) ? LOOPBACK.stream() : Stream.<String>empty())
                .flatMap(all -> all)
                .collect(Collectors.toUnmodifiableSet());
    }

    /// An address as it stands in a URL.
    static String written(String host) {
        return host.contains(":") && !host.startsWith("[") ? "[" + host + "]" : host;
    }

    void check(Context context) {
        headers(context);
        if (!isCalledByName(context)) {
            refuse(
                    context,
                    421,
                    "this dashboard is not known by the name in the request",
                    "call it by the address that it listens at, or name it with --host");
            return;
        }
        if (!isToLook(context)) {
            context.header("Allow", "GET, HEAD");
            refuse(
                    context,
                    405,
                    "the dashboard only shows, and changes nothing",
                    "use the verbs of gotthard");
            return;
        }
        if (showsToken(context)) {
            Optional<Duration> refused = attempts.refused(context.ip());
            if (refused.isPresent()) {
                tooMany(context, refused.get());
                return;
            }
        }
        if (OPEN.contains(context.path()) || isExchanged(context)) {
            return;
        }
        Optional<Token> token = token(context);
        if (token.isEmpty()) {
            askWho(context);
            return;
        }
        if (!token.get().role().seesRuns() && !context.path().equals("/metrics")) {
            refuse(
                    context,
                    403,
                    "the token of " + token.get().name() + " is for /metrics only",
                    "ask for a token of a viewer");
            return;
        }
        context.attribute(TOKEN, token.get());
    }

    private static void headers(Context context) {
        context.header("Content-Security-Policy", NOTHING_ELSE);
        context.header("X-Content-Type-Options", "nosniff");
        context.header("Referrer-Policy", "no-referrer");
        context.header("Cache-Control", "no-store");
        context.header("Cross-Origin-Opener-Policy", "same-origin");
        context.header("Cross-Origin-Resource-Policy", "same-origin");
    }

    /// Otherwise a page of somebody else, whose name was made to lead here, could ask in the name of who reads it.
    private boolean isCalledByName(Context context) {
        String host = Optional.ofNullable(context.header("Host")).orElse("");
        String name = host.replaceFirst(":[0-9]*$", "").toLowerCase(Locale.ROOT);
        return names.contains(name);
    }

    private static boolean isToLook(Context context) {
        HandlerType method = context.method();
        return method.equals(HandlerType.GET)
                || method.equals(HandlerType.HEAD)
                || (method.equals(HandlerType.POST) && context.path().equals(SIGN_IN));
    }

    /// A token in the address becomes a cookie, and leaves the address.
    private boolean isExchanged(Context context) {
        String secret = context.queryParam(TOKEN);
        if (secret == null || isForPrograms(context)) {
            return false;
        }
        if (!admit(context, secret, context.path())) {
            page(context, 401, Pages.signIn(UNKNOWN));
        }
        context.skipRemainingHandlers();
        return true;
    }

    /// Takes the token of the form.
    void signIn(Context context) {
        String secret = Optional.ofNullable(context.formParam(TOKEN)).orElse("").strip();
        if (!admit(context, secret, "/")) {
            page(context, 401, Pages.signIn(UNKNOWN));
        }
    }

    private boolean admit(Context context, String secret, String path) {
        Optional<Token> token = known(context, secret);
        token.ifPresent(
                known -> {
                    String cookie =
                            COOKIE
                                    + "="
                                    + visitors.remember(known)
                                    + "; Path=/; HttpOnly; SameSite=Strict; Max-Age="
                                    + Visitors.LASTS.toSeconds()
                                    + (isBehindTls ? "; Secure" : "");
                    context.header("Set-Cookie", cookie);
                    context.header("Location", path);
                    context.status(303);
                });
        return token.isPresent();
    }

    private static Optional<String> bearer(Context context) {
        return Optional.ofNullable(context.header("Authorization"))
                .filter(header -> header.regionMatches(true, 0, "Bearer ", 0, 7))
                .map(header -> header.substring(7).strip());
    }

    private static boolean showsToken(Context context) {
        return bearer(context).isPresent()
                || context.method().equals(HandlerType.POST)
                || (context.queryParam(TOKEN) != null && !isForPrograms(context));
    }

    private static void tooMany(Context context, Duration refused) {
        long seconds = refused.toSeconds() + 1;
        context.header("Retry-After", Long.toString(seconds));
        String what = "too many tokens from this address were wrong";
        String next = "none is taken for " + seconds + " s; send the right one then";
        if (isForPrograms(context)) {
            refuse(context, 429, what, next);
            return;
        }
        page(context, 429, Pages.signIn("Too many tokens were wrong: " + next + "."));
        context.skipRemainingHandlers();
    }

    /// Whose secret it is; a wrong one counts against the address that it came from.
    private Optional<Token> known(Context context, String secret) {
        Optional<Token> token = visitors.bySecret(secret);
        if (token.isEmpty()) {
            attempts.count(context.ip());
        }
        return token;
    }

    private Optional<Token> token(Context context) {
        Optional<String> bearer = bearer(context);
        if (bearer.isPresent()) {
            return known(context, bearer.get());
        }
        return Optional.ofNullable(context.cookie(COOKIE)).flatMap(visitors::byCookie);
    }

    private static void askWho(Context context) {
        context.header("WWW-Authenticate", "Bearer");
        if (isForPrograms(context)) {
            refuse(
                    context,
                    401,
                    "a token is needed",
                    "send one that is known here as Authorization: Bearer TOKEN");
            return;
        }
        page(context, 401, Pages.signIn(""));
        context.skipRemainingHandlers();
    }

    static boolean isForPrograms(Context context) {
        return context.path().startsWith("/api/")
                || context.path().endsWith("/parts")
                || context.path().equals("/metrics");
    }

    private static void refuse(Context context, int status, String what, String next) {
        problem(context, status, Answers.problem(what, next));
        context.skipRemainingHandlers();
    }

    static void page(Context context, int status, String html) {
        context.status(status).contentType("text/html; charset=utf-8").result(html);
    }

    static void problem(Context context, int status, String json) {
        context.status(status).contentType("application/json").result(json);
    }

    /// Whether who asks may read words.
    static boolean seesWords(Context context) {
        Token token = context.attribute(TOKEN);
        return token != null && token.role().seesWords();
    }
}
