package gotthard.web;

import gotthard.journal.Journal;

import io.javalin.Javalin;
import io.javalin.compression.CompressionStrategy;

import org.eclipse.jetty.server.HttpConfiguration;
import org.eclipse.jetty.server.HttpConnectionFactory;
import org.eclipse.jetty.server.SecureRequestCustomizer;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.eclipse.jetty.server.SslConnectionFactory;
import org.eclipse.jetty.util.ssl.SslContextFactory;

import java.net.BindException;
import java.net.UnknownHostException;
import java.nio.channels.UnresolvedAddressException;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import java.util.random.RandomGenerator;

/// The dashboard while it is offered.
public final class Dashboard implements AutoCloseable {
    private static final Duration PATIENCE = Duration.ofSeconds(2);

    private final Javalin server;
    private final Streams streams;
    private final Thread watch;

    private Dashboard(Javalin server, Streams streams, Thread watch) {
        this.server = server;
        this.streams = streams;
        this.watch = watch;
    }

    /// What it needs to look, and to know the time.
    ///
    /// @param random a `SecureRandom`
    public record Means(Journal journal, Clock clock, Ticks ticks, RandomGenerator random) {}

    /// Begins to answer.
    ///
    /// @throws Refused where it can't
    public static Dashboard start(Settings settings, Means means) throws Refused {
        var feeds = new Feeds(means.journal(), means.clock());
        var streams = new Streams(feeds);
        var visitors = new Visitors(settings.tokens(), means.random(), means.clock());
        var gate = new Gate(visitors, new Attempts(means.clock()), settings);
        var routes = new Routes(feeds, streams, gate);
        Optional<SslContextFactory.Server> secure =
                settings.certificate().isPresent()
                        ? Optional.of(Identity.of(settings.certificate().get()))
                        : Optional.empty();
        Javalin server =
                Javalin.create(
                        config -> {
                            config.startup.showJavalinBanner = false;
                            config.startup.showOldJavalinVersionWarning = false;
                            config.startup.startupWatcherEnabled = false;
                            config.concurrency.useVirtualThreads = true;
                            config.http.compressionStrategy = CompressionStrategy.NONE;
                            config.http.maxRequestSize = 4096;
                            config.jetty.modifyHttpConfiguration(
                                    http -> http.setSendServerVersion(false));
                            config.jetty.addConnector(
                                    (jetty, http) -> connector(jetty, http, settings, secure));
                            routes.add(config.routes);
                        });
        start(server, settings);
        Thread watch = Thread.ofVirtual().name("watch").start(() -> watch(feeds, means.ticks()));
        return new Dashboard(server, streams, watch);
    }

    private static void start(Javalin server, Settings settings) throws Refused {
        String where = Gate.written(settings.host()) + ":" + settings.port();
        try {
            server.start();
        } catch (RuntimeException failed) {
            server.stop();
            throw refused(where, failed);
        }
    }

    private static Refused refused(String where, RuntimeException failed) {
        for (Throwable cause = failed; cause != null; cause = cause.getCause()) {
            if (cause instanceof UnresolvedAddressException
                    || cause instanceof UnknownHostException) {
                return new Refused(
                        "the address " + where + " is none",
                        "write an address of this machine: --listen 127.0.0.1:8080");
            }
            if (cause instanceof BindException
                    && String.valueOf(cause.getMessage()).contains("assign")) {
                return new Refused(
                        "the address " + where + " is none of this machine",
                        "write one of its own: --listen 127.0.0.1:8080");
            }
        }
        return new Refused(
                "nothing can listen at " + where + ": it is in use, or not allowed",
                "choose another port, or 0 for any that is free: --listen 127.0.0.1:0");
    }

    private static ServerConnector connector(
            Server jetty,
            HttpConfiguration http,
            Settings settings,
            Optional<SslContextFactory.Server> secure) {
        var plain = new HttpConnectionFactory(http);
        secure.ifPresent(_ -> http.addCustomizer(new SecureRequestCustomizer(false)));
        var connector =
                secure.map(it -> new SslConnectionFactory(it, "http/1.1"))
                        .map(it -> new ServerConnector(jetty, it, plain))
                        .orElseGet(() -> new ServerConnector(jetty, plain));
        connector.setHost(settings.host());
        connector.setPort(settings.port());
        return connector;
    }

    private static void watch(Feeds feeds, Ticks ticks) {
        try {
            while (true) {
                ticks.next();
                feeds.tick();
            }
        } catch (InterruptedException ended) {
            feeds.tick();
        }
    }

    /// The port that it listens at.
    public int port() {
        return server.port();
    }

    /// Ends all streams, then the rest.
    @Override
    public void close() {
        streams.close();
        watch.interrupt();
        try {
            watch.join(PATIENCE);
            streams.awaitEnd(PATIENCE);
        } catch (InterruptedException again) {
            Thread.currentThread().interrupt();
        }
        server.stop();
    }
}
