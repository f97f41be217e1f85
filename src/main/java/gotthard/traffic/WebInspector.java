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

    private static Finding reachable(Answer answer) {
        String found = "answers with status " + answer.status();
        return answer.status() < 500
                ? new Finding.Good("reachable", found)
                : new Finding.Bad("reachable", found, "look at the log of what serves it");
    }
}
