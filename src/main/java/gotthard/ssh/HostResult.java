package gotthard.ssh;

import gotthard.action.Failure;
import gotthard.inventory.EndpointName;

import java.util.List;
import java.util.stream.Collectors;

/// How a command ended on one host.
record HostResult(EndpointName host, Ran ran) {
    /// What to tell of the hosts on which it failed.
    static Failure failure(List<HostResult> failed, int of, String program) {
        String words =
                failed.stream()
                        .limit(3)
                        .map(result -> result.host() + ": " + result.ran().reason())
                        .collect(Collectors.joining("; "));
        return Failure.refused(
                "%s failed on %d of %d hosts (%s)".formatted(program, failed.size(), of, words),
                "look at these hosts, then retry; hosts that are right already are left alone");
    }
}
