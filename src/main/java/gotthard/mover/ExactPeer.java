package gotthard.mover;

import gotthard.transfer.Refused;

import java.net.Socket;
import java.security.cert.CertificateException;
import java.security.cert.X509Certificate;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;

import javax.net.ssl.SSLEngine;
import javax.net.ssl.SSLException;
import javax.net.ssl.X509ExtendedTrustManager;

/// Trusts one certificate, while it is valid, whoever signed it and whatever names are in it.
final class ExactPeer extends X509ExtendedTrustManager {
    private final X509Certificate peer;
    private final Clock clock;

    ExactPeer(X509Certificate peer, Clock clock) {
        this.peer = peer;
        this.clock = clock;
    }

    /// What the other end showed is not to be trusted.
    static final class Untrusted extends CertificateException {
        private static final long serialVersionUID = 1L;

        private final Refused why;

        Untrusted(Refused why) {
            super(why.what());
            this.why = why;
        }

        Refused why() {
            return why;
        }
    }

    /// Why a certificate does not hold now; empty when it does.
    static String invalid(X509Certificate certificate, Clock clock) {
        Instant now = clock.instant();
        Instant from = certificate.getNotBefore().toInstant();
        Instant to = certificate.getNotAfter().toInstant();
        if (now.isBefore(from)) {
            return "is not valid before " + from + ", and it is " + now;
        }
        return now.isAfter(to) ? "was valid until " + to + ", and it is " + now : "";
    }

    /// What a person should hear of a handshake that failed, if it was for a certificate.
    static Optional<Refused> why(SSLException broken) {
        for (Throwable cause = broken; cause != null; cause = cause.getCause()) {
            if (cause instanceof Untrusted untrusted) {
                return Optional.of(untrusted.why());
            }
        }
        String message = String.valueOf(broken.getMessage());
        return message.contains("fatal alert") && message.contains("certificate")
                ? Optional.of(
                        new Refused(
                                "the other end does not accept this end's certificate",
                                "see its log; both Secrets have to be of one step, and still valid"))
                : Optional.empty();
    }

    @Override
    public void checkClientTrusted(X509Certificate[] chain, String type, Socket socket)
            throws CertificateException {
        check(chain);
    }

    @Override
    public void checkServerTrusted(X509Certificate[] chain, String type, Socket socket)
            throws CertificateException {
        check(chain);
    }

    @Override
    public void checkClientTrusted(X509Certificate[] chain, String type, SSLEngine engine)
            throws CertificateException {
        check(chain);
    }

    @Override
    public void checkServerTrusted(X509Certificate[] chain, String type, SSLEngine engine)
            throws CertificateException {
        check(chain);
    }

    @Override
    public void checkClientTrusted(X509Certificate[] chain, String type)
            throws CertificateException {
        check(chain);
    }

    @Override
    public void checkServerTrusted(X509Certificate[] chain, String type)
            throws CertificateException {
        check(chain);
    }

    @Override
    public X509Certificate[] getAcceptedIssuers() {
        return new X509Certificate[] {};
    }

    private void check(X509Certificate[] chain) throws CertificateException {
        if (chain.length == 0 || !chain[0].equals(peer)) {
            throw new Untrusted(
                    new Refused(
                            "the other end shows another certificate than peer.crt",
                            "find out who answers at that address; both Secrets have to be of one step"));
        }
        String reason = invalid(peer, clock);
        if (!reason.isEmpty()) {
            throw new Untrusted(
                    new Refused(
                            "the other end's certificate " + reason,
                            "check the clocks of both nodes, or begin the step anew with other certificates"));
        }
    }
}
