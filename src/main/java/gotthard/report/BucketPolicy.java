package gotthard.report;

import gotthard.access.Need;
import gotthard.action.Access;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/// Rights at an S3-compatible server as a policy in its own language (version 2012-10-17): one statement for each set of actions.
final class BucketPolicy {
    private static final String ARN = "arn:aws:s3:::";

    private BucketPolicy() {}

    /// Nothing where no such right is needed.
    static List<String> lines(List<Need> needs) {
        var actions = new TreeMap<String, TreeSet<String>>();
        for (Need need : needs) {
            if (need.access() instanceof Access.Objects(_, var action, var resource, _)) {
                actions.computeIfAbsent(resource, _ -> new TreeSet<>()).add(action);
            }
        }
        if (actions.isEmpty()) {
            return List.of();
        }
        var resources = new TreeMap<String, TreeSet<String>>();
        actions.forEach(
                (resource, of) ->
                        resources
                                .computeIfAbsent(quoted(of), _ -> new TreeSet<>())
                                .add(ARN + resource));
        var statements = new ArrayList<String>();
        resources.forEach(
                (of, on) ->
                        statements.add(
                                "  {\"Effect\": \"Allow\",\n   \"Action\": [%s],\n   \"Resource\": [%s]}"
                                        .formatted(of, quoted(on))));
        return ("{\"Version\": \"2012-10-17\", \"Statement\": [\n"
                        + String.join(",\n", statements)
                        + "\n]}")
                .lines()
                .toList();
    }

    private static String quoted(Set<String> texts) {
        return "\"" + String.join("\", \"", texts) + "\"";
    }
}
