package gotthard.objects;

import gotthard.action.Access;
import gotthard.action.Context;
import gotthard.action.Failure;
import gotthard.action.Inspector;
import gotthard.action.Question;
import gotthard.action.Unreachable;
import gotthard.inventory.Endpoint;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/// Looks whether a server's buckets answer and keep versions, and at its clock. Rights to read, write and delete objects can't be asked for
/// without doing it: only a probe does.
public final class ObjectsInspector implements Inspector {
    private static final Duration HALF_A_SECOND = Duration.ofMillis(500);

    @Override
    public boolean knows(Endpoint endpoint) {
        return endpoint instanceof Endpoint.Objects;
    }

    @Override
    public List<Finding> inspect(Context context, Endpoint endpoint, List<Access> access)
            throws InterruptedException, Unreachable {
        ObjectServer server = context.open(new ObjectsConnector(), endpoint.name());
        var findings = new ArrayList<Finding>();
        for (String bucket : buckets(access)) {
            try {
                server.clock(bucket)
                        .map(date -> Duration.between(context.now(), date.plus(HALF_A_SECOND)))
                        .filter(
                                _ ->
                                        findings.stream()
                                                .noneMatch(Finding.Measured.class::isInstance))
                        .map(ahead -> new Finding.Measured("clock", new Measure.ClockAhead(ahead)))
                        .ifPresent(findings::add);
                findings.add(
                        new Finding.Good(
                                "bucket " + bucket,
                                server.keepsVersions(bucket)
                                        ? "answers and keeps versions"
                                        : "answers and keeps no versions"));
            } catch (Unreachable silent) {
                Failure failure = silent.failure();
                findings.add(new Finding.Bad("bucket " + bucket, failure.what(), failure.next()));
            }
        }
        return findings;
    }

    @Override
    public List<Finding> answer(Context context, Endpoint endpoint, Question question)
            throws InterruptedException, Unreachable {
        ObjectServer server = context.open(new ObjectsConnector(), endpoint.name());
        return BucketAnswers.of(context, server, question).answer(question);
    }

    @Override
    public List<Lack> lacking(Context context, Endpoint endpoint, List<Access> access)
            throws InterruptedException, Unreachable {
        ObjectServer server = context.open(new ObjectsConnector(), endpoint.name());
        var lacking = new ArrayList<Lack>();
        for (Access one : access) {
            if (one instanceof Access.Objects right) {
                try {
                    ask(server, right);
                } catch (Unreachable refused) {
                    if (refused.failure().kind() != Failure.Kind.REFUSED) {
                        throw refused;
                    }
                    lacking.add(
                            new Lack(
                                    right,
                                    right.toString(),
                                    refused.failure().what(),
                                    refused.failure().next()));
                }
            }
        }
        return lacking;
    }

    private static void ask(ObjectServer server, Access.Objects right)
            throws InterruptedException, Unreachable {
        if (right.action().equals(Rights.LISTING)) {
            server.clock(right.resource());
        } else if (right.action().equals(Rights.VERSIONING)) {
            server.keepsVersions(right.resource());
        }
    }

    private static List<String> buckets(List<Access> access) {
        return access.stream()
                .filter(Access.Objects.class::isInstance)
                .map(Access.Objects.class::cast)
                .filter(right -> right.action().equals(Rights.LISTING))
                .map(Access.Objects::resource)
                .distinct()
                .sorted()
                .toList();
    }
}
