package gotthard.cli;

import gotthard.journal.Journal;
import gotthard.web.Dashboard;
import gotthard.web.Refused;

import picocli.CommandLine.Model.CommandSpec;

import java.security.SecureRandom;
import java.util.concurrent.CountDownLatch;

/// `gotthard serve`.
final class ServeTask implements Task {
    /// How often the journal is asked whether somebody has written.
    private static final long LOOK_MILLIS = 250;

    @Override
    public void declare(CommandSpec spec) {
        Options.about(
                spec,
                "Shows what report shows, live, in a browser and to programs, until Ctrl-C: all runs of a state, each step and what"
                        + " happened to it, what waits for whom, events as they are recorded, and numbers for Prometheus. It"
                        + " changes nothing; approvals are given by gotthard approve. By itself only this machine reaches it,"
                        + " with the address that is printed once; another address needs --tokens, and --tls-cert with"
                        + " --tls-key, or --behind-proxy.",
                "gotthard serve",
                "gotthard serve --listen 10.0.0.7:8443 --tokens tokens.yaml --tls-cert chain.pem --tls-key key.pem");
        Options.value(
                spec,
                "ADDRESS:PORT",
                "Where to listen; 127.0.0.1:8080 by itself, port 0 for any that is free.",
                Offer.LISTEN);
        Options.values(
                spec, "NAME", "A name by which browsers call it, beside the address.", Offer.HOST);
        Options.value(
                spec,
                "FILE",
                "Who may look: YAML with tokens, each with name, role (viewer, operator or metrics) and sha256.",
                Offer.TOKENS);
        Options.value(spec, "FILE", "Speak TLS, with this chain in PEM.", Offer.CERTIFICATE);
        Options.value(spec, "FILE", "Its key, as PKCS#8 in PEM.", Offer.KEY);
        Options.flag(
                spec,
                "A proxy before it speaks TLS, and nobody else reaches the address.",
                Offer.BEHIND_PROXY);
        Options.state(spec);
    }

    @Override
    public Exit run(Call call) throws Trouble, InterruptedException {
        Offer offer = Offer.of(call, new SecureRandom());
        return Journals.read(call, journal -> serve(call, journal, offer));
    }

    private static Exit serve(Call call, Journal journal, Offer offer) throws Trouble {
        var end = new CountDownLatch(1);
        var means =
                new Dashboard.Means(
                        journal,
                        call.surroundings().clock(),
                        () -> Thread.sleep(LOOK_MILLIS),
                        new SecureRandom());
        try (var _ = Signals.on("INT", end::countDown);
                var _ = Signals.on("TERM", end::countDown);
                var dashboard = Dashboard.start(offer.settings(), means)) {
            tell(call.console(), offer, dashboard.port());
            end.await();
        } catch (Refused refused) {
            throw Trouble.failed(refused.what(), refused.next());
        } catch (InterruptedException asked) {
            call.console().say("asked to end");
        }
        return Exit.DONE;
    }

    private static void tell(Console console, Offer offer, int port) {
        String url = offer.url(port);
        console.result(url);
        console.json(JsonLine.of("serving").put("url", url).put("port", port));
        console.say("serves until Ctrl-C");
    }
}
