package gotthard.traffic;

import gotthard.action.Access;
import gotthard.action.Context;
import gotthard.action.Inspector;
import gotthard.action.Unreachable;
import gotthard.inventory.Endpoint;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/// Looks whether an HTTP endpoint answers, at its clock and at the end of its certificate.
public final class WebInspector implements Inspector {
    private static final int UNAUTHORIZED = 401;
    private static final int FORBIDDEN = 403;
    private static final Duration HALF_A_SECOND = Duration.ofMillis(500);

    @Override
    public boolean knows(Endpoint endpoint) {
        return endpoint instanceof Endpoint.Web;
    }

    @Override
    public List<Finding> inspect(Context context, Endpoint endpoint, List<Access> access)
            throws InterruptedException, Unreachable {
        Answer answer = context.open(new WebConnector(), endpoint.name()).get("/");
        Instant answered = context.now().minus(answer.took().dividedBy(2));
        var findings = new ArrayList<Finding>();
        findings.add(reachable(answer));
        answer.date()
                .map(date -> Duration.between(answered, date.plus(HALF_A_SECOND)))
                .map(ahead -> new Finding.Measured("clock", new Measure.ClockAhead(ahead)))
                .ifPresent(findings::add);
        answer.certificateEnds()
                .map(end -> new Finding.Measured("certificate", new Measure.ValidUntil(end)))
                .ifPresent(findings::add);
        return findings;
    }

    /// Whatever it answers, but for 401 and 403, may well be what a step waits for.
    @Override
    public List<Lack> lacking(Context context, Endpoint endpoint, List<Access> access)
            throws InterruptedException, Unreachable {
        var lacking = new ArrayList<Lack>();
        for (Access one : access) {
            if (one instanceof Access.Http http) {
                int status =
                        context.open(new WebConnector(), endpoint.name()).get(http.path()).status();
                if (status == UNAUTHORIZED || status == FORBIDDEN) {
                    lacking.add(
                            new Lack(
                                    http,
                                    http.toString(),
                                    "status " + status,
                                    "let this machine ask it"));
                }
            }
        }
        return lacking;
    }

    private static Finding reachable(Answer answer) {
        String found = "answers with status " + answer.status();
        return answer.status() < 500
                ? new Finding.Good("reachable", found)
                : new Finding.Bad("reachable", found, "look at the log of what serves it");
    }
}
