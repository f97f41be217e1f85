package gotthard.preflight;

import gotthard.action.ByHand;
import gotthard.action.ByHand.Line;
import gotthard.action.Prompt;
import gotthard.inventory.Endpoint;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/// How a person looks whether endpoints are fit.
record LookByHand(List<Examination.Subject> subjects, List<Further> further, Prompt prompt) {
    ByHand.Told told() {
        var check = new ArrayList<Line>();
        subjects.stream()
                .sorted(Comparator.comparing(subject -> subject.endpoint().name()))
                .map(subject -> ByHand.type(look(subject.endpoint())))
                .forEach(check::add);
        check.add(
                ByHand.say(
                        "Each of them answers; clocks differ by no more than the plan allows (clockSkew), where files are to arrive is as much room as it asks for (space), and the rights above are there."));
        for (Further one : further) {
            check.add(
                    ByHand.say(
                            switch (one) {
                                case Capacity _ ->
                                        "What is missing at the target, headroom beside it, and what is written meanwhile fit there: compare du at the source with df at the target.";
                                case Space _ ->
                                        "Volumes are looked at from inside: a pod that mounts the volume tells with df, and with find where files are counted, what lies there and what is free.";
                                case Probing _ ->
                                        "Put the EICAR test file where files are to arrive, wait as long as the plan says (probe), look whether it is still there, and remove it.";
                                case Histories _ ->
                                        "Both ends keep versions: aws s3api get-bucket-versioning.";
                            }));
        }
        return new ByHand.Told(
                List.of(ByHand.say("Nothing is changed: only look.")), check, List.of());
    }

    private String look(Endpoint endpoint) {
        return switch (endpoint) {
            case Endpoint.Cluster cluster ->
                    prompt.kubectl(cluster.name()) + " get --raw /readyz?verbose";
            case Endpoint.Host host -> prompt.script(host.name(), "date -u; uname -a; df -Pk");
            case Endpoint.Objects objects -> prompt.aws(objects.name()) + " s3api list-buckets";
            case Endpoint.Web web ->
                    "curl -sS -o /dev/null -w '%{http_code}\\n' "
                            + Prompt.word(prompt.url(web.name(), "/"));
            case Endpoint.Metrics metrics ->
                    "curl -sS " + Prompt.word(prompt.url(metrics.name(), "/api/v1/query?query=up"));
        };
    }
}
